"""Forms about single services: a group's objectives, a coachee's goals and rating."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.forms import KindForm

from ..models import HIGHEST, LOWEST
from ..statuses import CoachingReason, GroupReason, Reached
from .people import ChannelForm


def _words(label: Any, limit: int = 4000, **facts: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=limit, widget=forms.Textarea(attrs={"rows": 4}), **facts)


class BriefForm(KindForm):
    """What a group wants to reach (M7 to M9)."""

    group = forms.CharField(
        label=_("What is the group called?"),
        max_length=200,
        required=False,
        help_text=_("A word is enough, such as “the Tuesday lab”. No list of names."),
    )
    reason = forms.ChoiceField(label=_("What does it come for?"), choices=GroupReason.choices, widget=forms.RadioSelect)
    objectives = _words(_("What does it want to reach?"))
    success_signs = _words(_("How will it know?"), required=False)
    headcount = forms.IntegerField(
        label=_("How many people?"),
        required=False,
        min_value=2,
        max_value=100_000,
        help_text=_("A number. No group is too small or too big."),
        error_messages={
            "invalid": _("Give a whole number, such as 24."),
            "min_value": _("A group is two people or more."),
        },
    )


class ReachedForm(KindForm):
    reached = forms.ChoiceField(
        label=_("Did the group reach what it wanted?"), choices=Reached.choices, widget=forms.RadioSelect
    )


class GoalsForm(KindForm):
    reason = forms.ChoiceField(
        label=_("Why do they come?"), choices=CoachingReason.choices, widget=forms.RadioSelect, required=False
    )
    goals = _words(_("What does the coachee want to work on?"))


class RatingForm(KindForm):
    """A coachee's own rating (M2)."""

    rating = forms.TypedChoiceField(
        label=_("How well do you feel able to handle this conflict?"),
        help_text=_("1 means not at all, 10 means very well. It is up to you whether you answer."),
        coerce=int,
        choices=[(number, str(number)) for number in range(LOWEST, HIGHEST + 1)],
        widget=forms.RadioSelect,
    )


class StaffRatingForm(ChannelForm, RatingForm):
    """The same, as the coachee told us (P1)."""
