"""Making two matters of one again, until they were invited together. The new key first, then the rows, then tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.cases.actions import MatterGone, TransitionRefused, lock_matter, make_findable, start_matter, touch
from portal.cases.models import Matter, Participant
from portal.intake.models import Request
from portal.intake.statuses import OPEN_REQUESTS, RequestStatus
from portal.vault.actions import create_key, destroy_key

from .. import hindrances
from ..gates import is_invited
from ..models import Joining
from ..policies import can_join
from ..statuses import JoiningStep
from .keys import finish
from .rows import carry_back, carry_chain, carry_ties

if TYPE_CHECKING:
    from portal.accounts.models import User


def undo(*, request_id: UUID, by: User | None) -> Request:
    """Part what was joined: the later request gets a matter and a key of its own again. Returns that request.

    `request_id` is either of the two; `by` is None when it follows from what somebody else has done.
    Raises PermissionDenied, MatterGone, or TransitionRefused when they were invited together or are not joined.
    """
    key_id = create_key()
    try:
        with transaction.atomic():
            joining = _take_apart(request_id, key_id, by)
    except Exception:
        destroy_key(key_id=key_id)
        raise
    finish(joining.pk)
    return Request.objects.select_related("matter").get(pk=joining.request_id)


def is_joined(request_id: UUID) -> bool:
    return Joining.objects.filter(matter__requests=request_id, step=JoiningStep.JOINED).exists()


def undo_what_ended() -> int:
    """When one of the two has ended and the other goes on, what was said in the first is destroyed by itself."""
    ended = Request.objects.filter(matter__joining__step=JoiningStep.JOINED, status=RequestStatus.ENDED)
    count = 0
    for request in ended.select_related("matter"):
        if request.matter.requests.filter(status__in=OPEN_REQUESTS).exists() and not is_invited(request.matter):
            undo(request_id=request.pk, by=None)
            count += 1
    return count


def _take_apart(request_id: UUID, key_id: UUID, by: User | None) -> Joining:
    matter = lock_matter(Request.objects.values_list("matter_id", flat=True).get(pk=request_id))
    joining = Joining.objects.select_for_update().filter(matter=matter, step=JoiningStep.JOINED).first()
    if joining is None:
        raise TransitionRefused(step="undo", words=_("These two are not joined."))
    _check_who(by, matter)
    if is_invited(matter):
        raise TransitionRefused(
            step="undo", words=_("They have been invited together; this cannot be undone any more.")
        )
    if words := hindrances.of([matter.pk]).get(matter.pk):
        raise TransitionRefused(step="undo", words=_("This stays as it is: %(why)s.") % {"why": words})
    later = Request.objects.select_for_update(of=("self",)).select_related("programme").get(pk=joining.request_id)
    own = start_matter(key_id=key_id, programme=later.programme, first_contact_at=later.first_contact_at)
    carry_ties(of=matter, to=own)
    _leave_case(later, matter)
    carry_back(later, joining.brought, to=own)
    carry_chain(of=matter, to=own, request=later, only_its_own=True)
    for one in (matter, own):
        record(AuditEvent.JOINING_UNDONE, actor=by, matter=one, subject=later)
        touch(one)
    joining.step, joining.other_key = JoiningStep.SPLIT, key_id
    joining.save(update_fields=["step", "other_key"])
    return joining


def _check_who(by: User | None, matter: Matter) -> None:
    requests = list(matter.requests.select_related("programme"))
    if len(requests) < 2:
        raise MatterGone
    for request in requests:
        request.matter = matter
    if by is not None and not can_join(by, *requests):
        raise PermissionDenied


def _leave_case(request: Request, matter: Matter) -> None:
    """A case that was opened for both stays with the first; the other is to be decided about anew."""
    for person in Participant.objects.filter(case__matter=matter, entry=request.entry_id, entry__isnull=False):
        person.name, person.contact = "", {}
        make_findable(person)
        person.delete()
    if request.status not in (RequestStatus.SCREENED, RequestStatus.CASE_OPENED):
        return
    request.status = RequestStatus.ANSWERED if request.first_reply_at else RequestStatus.NEW
    request.case = None
    request.save(update_fields=["status", "case"])
