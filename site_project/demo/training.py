"""Courses of the demo office, their dates, and a learner at every state."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from uuid import uuid4

from django.db.models import F
from django.utils import timezone

from portal.programmes.hours import office_zone
from training import actions
from training.models import Course, Enrolment, Learner, Offering, Requirement

from .learning import seed_learning
from .people import person
from .training_office import seed_office_side

# Code, title, level, what the hours count as, hours, needs these.
COURSES = (
    ("listening", "Listening when it is hard", "BASIC", "FACILITATION", 16, ()),
    ("mediation", "Mediation in practice", "CO_MEDIATOR", "MEDIATION", 32, ("listening",)),
    ("lead", "Leading a mediation", "LEAD", "MEDIATION", 40, ("mediation",)),
    ("circles", "Keeping a circle", "RJ_FACILITATOR", "RESTORATIVE", 16, ()),
    ("coaching", "Coaching one person", "COACH", "COACHING", 16, ("listening",)),
    ("teaching", "Teaching others to mediate", "TRAINER", "TEACHING", 24, ("lead",)),
)
# Level, what, at least, and what else the row says. Three tiers of sixteen, thirty-two and forty hours, as community
# schemes have them, each followed by observed practice; who leads has come through two of them.
REQUIREMENTS = (
    ("BASIC", "HOURS", 16, {"window_months": 36}),
    ("CO_MEDIATOR", "HOURS", 32, {"category": "MEDIATION", "window_months": 36}),
    ("CO_MEDIATOR", "OBSERVED", 2, {"group": "practice"}),
    ("CO_MEDIATOR", "CO_LED", 1, {"group": "practice"}),
    ("LEAD", "HOURS", 72, {"category": "MEDIATION", "cap": 40}),
    ("LEAD", "OBSERVED", 2, {}),
    ("LEAD", "CO_LED", 4, {"window_months": 24}),
    ("LEAD", "EVALUATION", 1, {}),
    ("RJ_FACILITATOR", "HOURS", 16, {"category": "RESTORATIVE", "window_months": 36}),
    ("RJ_FACILITATOR", "OBSERVED", 2, {}),
    ("RJ_FACILITATOR", "CO_LED", 1, {}),
    ("COACH", "HOURS", 16, {"category": "COACHING"}),
    ("COACH", "EVALUATION", 1, {}),
    ("TRAINER", "HOURS", 20, {"category": "TEACHING"}),
    ("TRAINER", "OBSERVED", 2, {}),
    ("TRAINER", "EVALUATION", 1, {}),
    ("TRAINER", "REFERENCE", 2, {}),
)
NAMES = ("Robin Vale", "Sam Whitlock", "Ines Carvalho", "Noor Rahman", "Tess Arden", "Milo Petrov", "June Okada")


def seed_training() -> int:
    """All of it, once: a database that has courses is left as it is. Returns how many courses were made."""
    if Course.objects.exists():
        return 0
    by = person("Greta")
    made: dict[str, Course] = {}
    for code, title, level, category, hours, needs in COURSES:
        course = Course(code=code, title=title, level=level, category=category, hours=hours, published=True)
        made[code] = actions.save_course(course=course, needs=[made[need] for need in needs], by=by)
    for level, kind, minimum, more in REQUIREMENTS:
        Requirement.objects.create(level=level, kind=kind, minimum=minimum, **more)
    graduates = _a_course_that_is_over(made["listening"])
    _a_full_course(made["listening"])
    _a_course_with_places(made["mediation"], graduates)
    _a_course_by_application(made["circles"])
    _a_draft(made["coaching"])
    _certify(graduates[0])
    _ask_for_a_group()
    seed_office_side(made["listening"])
    seed_learning()
    return len(made)


def _dates(course: Course, *, begins_in: int, evenings: int, **facts: object) -> Offering:
    """So many evenings of four hours, a week apart; open to people unless it stays a draft."""
    by, draft = person("Greta"), facts.pop("draft", False)
    first = datetime.combine(timezone.localdate() + timedelta(days=begins_in), time(17), office_zone())
    spans = [(first + timedelta(weeks=n), first + timedelta(weeks=n, hours=4)) for n in range(evenings)]
    usual = {
        "places": 12,
        "opens_at": timezone.now() - timedelta(days=20),
        "closes_at": first - timedelta(hours=2),
        "place": "Quayside Hall, room 310",
    }
    offering = actions.create_offering(course=course, meetings=spans, by=by, **(usual | facts))
    return offering if draft else actions.publish_offering(offering_id=offering.pk, by=by)


def _learner(number: int) -> Learner:
    name = NAMES[number]
    return actions.know(address=f"{name.lower().replace(' ', '.')}@example.org", name=name).learner


def _enrol(offering: Offering, number: int, **wishes: str) -> Enrolment:
    return actions.enrol(offering_id=offering.pk, learner=_learner(number), wishes=actions.Wishes(**wishes))


def _a_course_that_is_over(course: Course) -> list[Learner]:
    """Two came to everything, one to half of it, one not at all. Enrolled ahead, then moved to last autumn."""
    by, offering = person("Greta"), _dates(course, begins_in=10, evenings=4)
    enrolled = [_enrol(offering, number) for number in range(4)]
    back = timedelta(days=70)
    offering.meetings.update(starts_at=F("starts_at") - back, ends_at=F("ends_at") - back)
    Offering.objects.filter(pk=offering.pk).update(opens_at=F("opens_at") - back, closes_at=F("closes_at") - back)
    for enrolment, evenings in zip(enrolled, (4, 4, 2, 0), strict=True):
        for meeting in list(offering.meetings.all())[:evenings]:
            actions.take_attendance(enrolment_id=enrolment.pk, meeting_id=meeting.pk, quarters=16, by=by)
    actions.finish_offering(offering_id=offering.pk, by=by)
    return [one.learner for one in enrolled[:2]]


def _a_full_course(course: Course) -> None:
    """Three places: two taken, one on offer to the next person, two who wait, one who left."""
    offering = _dates(course, begins_in=24, evenings=4, places=3)
    enrolled = [_enrol(offering, number, food="Vegetarian" if number % 2 else "") for number in (6, 2, 3, 4, 5, 0)]
    actions.withdraw(enrolment_id=enrolled[0].pk, by=enrolled[0].learner.entry)


def _a_course_with_places(course: Course, graduates: list[Learner]) -> None:
    offering = _dates(course, begins_in=40, evenings=8)
    for learner in graduates:
        wishes = actions.Wishes(access_needs="Captions on videos")
        actions.enrol(offering_id=offering.pk, learner=learner, wishes=wishes)


def _a_course_by_application(course: Course) -> None:
    """Two applications to read, one admitted, one turned down."""
    by, offering = person("Greta"), _dates(course, begins_in=55, evenings=4, admission="REVIEW", places=8)
    why = "I keep a circle in my residence hall and would like to do it well."
    one, other, *_others = [_enrol(offering, number, why=why) for number in (3, 4, 5, 6)]
    actions.admit(enrolment_id=one.pk, by=by)
    reason = "This time we need people from the halls. Please come in May."
    actions.turn_down(enrolment_id=other.pk, reason=reason, by=by)


def _a_draft(course: Course) -> None:
    _dates(course, begins_in=80, evenings=4, draft=True)


def _certify(learner: Learner) -> None:
    actions.grant_certification(learner_id=learner.pk, level="BASIC", by=person("Greta"))


def _ask_for_a_group() -> None:
    actions.send_group_request(
        request_id=uuid4(),
        facts={
            "name": "Lee Hartmann",
            "address": "lee.hartmann@example.org",
            "group": "Resident advisers of North Hall",
            "audience": "STUDENTS",
            "people": 24,
            "hours": 3,
            "hopes": "We would like to calm a quarrel on a floor before it grows.",
            "when": "A weekday evening in January",
        },
    )
