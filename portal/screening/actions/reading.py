"""A second person reads a screening before it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.cases.actions import TransitionRefused, lock_matter, touch
from portal.cases.models import Case
from portal.intake.actions import lock_request
from portal.intake.models import Request
from portal.intake.statuses import OPEN_REQUESTS

from ..models import Screening
from ..policies import can_read_second
from ..statuses import Occasion, Standing
from .again import settle
from .deciding import carry_out, check_open

if TYPE_CHECKING:
    from portal.accounts.models import User


@transaction.atomic
def read_second(*, screening_id: UUID, agrees: bool, words: str = "", by: User) -> Screening:
    """Agree, and the decision is carried out; or send it back with a reason, and it is decided anew.

    Raises PermissionDenied (never the person who made it, never somebody with a tie), MatterGone, or
    TransitionRefused when it waits no longer or what it was about has ended.
    """
    screening = _lock(screening_id)
    if not can_read_second(by, screening):
        raise PermissionDenied
    if not screening.is_waiting:
        raise TransitionRefused(step="read", words=_("Somebody has read it already."))
    screening.standing = Standing.IN_FORCE if agrees else Standing.SENT_BACK
    screening.read_by, screening.read_at, screening.reader_words = by, timezone.now(), words
    screening.save()
    record(AuditEvent.SCREENING_READ, actor=by, matter=screening.matter, subject=screening, agrees=agrees)
    touch(screening.matter)
    if agrees:
        _carry_out(screening, by=by)
    return screening


def _lock(screening_id: UUID) -> Screening:
    matter = lock_matter(Screening.objects.values_list("matter_id", flat=True).get(pk=screening_id))
    screening = Screening.objects.select_for_update().get(pk=screening_id)
    screening.matter = matter
    return screening


def _carry_out(screening: Screening, *, by: User) -> None:
    if screening.occasion == Occasion.AGAIN:
        case = Case.objects.get(matter=screening.matter)
        case.matter = screening.matter
        settle(case, screening, by=by)
        return
    asked = Request.objects.filter(matter=screening.matter, status__in=OPEN_REQUESTS).order_by("first_contact_at")
    request_id = asked.values_list("pk", flat=True).first()
    if request_id is None:
        raise TransitionRefused(step="read", words=_("The request has ended meanwhile. Nothing is left to decide."))
    request = lock_request(request_id)
    check_open(request)
    carry_out(request, screening, by=by)
