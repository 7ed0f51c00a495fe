from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from portal.forms import KindForm


class SignForm(KindForm):
    """A signature on a screen: the typed name, and the yes to signing that way (R27)."""

    typed_name = forms.CharField(
        label=_("Type your name to sign"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Type your name to sign. If you would rather not sign, just leave this page.")},
    )
    agreed = forms.BooleanField(
        label=_("I agree to sign on a screen. I could sign on paper instead."),
        error_messages={"required": _("Tick this to sign on a screen, or ask for paper.")},
    )

    def clean_typed_name(self) -> str:
        name = " ".join(self.cleaned_data["typed_name"].split())
        if not any(letter.isalpha() for letter in name):
            raise ValidationError(_("Type your name in letters, as you want it on the agreement."))
        return name


class PaperForm(KindForm):
    """A paper signature that somebody saw: the name as it stands there."""

    typed_name = forms.CharField(label=_("The name as it stands on the paper"), max_length=120)
    agreed = forms.BooleanField(
        label=_("I have the signed sheet in front of me."),
        error_messages={"required": _("Tick this when you have seen the signature.")},
    )
