"""Courses, their dates, and the people who come."""

from datetime import timedelta
from itertools import count

from django.utils import timezone

from training.actions import Wishes, enrol, know
from training.models import Certification, Course, Credit, Meeting, Offering, Requirement

from .people import make_staff
from .scheduling import local_time

_numbers = count(1)


def make_course(**facts):
    number = next(_numbers)
    usual = {"code": f"course-{number}", "title": f"Course {number}", "category": "MEDIATION", "hours": 4}
    return Course.objects.create(**(usual | {"published": True} | facts))


def make_offering(course=None, *, meetings=2, begins_in=30, **facts):
    """Open to everybody; two evenings of two hours, a month from now."""
    by = facts.pop("created_by", None) or make_staff("TRAINING_MANAGER")
    start = local_time(days=begins_in, hour=18)
    usual = {
        "status": "OPEN",
        "places": 5,
        "opens_at": min(timezone.now(), start) - timedelta(days=60),
        "closes_at": start - timedelta(hours=1),
    }
    offering = Offering.objects.create(course=course or make_course(), created_by=by, **(usual | facts))
    for number in range(meetings):
        begins = start + timedelta(days=7 * number)
        Meeting.objects.create(offering=offering, starts_at=begins, ends_at=begins + timedelta(hours=2))
    return offering


def make_learner(name="Robin Vale", address=None):
    """Somebody with a proven address and a pass."""
    return know(address=address or f"learner{next(_numbers)}@example.org", name=name).learner


def make_enrolment(offering=None, learner=None, **facts):
    """Somebody who has enrolled as people do: they have a place, wait, or have applied; facts are set afterwards."""
    enrolment = enrol(
        offering_id=(offering or make_offering()).pk, learner=learner or make_learner(), wishes=Wishes(food="No nuts")
    )
    for name, value in facts.items():
        setattr(enrolment, name, value)
    if facts:
        enrolment.save()
    return enrolment


def make_credit(learner, kind="HOURS", amount=16, **facts):
    usual = {"earned_on": timezone.localdate(), "recorded_by": facts.pop("recorded_by", None) or make_staff()}
    if kind == "HOURS":
        usual["category"] = "MEDIATION"
    return Credit.objects.create(
        vault_key=learner.vault_key, learner=learner, kind=kind, amount=amount, **(usual | facts)
    )


def make_requirement(level="BASIC", kind="HOURS", minimum=4, **facts):
    return Requirement.objects.create(level=level, kind=kind, minimum=minimum, **facts)


def make_certification(learner, level="BASIC", **facts):
    today = timezone.localdate()
    usual = {
        "code": f"CODE-{next(_numbers)}",
        "granted_on": today - timedelta(days=30),
        "expires_on": today + timedelta(days=300),
        "granted_by": facts.pop("granted_by", None) or make_staff(),
    }
    return Certification.objects.create(learner=learner, level=level, **(usual | facts))
