from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from portal.forms import DateField, KindForm, words_of
from training.models import Goal, Milestone
from training.statuses import GoalCounts


class GoalForm(KindForm):
    title = forms.CharField(max_length=160, **words_of(Goal, "title"))
    counts = forms.ChoiceField(choices=GoalCounts.choices, widget=forms.RadioSelect, **words_of(Goal, "counts"))
    target = forms.IntegerField(min_value=1, max_value=100_000, **words_of(Goal, "target"))

    def __init__(self, *args: Any, goal: Goal, **kwargs: Any) -> None:
        if goal.pk:
            kwargs.setdefault("initial", {name: getattr(goal, name) for name in self.base_fields})
        super().__init__(*args, **kwargs)
        self.goal = goal

    @property
    def changed(self) -> Goal:
        for name, value in self.cleaned_data.items():
            setattr(self.goal, name, value)
        return self.goal


class MilestoneForm(KindForm):
    title = forms.CharField(max_length=160, **words_of(Milestone, "title"))
    due_on = DateField(**words_of(Milestone, "due_on"))
    owner = forms.ModelChoiceField(
        queryset=None, required=False, empty_label=gettext_lazy("Nobody yet"), **words_of(Milestone, "owner")
    )
    goal = forms.ModelChoiceField(
        queryset=None, required=False, empty_label=gettext_lazy("None"), **words_of(Milestone, "goal")
    )

    def __init__(self, *args: Any, milestone: Milestone, people: Any, goals: Any, **kwargs: Any) -> None:
        if milestone.pk:
            kwargs.setdefault("initial", {name: getattr(milestone, name) for name in self.base_fields})
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = people
        self.fields["goal"].queryset = goals
        self.milestone = milestone

    @property
    def changed(self) -> Milestone:
        for name, value in self.cleaned_data.items():
            setattr(self.milestone, name, value)
        return self.milestone
