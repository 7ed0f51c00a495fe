"""What both sides of a conversation fill in."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from portal.forms import KindForm

from .fields import LONG, SafeContact, Words


class MessageForm(KindForm):
    body = Words(
        label=_("Your message"),
        required=True,
        rows=6,
        max_length=LONG,
        error_messages={"required": _("Please write something first.")},
    )


class SafeContactForm(SafeContact, KindForm):
    """Change how it is safe to reach somebody."""
