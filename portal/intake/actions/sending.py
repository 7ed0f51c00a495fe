"""Taking a request in: what a visitor sends, and what staff write down on the phone, are one action."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.cases.actions import start_matter, wall_off_same_address, write_tie
from portal.cases.statuses import TieSource
from portal.passes.actions import issue_pass
from portal.programmes.hours import answer_day
from portal.programmes.queries import current_office
from portal.programmes.terms import term_of
from portal.vault import tokens
from portal.vault.actions import create_key, destroy_key
from portal.vault.keystore.models import TokenKind

from ..envelope import EnvelopeKey
from ..models import Draft, InformationTally, Request
from ..policies import can_log_contact
from ..queries import names_in, nobody_left
from ..statuses import AsksFor, CameBy
from .drafts import keep_slip

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.programmes.models import Programme


class NobodyLeft(Exception):
    """Everybody who could open the request is to be kept from it; the office must not take it (P2)."""


class AlreadySent(Exception):
    """This very request was taken before."""

    def __init__(self, request: Request | None) -> None:
        self.request = request
        super().__init__("already sent")


@dataclass(frozen=True)
class Wish:
    """All that somebody told us, ready to become a request. `facts` are fields of `Request` by name."""

    programme: Programme
    facts: dict[str, Any]
    tied: frozenset[UUID] = frozenset()
    came_by: str = CameBy.WEB
    first_contact_at: datetime = field(default_factory=timezone.now)
    # When the promised answer is counted from somewhere later than the first contact.
    reply_from: datetime | None = None


def send_request(*, wish: Wish, key: EnvelopeKey, by: User | None = None) -> Request:
    """Take in a request and leave its slip (reference, code, phrase, day) where only the sender can open it.

    People who must not see it are walled off in the same transaction, before it stands in any list (P2).
    Raises NobodyLeft, AlreadySent, or PermissionDenied when staff may not log contacts here.
    """
    if by is not None and not can_log_contact(by, wish.programme):
        raise PermissionDenied
    _refuse_second(key)
    # The key is committed by itself before the first row that needs it.
    key_id = create_key()
    try:
        with transaction.atomic():
            return take_in(wish, key, key_id, by)
    except Exception:
        destroy_key(key_id=key_id)
        raise


def take_in(wish: Wish, key: EnvelopeKey, key_id: UUID, by: User | None) -> Request:
    """The same inside a caller's transaction, under a key that was committed before it. Raises as `send_request`."""
    # Two clicks at once meet here: the second waits, then finds the first.
    Draft.objects.select_for_update().filter(pk=key.row).first()
    _refuse_second(key)
    if nobody_left(wish.programme, set(wish.tied)):
        raise NobodyLeft
    matter = start_matter(key_id=key_id, programme=wish.programme, first_contact_at=wish.first_contact_at)
    for person in get_user_model().objects.filter(pk__in=wish.tied):
        write_tie(matter=matter, person=person, source=TieSource.NAMED, actor=by)
    wall_off_same_address(matter, wish.facts.get("contact", {}).get("email", ""), actor=by)
    entry, code, phrase = issue_pass(key_id=key_id)
    office = current_office()
    request = Request.objects.create(
        vault_key=key_id,
        matter=matter,
        programme=wish.programme,
        entry=entry,
        came_by=wish.came_by,
        logged_by=by,
        assigned_to=by,
        submission=key.submission,
        first_contact_at=wish.first_contact_at,
        reply_due_on=answer_day(office, wish.reply_from or wish.first_contact_at, wish.programme.reply_hours),
        **wish.facts,
    )
    index_request(request)
    event = AuditEvent.CONTACT_LOGGED if by else AuditEvent.REQUEST_SENT
    record(event, actor=by or entry, matter=matter, subject=request, came_by=wish.came_by)
    if request.is_held_for_age:
        record(AuditEvent.REQUEST_HELD, actor=by or entry, matter=matter, subject=request)
    keep_slip(key=key, slip=slip_of(request, code=code, phrase=phrase))
    return request


def slip_of(request: Request, *, code: str, phrase: str) -> dict[str, str]:
    """What is shown once: never kept but under the key of the browser that shows it."""
    return {
        "reference": request.reference,
        "code": code,
        "phrase": phrase,
        "reply_due_on": request.reply_due_on.isoformat(),
        "safe_way": request.safe_way,
    }


def index_request(request: Request) -> None:
    """Make the request findable by the people in it. To be called after every change of them."""
    words = {
        TokenKind.NAME: names_in(request),
        TokenKind.EMAIL: [request.contact.get("email", "")],
        TokenKind.PHONE: [request.contact.get("phone", "")],
    }
    for kind, values in words.items():
        tokens.index(key_id=request.vault_key, subject=request.pk, kind=kind, values=[v for v in values if v])


def _refuse_second(key: EnvelopeKey) -> None:
    earlier = Request.objects.filter(submission=key.submission).first()
    if earlier:
        raise AlreadySent(earlier)


@transaction.atomic
def count_information(*, programme: Programme, asks_for: AsksFor, came_by: CameBy, by: User | None = None) -> None:
    """Somebody only wanted to know something: one more in a number, and no row about anybody (M17).

    Raises PermissionDenied when staff may not log contacts here.
    """
    if by is not None and not can_log_contact(by, programme):
        raise PermissionDenied
    line, _created = InformationTally.objects.get_or_create(
        programme=programme, term=term_of(timezone.localdate()), came_by=came_by, asks_for=asks_for
    )
    InformationTally.objects.filter(pk=line.pk).update(count=F("count") + 1)
    if by is not None:
        record(AuditEvent.CONTACT_LOGGED, actor=by, information=True, asks_for=asks_for)
