"""What staff, or the writer, do with a request after it has come in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.cases.actions import TransitionRefused, lock_matter, stop_news, touch, wall_off_same_address
from portal.cases.models import Matter
from portal.cases.statuses import Ending
from portal.passes.actions import reissue_pass
from portal.passes.codes import same_words

from ..envelope import EnvelopeKey
from ..models import Request
from ..policies import can_change_contact, can_clear_minor, can_end_request, can_work_on
from ..statuses import OPEN_REQUESTS, RequestStatus, SafeWay
from .drafts import keep_slip
from .sending import index_request, slip_of

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.accounts.viewer import Viewer

# How a request may end before anything was screened: the writer's wish, or nothing more was wanted.
EARLY_ENDINGS = (Ending.INFORMATION, Ending.NOT_PURSUED)


@transaction.atomic
def assign_request(*, request_id: UUID, to: User, by: User) -> Request:
    """Give a request to somebody of the team, oneself included.

    Raises PermissionDenied, also when the other person may not open it: a tie is never told.
    """
    request = lock_request(request_id)
    if not can_work_on(by, request) or not can_work_on(to, request):
        raise PermissionDenied
    return give_request(request, to, by=by)


def give_request(request: Request, to: User, *, by: User) -> Request:
    """A locked request, to somebody who may work on it; inside the caller's transaction, who has checked that."""
    request.assigned_to = to
    request.save(update_fields=["assigned_to"])
    record(AuditEvent.REQUEST_TAKEN, actor=by, matter=request.matter, subject=request, to=str(to.pk))
    touch(request.matter)
    return request


@transaction.atomic
def clear_minor(*, request_id: UUID, rule: str, by: User) -> Request:
    """Staff have written down which rule of the office applies to somebody under 18; the request may go on (P3)."""
    request = lock_request(request_id)
    if not can_clear_minor(by, request):
        raise PermissionDenied
    if request.is_held_for_age:
        request.minor_cleared_at, request.minor_cleared_by, request.minor_rule = timezone.now(), by, rule
        request.save(update_fields=["minor_cleared_at", "minor_cleared_by", "minor_rule"])
        record(AuditEvent.REQUEST_RELEASED, actor=by, matter=request.matter, subject=request)
        touch(request.matter)
    return request


@transaction.atomic
def mark_minor(*, request_id: UUID, by: User) -> Request:
    """The writer said in the conversation that they are under 18."""
    request = lock_request(request_id)
    if not can_work_on(by, request):
        raise PermissionDenied
    if not request.is_minor:
        request.is_minor = True
        request.save(update_fields=["is_minor"])
        record(AuditEvent.REQUEST_HELD, actor=by, matter=request.matter, subject=request)
    return request


@transaction.atomic
def end_request(*, request_id: UUID, ending: Ending, by: Viewer) -> Request:
    """End a request before a case was opened: "I don't want to go on", or it was information only.

    Saying it twice is the same as saying it once. Raises PermissionDenied, MatterGone or TransitionRefused.
    """
    request = lock_request(request_id)
    if not can_end_request(by, request):
        raise PermissionDenied
    if request.status == RequestStatus.ENDED:
        return request
    if request.status not in OPEN_REQUESTS or ending not in EARLY_ENDINGS:
        raise TransitionRefused(step="end", words=str(request.get_status_display()))
    _end(request, ending, by)
    return request


def end_open_requests(matter: Matter, *, ending: Ending, actor: object | None = None) -> None:
    """End what is still open on a matter that is about to close; inside the caller's transaction and lock."""
    for request in matter.requests.select_for_update().filter(status__in=OPEN_REQUESTS):
        request.matter = matter
        _end(request, ending, actor)


@transaction.atomic
def renew_code(*, request_id: UUID, key: EnvelopeKey, by: User) -> Request:
    """A lost code: the old one stops at once, the new one is left on a slip that only this browser opens.

    Raises PermissionDenied or MatterGone.
    """
    request = lock_request(request_id)
    if not can_work_on(by, request) or request.entry is None:
        raise PermissionDenied
    issued = reissue_pass(entry=request.entry)
    record(AuditEvent.PASS_ISSUED, actor=by, matter=request.matter, subject=issued.entry)
    keep_slip(key=key, slip=slip_of(request, code=issued.code, phrase=issued.phrase))
    touch(request.matter)
    return request


@transaction.atomic
def check_phrase(*, request_id: UUID, said: str, by: User) -> bool:
    """Whether a caller knows the two words. Until they match, staff say nothing, not even that there is a request (P6).

    Raises PermissionDenied or MatterGone.
    """
    request = lock_request(request_id)
    if not can_work_on(by, request) or request.entry is None:
        raise PermissionDenied
    matched = same_words(request.entry.phrase, said)
    event = AuditEvent.PHRASE_MATCHED if matched else AuditEvent.PHRASE_REFUSED
    record(event, actor=by, matter=request.matter, subject=request)
    return matched


@transaction.atomic
def change_contact(*, request_id: UUID, safe_way: SafeWay, contact: dict[str, Any], by: Viewer) -> Request:
    """What is safe can change (R26): from now on we use only this way. Mail still waiting is not sent any more."""
    request = lock_request(request_id)
    if not can_change_contact(by, request):
        raise PermissionDenied
    request.safe_way, request.contact = safe_way, contact
    request.save(update_fields=["safe_way", "contact"])
    stop_news(request.matter_id)
    index_request(request)
    wall_off_same_address(request.matter, contact.get("email", ""), actor=by)
    record(AuditEvent.CONTACT_CHANGED, actor=by, matter=request.matter, subject=request, way=safe_way)
    touch(request.matter)
    return request


def _end(request: Request, ending: Ending, by: object | None) -> None:
    request.status, request.ending, request.ended_at = RequestStatus.ENDED, ending, timezone.now()
    request.save(update_fields=["status", "ending", "ended_at"])
    record(AuditEvent.REQUEST_CLOSED, actor=by, matter=request.matter, subject=request, ending=ending)
    touch(request.matter)


def lock_request(request_id: UUID) -> Request:
    """The request with its matter, both locked in that order. Raises MatterGone."""
    matter = lock_matter(Request.objects.values_list("matter_id", flat=True).get(pk=request_id))
    request = Request.objects.select_for_update(of=("self",)).select_related("programme", "entry").get(pk=request_id)
    request.matter = matter
    return request
