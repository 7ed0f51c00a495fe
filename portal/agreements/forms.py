from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.forms import KindForm


class OfTheseWords(KindForm):
    """The version that was on the page comes back with the signature, so that nobody signs other words (R27)."""

    shown = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)

    def __init__(self, *args: Any, words: models.Model, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.words = words
        self.initial["shown"] = str(words.pk)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("shown") != str(self.words.pk):
            self.add_error(None, _("These words were changed a moment ago. Please read them once more."))
            self.data = self.data.copy()
            self.data[self.add_prefix("shown")] = str(self.words.pk)
        return given


class SignForm(OfTheseWords):
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


class PaperForm(OfTheseWords):
    """A paper signature that somebody saw: the name as it stands there."""

    typed_name = forms.CharField(label=_("The name as it stands on the paper"), max_length=120)
    agreed = forms.BooleanField(
        label=_("I have the signed sheet in front of me."),
        error_messages={"required": _("Tick this when you have seen the signature.")},
    )
