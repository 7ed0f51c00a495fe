"""Pieces that several forms of a request share."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from portal.forms import RadiosWithHints

from ..statuses import SafeWay

SHORT, LINE, LONG = 100, 300, 4000


class Words(forms.CharField):
    """A box for a few sentences. What is too long is said, not cut off."""

    def __init__(self, *, rows: int = 5, **kwargs: Any) -> None:
        widget = forms.Textarea({"rows": rows})
        super().__init__(**{"required": False, "max_length": LONG, "widget": widget} | kwargs)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """No maxlength: a browser would cut off what somebody pastes, without a word."""
        return {}


class Line(forms.CharField):
    """One line, not cut off by the browser either."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"required": False, "max_length": SHORT} | kwargs)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {}


class Trap(forms.CharField):
    """A box that people never see. Programs fill in everything they find."""

    def __init__(self) -> None:
        super().__init__(
            label=_("Leave this box empty"),
            required=False,
            widget=forms.TextInput({"autocomplete": "off", "tabindex": "-1"}),
        )

    def validate(self, value: str) -> None:
        if value:
            raise ValidationError(_("Please leave this box empty. It is there to catch programs, not people."))


class SafeContact(forms.Form):
    """How it is safe to reach somebody. A channel that they did not choose is never used (R26)."""

    safe_way = forms.ChoiceField(
        label=_("How is it safe for us to contact you?"),
        choices=SafeWay.choices,
        help_text=_("We use only what you choose here. Our messages never say what they are about."),
        widget=RadiosWithHints(
            hints={
                SafeWay.EMAIL: _("You get a mail with a neutral subject. What we write waits here, behind your code."),
                SafeWay.PHONE: _("We ask for you by name and say nothing to anybody else. We leave no message."),
                SafeWay.CODE: _("You leave no contact details. You come back here when it suits you."),
            }
        ),
    )
    email = Line(label=_("E-mail address"), widget=forms.EmailInput({"autocomplete": "email"}), max_length=254)
    shared_mailbox = forms.ChoiceField(
        label=_("Does anybody else read this mailbox?"),
        required=False,
        choices=[("NO", _("No, only I do")), ("YES", _("Yes, or I am not sure"))],
        widget=RadiosWithHints(hints={"YES": _("Then we never send a code there, only that there is news.")}),
    )
    phone = Line(label=_("Phone number"), widget=forms.TextInput({"type": "tel", "autocomplete": "tel"}), max_length=40)
    when = Line(label=_("When is a good time to reach you?"), max_length=LINE)

    def clean(self) -> dict[str, Any]:
        """Only the chosen way is looked at: what stands in the boxes of another one is not kept."""
        cleaned = super().clean() or self.cleaned_data
        way = cleaned.get("safe_way")
        if way == SafeWay.EMAIL:
            self._need("email", _("Please give the address to which it is safe to write."))
            self._need("shared_mailbox", _("Please say whether anybody else reads this mailbox."))
            self._check(
                "email", validate_email, _("This does not look like an e-mail address, such as name@example.edu.")
            )
        if way == SafeWay.PHONE:
            self._need("phone", _("Please give the number on which it is safe to call."))
            self._check("phone", _validate_phone, _("This does not look like a phone number."))
        return cleaned

    def _check(self, name: str, validator: Any, message: Any) -> None:
        if name not in self.errors:
            try:
                validator(self.cleaned_data[name])
            except ValidationError:
                self.add_error(name, message)

    def _need(self, name: str, message: Any) -> None:
        if not self.cleaned_data.get(name) and name not in self.errors:
            self.add_error(name, message)


def _validate_phone(number: str) -> None:
    if sum(letter.isdigit() for letter in number) < 4:
        raise ValidationError("too few digits")


def contact_of(answers: dict[str, Any]) -> dict[str, Any]:
    """What the request keeps: the details of the chosen way, and nothing of the others."""
    way = answers["safe_way"]
    kept: dict[str, Any] = {"when": answers.get("when", "")} if way != SafeWay.CODE else {}
    if way == SafeWay.EMAIL:
        kept |= {"email": answers["email"], "shared_mailbox": answers["shared_mailbox"] == "YES"}
    if way == SafeWay.PHONE:
        kept |= {"phone": answers["phone"]}
    return kept
