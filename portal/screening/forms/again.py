from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.forms import KindForm

from ..statuses import BY_HAND, Trigger
from .deciding import RubricForm


class ScreenAgainForm(RubricForm):
    """The rubric once more, for a case that is under way."""

    field_order = ["rubric", "stops", "gone_through"]

    def clean_gone_through(self) -> bool:
        if not self.cleaned_data["gone_through"]:
            raise forms.ValidationError(_("Go through the stops first, and say that you have."))
        return True


class AskAgainForm(KindForm):
    """Something has come up: somebody should screen this again."""

    trigger = forms.ChoiceField(
        label=_("What has come up?"),
        choices=[(code.value, code.label) for code in BY_HAND],
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=_("In a few words"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
        required=False,
        help_text=_("For those who screen. Sealed, and destroyed with the rest."),
    )

    def trigger_chosen(self) -> Trigger:
        return Trigger(self.cleaned_data["trigger"])


class LookForm(KindForm):
    """The short look before a session."""

    answer = forms.ChoiceField(
        label=_("Is it still right, and safe, to meet?"),
        choices=[
            ("FINE", _("Yes. Nothing new that speaks against it")),
            ("NEW", _("Something has come up: the office should screen this again first")),
        ],
        widget=forms.RadioSelect,
        help_text=_("Think of safety, pressure, illness, an order, and whether each of them still wants to come."),
    )
    words = forms.CharField(
        label=_("What has come up, in a few words"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
        required=False,
        help_text=_("For those who screen. Sealed, and destroyed with the rest."),
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("answer") == "NEW" and not given.get("words", "").strip():
            self.add_error("words", _("Say in a few words what has come up."))
        return given
