"""Who holds a place, and who is next. Every change to an enrolment takes the lock of its offering first.

Places are counted under that lock, never kept. An offer that ran out holds nothing, whether or not somebody has
noticed; `settle` notices, and hands what is free to the line in the same transaction that freed it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import Max, Min
from django.utils import timezone

from portal.audit.events import AuditEvent
from portal.audit.record import record
from training.models import Enrolment, Offering
from training.statuses import EnrolmentStatus, OfferingStatus

from . import telling


class Refused(Exception):
    """Somebody cannot do this now. `reasons` are sentences for the person; nothing was changed."""

    def __init__(self, *reasons: str) -> None:
        self.reasons = list(reasons)
        super().__init__(" ".join(self.reasons))


def lock(offering_id: int) -> Offering:
    """Take the turn on an offering until the caller's transaction ends."""
    return Offering.objects.select_for_update(of=("self",)).select_related("course").get(pk=offering_id)


def lock_all(offering_ids: Iterable[int]) -> dict[int, Offering]:
    """The same for several, always in the order of their ids, so that two movers never wait for each other."""
    return {pk: lock(pk) for pk in sorted(set(offering_ids))}


def free_places(offering: Offering, now: datetime) -> int:
    """How many more people could have a place. Below zero after the number of places was cut: nobody is dropped."""
    return offering.places - offering.enrolments.holding(now).count()


def next_in_line(offering: Offering) -> int:
    return (offering.enrolments.aggregate(last=Max("line"))["last"] or 0) + 1


def change(enrolment: Enrolment, status: EnrolmentStatus, *, until: datetime | None = None) -> None:
    """Put an enrolment of a locked offering into another state. `until` is for offers only."""
    enrolment.status, enrolment.offer_expires_at, enrolment.changed_at = status, until, timezone.now()
    enrolment.save(update_fields=["status", "offer_expires_at", "changed_at"])


def settle(offering: Offering, now: datetime) -> list[Enrolment]:
    """End the offers that ran out, then offer what is free to those who are next. Returns who got an offer.

    The offering is locked. Nothing is offered once the course has begun.
    """
    if not _anything_to_settle(offering, now):
        return []
    for lapsed in offering.enrolments.run_out(now).select_related("learner"):
        change(lapsed, EnrolmentStatus.LAPSED)
        record(AuditEvent.ENROLMENT_ENDED, actor=None, subject=lapsed, status=lapsed.status)
        telling.tell(lapsed)
    begins = begins_at(offering)
    if offering.status != OfferingStatus.OPEN or begins is None or begins <= now:
        return []
    until = min(now + offering.offer_lifetime, begins)
    free = max(0, free_places(offering, now))
    line = list(offering.enrolments.waiting().select_related("learner")[:free])
    for enrolment in line:
        _offer(enrolment, until)
    return line


def _anything_to_settle(offering: Offering, now: datetime) -> bool:
    """Whether an offer ran out, or somebody waits while a place is free.

    Asked in one query: while two hundred people enrol at once, everybody queues behind this one.
    """
    rows = offering.enrolments.tally(now)
    return bool(rows["run_out"] or (rows["waiting"] and rows["holding"] < offering.places))


def begins_at(offering: Offering) -> datetime | None:
    return offering.meetings.aggregate(first=Min("starts_at"))["first"]


def settle_due() -> int:
    """For the timer: settle every offering in which an offer ran out. Returns how many."""
    now = timezone.now()
    due = set(Enrolment.objects.run_out(now).order_by().values_list("offering", flat=True))
    for offering_id in sorted(due):
        with transaction.atomic():
            settle(lock(offering_id), now)
    return len(due)


def _offer(enrolment: Enrolment, until: datetime) -> None:
    change(enrolment, EnrolmentStatus.OFFERED, until=until)
    record(AuditEvent.PLACE_OFFERED, actor=None, subject=enrolment, until=until)
    telling.offer(enrolment)
