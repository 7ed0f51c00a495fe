"""What the office sees of courses and their dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Min, Prefetch, Q, QuerySet
from django.utils import timezone

from training.models import Course, Enrolment, GroupRequest, Meeting, Offering
from training.statuses import NEXT_STEPS, EnrolmentStatus, GroupRequestStatus, OfferingStatus

if TYPE_CHECKING:
    from portal.accounts.models import User

ENDED = (OfferingStatus.CANCELLED, OfferingStatus.FINISHED)
_OF_A_PLACE = (EnrolmentStatus.COMPLETED, EnrolmentStatus.PARTLY, EnrolmentStatus.NO_SHOW)


@dataclass(frozen=True)
class OfferingPeople:
    """Everybody of one offering, in the order of the line, by what the office does with them."""

    applications: list[Enrolment]
    confirmed: list[Enrolment]
    offered: list[Enrolment]
    waiting: list[Enrolment]
    # Of a course that is over: everybody who had a place, and what became of it.
    came: list[Enrolment]
    ended: list[Enrolment]


def courses_with_dates(viewer: User, *, over: bool = False) -> list[Course]:
    """Every course with its dates to come, or those that were held with what is over; how full each date is now."""
    shown = Offering.objects.visible_to(viewer).with_places(timezone.now()).annotate(begins=Min("meetings__starts_at"))
    shown = shown.filter(status__in=ENDED) if over else shown.exclude(status__in=ENDED)
    dates = Prefetch("offerings", shown.order_by("begins", "pk"), to_attr="dates")
    courses = Course.objects.visible_to(viewer).prefetch_related(dates)
    return [one for one in courses if one.dates or not over]


def offerings_for(viewer: User) -> QuerySet[Offering]:
    """Dates that this person may open, with course, meetings and places as they are now."""
    meetings = Prefetch("meetings", Meeting.objects.select_related("room").order_by("starts_at"))
    rows = Offering.objects.visible_to(viewer).with_places(timezone.now())
    return rows.select_related("course").prefetch_related(meetings)


def people_of(offering: Offering) -> OfferingPeople:
    """One query for the rows, and one for all their keys when names are read. An offer that ran out has ended."""
    now = timezone.now()
    rows = list(offering.enrolments.select_related("learner").order_by("line"))
    status = EnrolmentStatus
    return OfferingPeople(
        applications=[one for one in rows if one.status == status.APPLIED],
        confirmed=[one for one in rows if one.status == status.CONFIRMED],
        offered=[one for one in rows if one.offer_stands(now)],
        waiting=[one for one in rows if one.status == status.WAITING],
        came=[one for one in rows if one.status in _OF_A_PLACE],
        ended=[one for one in rows if not one.is_live(now) and one.status not in _OF_A_PLACE],
    )


def group_requests(viewer: User) -> Sequence[GroupRequest]:
    """What groups asked for, newest first."""
    return list(GroupRequest.objects.visible_to(viewer).select_related("offering__course"))


def group_to_plan(viewer: User, pk: UUID | None) -> GroupRequest | None:
    """The group for which dates are being made, while none are made for it yet."""
    if pk is None:
        return None
    rows = GroupRequest.objects.visible_to(viewer).filter(pk=pk, offering=None)
    return next((one for one in rows if GroupRequestStatus.PLANNED in next_steps(one)), None)


def courses_to_choose(viewer: User) -> list[Course]:
    return list(Course.objects.visible_to(viewer))


def next_steps(group: GroupRequest) -> list[str]:
    """Where this may go from here, the usual way first: a no is never what a form proposes."""
    open_to = NEXT_STEPS.get(GroupRequestStatus(group.status), ())
    return [one.value for one in GroupRequestStatus if one in open_to]


def unlisted_offerings(group: GroupRequest) -> QuerySet[Offering]:
    """Dates that were made for one group and belong to none yet, or to this one."""
    free = Q(group_request=None) | Q(group_request=group)
    return Offering.objects.filter(free, is_public=False).exclude(status__in=ENDED).select_related("course")
