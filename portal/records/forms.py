from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.forms import KindForm

from .statuses import HoldKind


class HoldForm(KindForm):
    kind = forms.ChoiceField(
        label=_("Why must the record be kept for now?"), choices=HoldKind.choices, widget=forms.RadioSelect
    )
    reason = forms.CharField(
        label=_("Reference or reason"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Sealed with the record. Say who asked and by what right, not what the dispute is about."),
        error_messages={"required": _("Say who asked and by what right.")},
    )


class DisposalForm(KindForm):
    reason = forms.CharField(
        label=_("Why may it go?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Sealed with the record. For example: its years are over, and nobody has asked for it."),
        error_messages={"required": _("Say why the record may go.")},
    )
