"""What is typed on the day of a course, about a course to everybody, and by everybody about a course."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext, gettext_lazy

from portal.forms import KindForm, Problem
from training.statuses import Cohort, Question, Rating

from .fields import long_text


class PairForm(KindForm):
    code = forms.CharField(
        label=gettext_lazy("The code from the office"),
        help_text=gettext_lazy("Eight letters and digits. It works once, for ten minutes."),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )


class HereForm(KindForm):
    address = forms.EmailField(
        label=gettext_lazy("Your e-mail address"),
        help_text=gettext_lazy("The one with which you enrolled."),
        max_length=200,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
    )


class CohortForm(KindForm):
    token = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    audience = forms.ChoiceField(
        choices=Cohort.choices, initial=Cohort.PLACE, widget=forms.RadioSelect, label=gettext_lazy("To whom")
    )
    text = forms.CharField(
        max_length=4000,
        label=gettext_lazy("What you want to tell them"),
        help_text=gettext_lazy("They get a mail that says only that there is news, and read this on their own page."),
        widget=long_text(),
    )


@dataclass(frozen=True)
class Unsaved:
    """A list of hours that was refused: as much of a form as the frame of a page and the error summary ask for."""

    errors: Sequence[tuple[str, str]]

    @property
    def errors_for_summary(self) -> list[Problem]:
        """One line for each name, which leads to the field beside it."""
        words = gettext("%(name)s: quarter hours, and no more than the meeting lasted.")
        return [Problem(anchor, words % {"name": name}) for anchor, name in self.errors]


class OpinionForm(KindForm):
    """Four answers from one to five. No free text: words can be recognised."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for question in Question:
            self.fields[question.value] = forms.TypedChoiceField(
                label=question.label, choices=Rating.choices, coerce=int, widget=forms.RadioSelect
            )
        self.use_own_wordings()
