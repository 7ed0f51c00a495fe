"""What the device at the door shows."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils import timezone

from training.models import CheckInDesk, Enrolment, Meeting
from training.statuses import EnrolmentStatus


@dataclass(frozen=True)
class Door:
    """Who is still to come, by name, and how many are here."""

    expected: list[Enrolment]
    here: int


def door_of(meeting: Meeting) -> Door:
    rows = Enrolment.objects.filter(offering=meeting.offering_id, status=EnrolmentStatus.CONFIRMED)
    expected = rows.exclude(attendances__meeting=meeting).select_related("learner")
    here = rows.filter(attendances__meeting=meeting).count()
    return Door(sorted(expected, key=lambda one: one.learner.name.casefold()), here)


def desk_behind(desk_id: int | None) -> CheckInDesk | None:
    """The open desk that a QR code names."""
    rows = CheckInDesk.objects.open(timezone.now()).exclude(device_hash="")
    return rows.filter(pk=desk_id).select_related("meeting__offering__course").first() if desk_id else None


def open_desks(meeting: Meeting) -> list[CheckInDesk]:
    return list(CheckInDesk.objects.open(timezone.now()).filter(meeting=meeting).select_related("opened_by"))
