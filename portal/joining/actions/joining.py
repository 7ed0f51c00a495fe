"""Joining two requests. The rows first, in the default database; then the keys (docs/decisions/0049).

Killed in between, the timer takes the rest: every step finds out from the row how far the work is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.cases.actions import MatterGone, TransitionRefused, lock_matter, touch
from portal.intake.models import Request

from .. import hindrances
from ..gates import missing_to_join, with_standing
from ..models import Joining
from ..policies import can_join
from ..statuses import JoiningStep
from .keys import finish
from .rows import carry_all, carry_chain, carry_ties
from .undoing import undo_what_ended

if TYPE_CHECKING:
    from portal.accounts.models import User


def join(*, request_id: UUID, other_id: UUID, by: User) -> Joining:
    """Make two requests one matter: the earlier clock, one key, both walls; each conversation stays its writer's own.

    Raises PermissionDenied, MatterGone, or TransitionRefused with all that is missing.
    """
    joining = _bring_together(request_id, other_id, by)
    finish(joining.pk)
    joining.refresh_from_db()
    return joining


@transaction.atomic
def _bring_together(request_id: UUID, other_id: UUID, by: User) -> Joining:
    first, second = _locked_in_order(request_id, other_id)
    if not can_join(by, first, second):
        raise PermissionDenied
    if missing := missing_to_join(first, second, hindrances.of([first.matter_id, second.matter_id])):
        raise TransitionRefused(step="join", missing=missing)
    stays, goes = first.matter, second.matter
    carry_ties(of=goes, to=stays)
    brought = carry_all(key_id=goes.pk, to=stays)
    carry_chain(of=goes, to=stays, request=second)
    old_key = goes.pk
    goes.delete()
    joining = Joining.objects.create(
        vault_key=stays.pk, matter=stays, request=second, other_key=old_key, brought=brought, joined_by=by
    )
    record(AuditEvent.REQUESTS_JOINED, actor=by, matter=stays, subject=second, first=str(first.pk))
    touch(stays)
    return joining


def _locked_in_order(*request_ids: UUID) -> list[Request]:
    """Both, the earlier first; their matters are locked in the order of their ids, so that nobody waits in a circle."""
    matter_ids = sorted(Request.objects.filter(pk__in=request_ids).values_list("matter_id", flat=True))
    if len(matter_ids) != len(request_ids):
        raise MatterGone
    matters = {matter.pk: matter for matter in (lock_matter(pk) for pk in matter_ids)}
    rows = with_standing(Request.objects.select_for_update(of=("self",)).select_related("programme"))
    rows = rows.filter(pk__in=request_ids)
    requests = sorted(rows, key=lambda one: (one.first_contact_at, one.pk))
    for request in requests:
        request.matter = matters[request.matter_id]
    return requests


def resume() -> int:
    """For the timer: finish what was interrupted, and part two of which one has ended. Returns how many."""
    under_way = list(Joining.objects.exclude(step=JoiningStep.JOINED).values_list("pk", flat=True))
    for joining_id in under_way:
        finish(joining_id)
    return len(under_way) + undo_what_ended()
