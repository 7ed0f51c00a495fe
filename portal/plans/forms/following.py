"""Forms about how it goes with what was promised."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.forms import DateField, KindForm

from ..statuses import RECORD_ENDS, CheckInState, RecordStatus
from .writing import words


class CheckInForm(KindForm):
    state = forms.ChoiceField(label=_("How does it go?"), choices=CheckInState.choices, widget=forms.RadioSelect)
    words = words(_("What did you see or hear?"), limit=2000)

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
