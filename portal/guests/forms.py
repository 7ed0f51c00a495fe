"""Letting a guest in, and the guest's signature."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from portal.forms import KindForm

from .statuses import Shown

if TYPE_CHECKING:
    from collections.abc import Sequence


class AdmitForm(KindForm):
    shown = forms.ChoiceField(
        label=_("What do they see?"), help_text=_("This one thing, and nothing else."), widget=forms.RadioSelect
    )
    name = forms.CharField(label=_("Who are they?"), max_length=120)
    interest = forms.CharField(
        label=_("What is their interest in it?"),
        max_length=300,
        help_text=_("Where they work, for whom they come, and what could pull them to one side."),
    )
    purpose = forms.CharField(label=_("What for?"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}))
    days = forms.IntegerField(label=_("For how many days?"), min_value=1, initial=3)
    is_official = forms.BooleanField(
        label=_("They work for the institution, and need this for their work"),
        required=False,
        help_text=_("Needed for a document. Each time it is opened stands in the register of disclosures."),
    )

    def __init__(self, *args: Any, choices: Sequence[Shown], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["shown"].choices = [(one.value, one.label) for one in choices]
        most = settings.ACCORD_GUEST_DAYS
        self.fields["days"].max_value = most
        self.fields["days"].help_text = _("At most %(most)d. It can be ended at any time.") % {"most": most}

    def clean_shown(self) -> Shown:
        return Shown(self.cleaned_data["shown"])


class TermsForm(KindForm):
    agreed = forms.BooleanField(label=_("I have read this, I promise it, and I agree to sign it on this screen"))
    typed_name = forms.CharField(label=_("Type your name to sign"), max_length=120)
