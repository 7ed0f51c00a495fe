"""Telling people that something is new: by mail, or by staff on the phone for those who want no mail."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.mail.actions import drop_queued, enqueue
from portal.mail.statuses import MailKind

from ..models import Telling
from ..policies import can_write_notes
from ..statuses import Channel
from .matters import lock_matter, touch

if TYPE_CHECKING:
    from collections.abc import Iterable

    from portal.accounts.models import User
    from portal.passes.models import Pass

    from ..models import Participant


def send_news(people: Iterable[Participant]) -> None:
    """Tell people that there is news on their page, by the way they chose; the mail says no more than that."""
    for person in people:
        if person.safe_email:
            enqueue(kind=MailKind.NEWS, address=person.safe_email, key_id=person.vault_key)
        elif person.is_told_by_staff:
            wait_to_be_told(matter_id=person.vault_key, entry=person.entry, participant=person)


def wait_to_be_told(*, matter_id: UUID, entry: Pass | None, participant: Participant | None = None) -> None:
    """Put somebody on the desk's list of people to phone, once; inside the caller's transaction."""
    whom = {"entry": entry} if entry else {"participant": participant}
    Telling.objects.get_or_create(matter_id=matter_id, vault_key=matter_id, told_at=None, **whom)


def stop_news(matter_id: UUID) -> None:
    """Whatever was still to be told is not told any more: no mail leaves, and nobody is phoned. On a locked matter."""
    drop_queued(key_id=matter_id)
    Telling.objects.open().filter(matter=matter_id).delete()


def stop_news_for(person: Participant) -> None:
    """Somebody has left: nobody phones them about it any more."""
    mine = Q(participant=person) | Q(entry__isnull=False, entry=person.entry_id)
    Telling.objects.open().filter(mine).delete()


@transaction.atomic
def tell(*, telling_id: UUID, channel: Channel, by: User) -> Telling:
    """Staff have told somebody that there is news. A second time changes nothing.

    Raises PermissionDenied or MatterGone, and Telling.DoesNotExist when the record has gone.
    """
    telling = Telling.objects.get(pk=telling_id)
    matter = lock_matter(telling.matter_id)
    if not can_write_notes(by, matter):
        raise PermissionDenied
    if channel == Channel.SELF:
        raise ValueError("Staff say how they told somebody.")
    telling.refresh_from_db()
    if telling.told_at is None:
        telling.told_at, telling.told_by, telling.channel = timezone.now(), by, channel
        telling.save(update_fields=["told_at", "told_by", "channel"])
        record(AuditEvent.NEWS_TOLD, actor=by, matter=matter, subject=telling, channel=channel)
        touch(matter)
    return telling
