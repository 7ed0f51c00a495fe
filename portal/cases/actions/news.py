"""Telling people that something waits on their page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.mail.actions import enqueue
from portal.mail.statuses import MailKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..models import Participant


def send_news(people: Iterable[Participant]) -> None:
    """Tell people that there is news on their page, as far as they chose mail; the mail says no more than that."""
    for person in people:
        if person.safe_email:
            enqueue(kind=MailKind.NEWS, address=person.safe_email, key_id=person.vault_key)
