from __future__ import annotations

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from ..statuses import Channel
from ..train_us import training_side
from .people import ChannelForm

FACTS = ("name", "address", "group", "audience", "people", "hours", "hopes", "when")


class TrainUsForm(ChannelForm):
    """What goes to the training side, and that they allow it."""

    token = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    group = forms.CharField(label=_("The group"), max_length=200)
    audience = forms.ChoiceField(label=_("Who they are"), widget=forms.RadioSelect)
    people = forms.IntegerField(label=_("How many people would come?"), min_value=2, max_value=500)
    hours = forms.IntegerField(label=_("How many hours do they have?"), min_value=1, max_value=80)
    hopes = forms.CharField(
        label=_("What should be different afterwards?"),
        help_text=_("Their own words, without the conflict: the training side does not learn of it."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    when = forms.CharField(label=_("When would it suit them?"), max_length=300, required=False)
    name = forms.CharField(label=_("Whom to answer"), max_length=120)
    address = forms.EmailField(
        label=_("At which e-mail address"),
        help_text=_("A mail goes there at once: ask whether it is safe."),
        max_length=200,
        error_messages={"invalid": _("Please check this address: it should look like name@example.org.")},
    )
    permitted = forms.BooleanField(
        label=_("They allow that these facts go to the training side, which keeps them apart from this."),
        error_messages={"required": _("Without their permission nothing is passed on.")},
    )

    field_order = ["token", *("group", "audience", "people", "hours", "hopes", "when", "name", "address"), "permitted"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["audience"].choices = training_side().audiences  # type: ignore[attr-defined]

    @property
    def wish(self) -> dict[str, Any]:
        """For `ask_for_training`."""
        return {
            "wish_id": self.cleaned_data["token"],
            "facts": {name: self.cleaned_data[name] for name in FACTS},
            "channel": Channel(self.cleaned_data["channel"]),
        }
