"""What visitors and learners type."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy

from portal.forms import KindForm, words_of
from portal.intake.forms.fields import Trap
from training.models import GroupRequest
from training.statuses import Audience

from .fields import long_text


class AddressForm(KindForm):
    address = forms.EmailField(
        label=gettext_lazy("Your e-mail address"),
        help_text=gettext_lazy("We send a code of six digits there, to be sure that our news reaches you."),
        max_length=200,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
        error_messages={"invalid": gettext_lazy("Please check this address: it should look like name@example.org.")},
    )


class CodeForm(KindForm):
    code = forms.CharField(
        label=gettext_lazy("The code from our mail"),
        help_text=gettext_lazy("Six digits. It is good for ten minutes."),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )


class EnrolForm(KindForm):
    """Nothing but the name has to be filled in, unless the office reads applications."""

    name = forms.CharField(
        label=gettext_lazy("Your name"),
        help_text=gettext_lazy("As it should stand on a certificate."),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    access_needs = forms.CharField(
        label=gettext_lazy("What would help you to take part?"),
        help_text=gettext_lazy("For example: step-free access, captions, large print, a quiet place. We arrange it."),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    food = forms.CharField(label=gettext_lazy("Is there food that you do not eat?"), max_length=300, required=False)
    why = forms.CharField(
        label=gettext_lazy("Why would you like to come?"),
        help_text=gettext_lazy("A few sentences. Please do not describe a conflict here."),
        max_length=2000,
        required=False,
        widget=long_text(),
    )

    def __init__(self, *args: Any, by_application: bool = False, known: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["why"].required = by_application
        if known:
            del self.fields["name"]


class GroupForm(KindForm):
    """ "Train us": who they are, what they hope for, how long and when."""

    token = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    name = forms.CharField(label=gettext_lazy("Your name"), max_length=120)
    address = forms.EmailField(label=gettext_lazy("Your e-mail address"), max_length=200)
    group = forms.CharField(
        label=gettext_lazy("Your group"),
        help_text=gettext_lazy("For example: the resident advisers of North Hall."),
        max_length=200,
    )
    audience = forms.ChoiceField(
        choices=Audience.choices, widget=forms.RadioSelect, **words_of(GroupRequest, "audience")
    )
    people = forms.IntegerField(min_value=2, max_value=500, label=gettext_lazy("How many people would come?"))
    hours = forms.IntegerField(
        min_value=1,
        max_value=80,
        label=gettext_lazy("How many hours do you have?"),
        help_text=gettext_lazy("Two are enough for a start. Forty are a full course."),
    )
    hopes = forms.CharField(
        label=gettext_lazy("What should be different afterwards?"),
        help_text=gettext_lazy("Please do not describe a conflict here. You can tell us about one when we talk."),
        max_length=2000,
        widget=long_text(),
    )
    when = forms.CharField(
        label=gettext_lazy("When would it suit you?"),
        help_text=gettext_lazy("Evenings and weekends are fine too."),
        max_length=300,
        required=False,
    )
    website = Trap()

    @property
    def facts(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name not in ("token", "website")}
