"""Reminders that a certification is about to end: ninety, thirty and seven days before, each once."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from portal.audit.events import AuditEvent
from portal.audit.record import record
from training.models import Certification, RenewalReminder

from . import telling

DAYS = (90, 30, 7)
_AT_ONCE = 200


def remind_of_renewals() -> int:
    """For the timer. Returns how many people were reminded.

    Whoever is first looked at within thirty days hears of thirty days, not of ninety as well.
    """
    today = timezone.localdate()
    return sum(_remind(pk, today) for pk in due_certifications(today).values_list("pk", flat=True)[:_AT_ONCE])


def due_certifications(today: date) -> QuerySet[Certification]:
    """Those that end soon, have no successor that holds longer, and of which the nearest reminder was not sent."""
    longer = Certification.objects.filter(
        learner=OuterRef("learner"), level=OuterRef("level"), revoked_at=None, expires_on__gt=OuterRef("expires_on")
    )
    due = Q(pk__in=[])
    for days, nearer in zip(DAYS, (*DAYS[1:], -1), strict=True):
        sent = RenewalReminder.objects.filter(certification=OuterRef("pk"), days__lte=days)
        first, last = today + timedelta(days=nearer + 1), today + timedelta(days=days)
        due |= Q(Q(expires_on__range=(first, last)), ~Exists(sent))
    return Certification.objects.current(today).filter(due, ~Exists(longer)).order_by("expires_on", "pk")


@transaction.atomic
def _remind(certification_id: int, today: date) -> bool:
    """Once more under the lock: two timers at the same moment send one mail."""
    locked = Certification.objects.select_for_update(of=("self",)).select_related("learner")
    found = locked.filter(pk=certification_id).first()
    if found is None or not due_certifications(today).filter(pk=certification_id).exists():
        return False
    left = (found.expires_on - today).days
    days = min(one for one in DAYS if left <= one)
    RenewalReminder.objects.create(certification=found, days=days)
    record(AuditEvent.RENEWAL_REMINDED, actor=None, subject=found, days=days)
    telling.remind_of_renewal(found)
    return True
