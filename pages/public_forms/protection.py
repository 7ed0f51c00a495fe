"""What tells people from programs without asking people anything: a hidden box and the time it took."""

from datetime import timedelta
from uuid import UUID, uuid4

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# Nobody reads and fills in a form in less.
LEAST_TIME = timedelta(seconds=3)
# A page left open overnight still counts.
LONGEST_TIME = timedelta(days=2)
TRAP, TICKET = "website_2", "ticket"

_signer = signing.TimestampSigner(salt="public-form")


def new_ticket() -> str:
    """When the form was opened and the id its answers will have, signed; the page keeps it, we do not."""
    return _signer.sign(uuid4().hex)


def answer_id(ticket: str) -> UUID:
    """The id on a ticket that was checked before: the same form sent twice gives the same id."""
    return UUID(_signer.unsign(ticket))


class TrapField(forms.CharField):
    """A box that people never see. Programs fill in everything they find."""

    def __init__(self) -> None:
        widget = forms.TextInput({"autocomplete": "off", "tabindex": "-1"})
        super().__init__(label=_("Leave this box empty"), required=False, widget=widget)

    def validate(self, value: str) -> None:
        if value:
            raise ValidationError(_("Please leave this box empty. It is there to catch programs, not people."))


class TicketField(forms.CharField):
    """Proof that the form was opened here, some seconds ago at least."""

    def __init__(self) -> None:
        super().__init__(required=False, widget=forms.HiddenInput, initial=new_ticket)

    def validate(self, value: str) -> None:
        try:
            _signer.unsign(value, max_age=LONGEST_TIME)
        except signing.BadSignature:
            raise ValidationError(
                _("This page was open for a long time. Please press Send once more."), "stale"
            ) from None
        try:
            _signer.unsign(value, max_age=LEAST_TIME)
        except signing.SignatureExpired:
            return
        raise ValidationError(
            _("That was very quick. Please look over your answers and press Send once more."), "quick"
        )
