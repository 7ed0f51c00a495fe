"""Forms about how it goes with what was promised."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.cases.statuses import STAFF_CHANNELS, Channel
from portal.forms import DateField, KindForm

from ..statuses import OWN_WORDS, RECORD_ENDS, CheckInState, RecordStatus
from .writing import words


class CheckInForm(KindForm):
    state = forms.ChoiceField(label=_("How does it go?"), choices=CheckInState.choices, widget=forms.RadioSelect)
    words = words(_("What did you see or hear?"), limit=2000)

    def clean_state(self) -> CheckInState:
        return CheckInState(self.cleaned_data["state"])


class LookForm(CheckInForm):
    """The same for a promise of somebody in the case, who may have told us themselves (P1)."""

    channel = forms.ChoiceField(
        label=_("Did they tell us themselves?"),
        required=False,
        choices=[
            ("", _("No, somebody of ours has seen or heard it")),
            *((code, Channel(code).label) for code in Channel if code in STAFF_CHANNELS),
        ],
        help_text=_("What they say of their own promise settles nothing: that is done when it has been shown."),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("channel") and cleaned.get("state") not in OWN_WORDS:
            self.add_error("state", _("Of their own promise people say: on the way, something in the way, or done."))
        return cleaned


class OwnLookForm(KindForm):
    """On one's own page."""

    state = forms.ChoiceField(
        label=_("How does it go?"),
        choices=[
            (CheckInState.ON_THE_WAY, _("I am on the way")),
            (CheckInState.OBSTACLE, _("Something is in the way")),
            (CheckInState.SAID_DONE, _("I have done it")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the three.")},
    )
    words = words(_("Would you like to add something?"), limit=2000)

    def clean_state(self) -> CheckInState:
        return CheckInState(self.cleaned_data["state"])


class DueForm(KindForm):
    due_on = DateField(label=_("New day"))
    reason = words(_("Why?"), required=True, limit=1000, help_text=_("It stays in the log of changes."))


class BreachForm(KindForm):
    to_whom = forms.CharField(label=_("To whom do you report it?"), max_length=200)
    words = words(_("What was not kept?"), required=True, limit=2000)


class EndRecordForm(KindForm):
    status = forms.ChoiceField(
        label=_("How did it end?"),
        choices=[(code, RecordStatus(code).label) for code in RecordStatus if code in RECORD_ENDS],
        widget=forms.RadioSelect,
        help_text=_("From today the record is kept for seven more years; then its key is destroyed."),
    )

    def clean_status(self) -> RecordStatus:
        return RecordStatus(self.cleaned_data["status"])
