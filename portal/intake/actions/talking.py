"""The conversation between one person and the office. Mail only says that there is news."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.cases.actions import lock_matter, send_news, touch, wait_to_be_told
from portal.cases.models import Matter, Participant
from portal.cases.statuses import Channel
from portal.handbook.queries import current, told
from portal.mail.actions import enqueue
from portal.mail.statuses import MailKind
from portal.passes.models import Pass

from ..models import Message, Request
from ..policies import can_talk_with
from ..queries import person_of, safe_address, unanswered
from ..statuses import Direction, RequestStatus, SafeWay

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.accounts.viewer import Viewer
    from portal.handbook.statuses import NoticeKind


@transaction.atomic
def write_message(*, entry_id: UUID, body: str, by: Viewer, channel: Channel = Channel.SELF) -> Message:
    """What somebody tells the office: written by themselves, or written down for them by staff (P1).

    Raises PermissionDenied or MatterGone.
    """
    entry, matter = _lock(entry_id)
    if not can_talk_with(by, entry, matter):
        raise PermissionDenied
    author = None if isinstance(by, Pass) else by
    if author is None and not unanswered().filter(entry=entry).exists():
        _tell_office(matter, entry)
    message = Message.objects.create(
        vault_key=matter.pk,
        entry=entry,
        direction=Direction.TO_OFFICE,
        author=author,
        body=body,
        channel=Channel.SELF if author is None else channel,
    )
    record(AuditEvent.MESSAGE_SENT, actor=by, matter=matter, subject=message, channel=message.channel)
    touch(matter)
    return message


def _tell_office(matter: Matter, entry: Pass) -> None:
    """Whoever looks after them hears that there is news: once, however much is written before the next answer."""
    person = person_of(entry)
    staff = person.case.coordinator if isinstance(person, Participant) else person.assigned_to if person else None
    if staff is not None and staff.is_away:
        staff = staff.cover or staff
    if staff is not None:
        enqueue(kind=MailKind.STAFF_NEWS, address=staff.email, key_id=matter.pk)


@transaction.atomic
def answer(*, entry_id: UUID, body: str, by: User) -> Message:
    """Write to somebody from the office. They learn by the way they called safe that there is something to read.

    Raises PermissionDenied or MatterGone.
    """
    entry, matter = _lock(entry_id)
    if isinstance(by, Pass) or not can_talk_with(by, entry, matter):
        raise PermissionDenied
    message = _from_office(matter, entry, body, author=by)
    _first_reply(matter, entry, by)
    touch(matter)
    return message


def tell_participant(person: Participant, kind: NoticeKind) -> Message | None:
    """Put a notice of the handbook into somebody's conversation, word for word; inside the caller's transaction.

    Somebody who holds no code has no conversation: staff tell them.
    """
    if person.entry is None:
        send_news([person])
        return None
    notice = current(kind, person.case.programme, process=person.case.process)
    return _from_office(person.case.matter, person.entry, told(notice).text, author=None)


def news(person: Participant | Request, *, key_id: UUID) -> None:
    """Say that there is news by the way they chose: a mailbox that is safe, staff on the phone, or their own coming."""
    if isinstance(person, Participant):
        send_news([person])
    elif address := safe_address(person):
        enqueue(kind=MailKind.NEWS, address=address, key_id=key_id)
    elif person.safe_way == SafeWay.PHONE:
        wait_to_be_told(matter_id=key_id, entry=person.entry)


@transaction.atomic
def mark_read(*, entry: Pass, ids: list[UUID]) -> None:
    """The person has seen these messages of the office."""
    Message.objects.visible_to(entry).filter(pk__in=ids, direction=Direction.FROM_OFFICE, read_at=None).update(
        read_at=timezone.now()
    )


def _lock(entry_id: UUID) -> tuple[Pass, Matter]:
    entry = Pass.objects.get(pk=entry_id)
    return entry, lock_matter(entry.vault_key)


def _from_office(matter: Matter, entry: Pass, body: str, *, author: User | None) -> Message:
    message = Message.objects.create(
        vault_key=matter.pk, entry=entry, direction=Direction.FROM_OFFICE, author=author, body=body
    )
    record(AuditEvent.MESSAGE_SENT, actor=author, matter=matter, subject=message)
    person = person_of(entry)
    if person is not None:
        news(person, key_id=matter.pk)
    return message


def _first_reply(matter: Matter, entry: Pass, by: User) -> None:
    """The reply that was promised has been given; whoever gave it has the request, if nobody had."""
    request = Request.objects.select_for_update().filter(entry=entry, first_reply_at=None).first()
    if request is None:
        return
    request.first_reply_at = timezone.now()
    request.assigned_to = request.assigned_to or by
    if request.status == RequestStatus.NEW:
        request.status = RequestStatus.ANSWERED
    request.save(update_fields=["first_reply_at", "assigned_to", "status"])
    record(AuditEvent.REQUEST_ANSWERED, actor=by, matter=matter, subject=request)
