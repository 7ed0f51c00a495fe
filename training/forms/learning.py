"""What learners write into their log, what observers see, and what the office answers."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.forms import DateField, KindForm, RadiosWithHints, words_of
from training.describing import QUESTIONS
from training.levels import Level
from training.models import Course, LogEntry, Observation, Requirement
from training.models.practice import PRACTICE
from training.practice import CRITERIA, MARKS, VERDICTS
from training.statuses import Category, CreditKind

from .fields import long_text


class LogForm(KindForm):
    what = forms.CharField(
        label=gettext_lazy("What was it, and who held it?"),
        help_text=gettext_lazy("For example: a day on listening, at the county's mediation center. No names of cases."),
        max_length=600,
        widget=long_text(),
    )
    category = forms.ChoiceField(choices=Category.choices, **words_of(LogEntry, "category"))
    hours = forms.DecimalField(
        label=gettext_lazy("How many hours?"),
        help_text=gettext_lazy("In quarters, for example 1.5 or 2.25."),
        min_value=Decimal("0.25"),
        max_value=100,
        max_digits=5,
        decimal_places=2,
    )
    done_on = DateField(label=gettext_lazy("On which day?"), help_text=gettext_lazy("Of several, the last one."))

    def clean_hours(self) -> Decimal:
        hours = self.cleaned_data["hours"]
        if hours * 4 % 1:
            raise ValidationError(_("Please give hours in quarters: .25, .5, .75 or whole."))
        return hours

    @property
    def facts(self) -> dict[str, Any]:
        facts = dict(self.cleaned_data)
        return facts | {"quarters": int(facts.pop("hours") * 4)}


class DeclineForm(KindForm):
    reason = forms.CharField(
        max_length=500,
        label=gettext_lazy("Why does it not count?"),
        help_text=gettext_lazy("They read this on their page. Say what would count."),
        widget=long_text(),
    )


class AskForm(KindForm):
    """Whom the office asks to watch a learner at work."""

    level = forms.ChoiceField(choices=Level.choices, **words_of(Observation, "level"))
    kind = forms.ChoiceField(
        choices=[(one.value, one.label) for one in PRACTICE], widget=forms.RadioSelect, **words_of(Observation, "kind")
    )
    observer = forms.ModelChoiceField(
        queryset=None, empty_label=gettext_lazy("Choose one"), **words_of(Observation, "observer")
    )

    def __init__(self, *args: Any, observers: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["observer"].queryset = observers


class FeedbackForm(KindForm):
    """The observed-practice form: one mark a line, two boxes, one verdict."""

    held_on = DateField(label=gettext_lazy("On which day was the session?"))
    strengths = forms.CharField(
        label=gettext_lazy("What went well?"),
        help_text=gettext_lazy("The learner reads every word. Name nobody, and do not say what the session was about."),
        max_length=2000,
        widget=long_text(),
    )
    next_steps = forms.CharField(
        label=gettext_lazy("What is the next thing to practice?"), max_length=2000, widget=long_text()
    )
    verdict = forms.ChoiceField(
        label=gettext_lazy("Was this good enough for the level?"), choices=VERDICTS, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code, label, hint in CRITERIA:
            self.fields[f"mark_{code}"] = forms.ChoiceField(
                label=label, help_text=hint, choices=MARKS, widget=RadiosWithHints()
            )
        self.order_fields(["held_on", *(f"mark_{code}" for code, *_words in CRITERIA)])
        self.use_own_wordings()

    @property
    def facts(self) -> dict[str, Any]:
        facts = {name: value for name, value in self.cleaned_data.items() if not name.startswith("mark_")}
        return facts | {"marks": {code: self.cleaned_data[f"mark_{code}"] for code, *_words in CRITERIA}}


class RequirementForm(KindForm):
    """One row of what a level asks for."""

    kind = forms.ChoiceField(choices=CreditKind.choices, **words_of(Requirement, "kind"))
    minimum = forms.IntegerField(min_value=1, max_value=2000, **words_of(Requirement, "minimum"))
    category = forms.ChoiceField(required=False, **words_of(Requirement, "category"))
    course = forms.ModelChoiceField(
        queryset=Course.objects.all(),
        required=False,
        empty_label=gettext_lazy("None"),
        **words_of(Requirement, "course"),
    )
    cap = forms.IntegerField(min_value=1, max_value=2000, required=False, **words_of(Requirement, "cap"))
    window_months = forms.IntegerField(
        min_value=1, max_value=240, required=False, **words_of(Requirement, "window_months")
    )
    group = forms.SlugField(max_length=20, required=False, **words_of(Requirement, "group"))

    def __init__(self, *args: Any, asked: Requirement, **kwargs: Any) -> None:
        if asked.pk:
            kwargs.setdefault("initial", {name: getattr(asked, name) for name in self.base_fields})
        super().__init__(*args, **kwargs)
        self.fields["category"].choices = [("", _("Any")), *Category.choices]

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or {}
        kind = facts.get("kind")
        if kind == CreditKind.MODULE and not facts.get("course"):
            self.add_error("course", _("Please say which course."))
        if kind and kind != CreditKind.MODULE:
            facts["course"] = None
        if kind and kind != CreditKind.HOURS:
            facts["category"] = ""
        return facts


class DescriptionForm(KindForm):
    """About oneself, if one likes. Nothing has to be answered."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code, question in QUESTIONS.items():
            choices = [("", gettext_lazy("I would rather not say")), *question.answers]
            self.fields[code] = forms.ChoiceField(
                label=question.label, choices=choices, required=False, widget=forms.RadioSelect, initial=""
            )
        self.use_own_wordings()


class VerifyForm(KindForm):
    """What stands on a certificate: its code, and what it says somebody is."""

    code = forms.CharField(
        label=gettext_lazy("The code on the certificate"),
        help_text=gettext_lazy("Six groups of four. Capital letters and dashes do not matter."),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    level = forms.ChoiceField(
        label=gettext_lazy("What does it certify?"), choices=[("", gettext_lazy("Choose one")), *Level.choices]
    )
