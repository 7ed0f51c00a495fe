"""The assistant's questions: what becomes of the record, then everything else, with what follows from the first."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.accounts.models import User
from portal.forms import KindForm
from portal.programmes.models import Programme
from portal.programmes.statuses import Process

from .starting import ALL_SWITCHES, Like, defaults_of

CODE = RegexValidator(
    r"^[A-Z][A-Z0-9]{1,19}$", gettext_lazy("Capital letters and digits, a letter first, like HOUSING2.")
)


class LikeForm(KindForm):
    """The first question; an address with `?like=` is its answer."""

    like = forms.ChoiceField(
        choices=Like.choices, widget=forms.RadioSelect, label=gettext_lazy("What becomes of the record?")
    )


class SetUpForm(KindForm):
    """Everything about a new programme. `seen` says which answers the preview was made from."""

    name = forms.CharField(max_length=80, label=gettext_lazy("Name, as people read it"))
    code = forms.CharField(
        max_length=20,
        validators=[CODE],
        label=gettext_lazy("Short name"),
        help_text=gettext_lazy("For addresses and tables; it never changes. Capital letters and digits, like HOUSING."),
    )
    director_id = forms.ChoiceField(
        label=gettext_lazy("Who leads it"),
        help_text=gettext_lazy("They give the other roles, and read and approve its texts before anybody is taken in."),
    )
    conducts = forms.MultipleChoiceField(
        choices=Process.choices, widget=forms.CheckboxSelectMultiple, label=gettext_lazy("What it conducts")
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    is_read = forms.BooleanField(
        required=False, label=gettext_lazy("I have read what this programme will keep and what it will destroy.")
    )

    def __init__(self, *args: Any, people: list[User], like: str, **kwargs: Any) -> None:
        kwargs.setdefault("initial", defaults_of(like))
        super().__init__(*args, **kwargs)
        self.fields["director_id"].choices = [("", _("Choose a person")), *((str(one.pk), str(one)) for one in people)]
        self.fields |= forms.fields_for_model(Programme, fields=ALL_SWITCHES)
        self.fields["seen"], self.fields["is_read"] = self.fields.pop("seen"), self.fields.pop("is_read")
        self.use_own_wordings()

    def clean_code(self) -> str:
        code = self.cleaned_data["code"]
        if Programme.objects.filter(code=code).exists():
            raise ValidationError(_("There is a programme with this short name already."))
        return code

    def clean(self) -> dict[str, Any]:
        """Let the row itself say what does not go together."""
        answers = super().clean() or {}
        if not self.errors:
            self.programme.full_clean()
        return answers

    @property
    def programme(self) -> Programme:
        """The programme that these answers make, not saved."""
        return Programme(code=self.cleaned_data.get("code", ""), **self.switches)

    @property
    def switches(self) -> dict[str, Any]:
        names = ("name", "conducts", *ALL_SWITCHES)
        return {name: self.cleaned_data[name] for name in names if name in self.cleaned_data}

    @property
    def fingerprint(self) -> str:
        """Of the answers that decide what is kept: a preview holds for these and no others."""
        told = json.dumps(self.switches, sort_keys=True, default=str)
        return hashlib.sha256(told.encode()).hexdigest()[:16]

    @property
    def is_confirmed(self) -> bool:
        return self.cleaned_data["is_read"] and self.cleaned_data["seen"] == self.fingerprint
