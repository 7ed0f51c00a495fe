"""What the screens of a circle show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, Exists, OuterRef, Prefetch, QuerySet, Subquery, prefetch_related_objects
from django.db.models.functions import Coalesce

from portal.cases.models import Assignment, Case, CircleGroup, CircleSheet, Participant
from portal.cases.policies import may_coordinate
from portal.cases.statuses import ParticipantRole
from portal.cases.transitions import Missing
from portal.programmes.processes import definition
from portal.sessions.models import Session
from portal.sessions.statuses import SessionStatus

from . import gates
from .models import Debrief, Harm, Readiness
from .policies import is_protected
from .statuses import LOOKED_BACK_ON, PREPARING

if TYPE_CHECKING:
    from portal.accounts.models import User


@dataclass(frozen=True)
class Line:
    """One person of the circle and how far the talk with them is."""

    person: Participant
    is_prepared: bool
    left: int
    forms: list[str]
    # Of whoever caused harm: who has found them ready, and whether this viewer has.
    asks_readiness: bool
    found_ready: list[str]
    found_by_me: bool
    may_pause: bool


@dataclass(frozen=True)
class CirclePage:
    case: Case
    sheet: CircleSheet | None
    lines: list[Line]
    groups: list[CircleGroup]
    harms: list[Harm]
    missing: list[Missing]
    conducts: bool
    coordinates: bool
    is_preparing: bool
    # What facilitators noted when they looked back, and whether this viewer may.
    debriefs: list[Debrief]
    may_look_back: bool


def circle_page(case: Case, user: User) -> CirclePage:
    """Everything of one circle before and after it is held, in a fixed number of queries."""
    people = [person for person in case.participants.all() if person.is_active]
    for person in people:
        person.case = case
    if case.status in PREPARING:
        # Once they have met, nobody asks any more who was found ready.
        found = Prefetch("readiness", Readiness.objects.select_related("facilitator"))
        prefetch_related_objects(people, "preparation", found)
    conducting = {row.neutral_id for row in case.assignments.all() if row.is_accepted}
    return CirclePage(
        case=case,
        sheet=getattr(case, "circle", None),
        lines=[_line(person, user, conducting) for person in people],
        groups=list(CircleGroup.objects.visible_to(user).filter(case=case).select_related("facilitator")),
        harms=_harms(case, user) if case.status not in PREPARING else [],
        missing=_missing(case),
        conducts=user.pk in conducting,
        coordinates=may_coordinate(user, case),
        is_preparing=case.status in PREPARING and not case.is_paused,
        debriefs=debriefs_of(case, user) if case.status in LOOKED_BACK_ON else [],
        may_look_back=case.status in LOOKED_BACK_ON and user.pk in conducting,
    )


def debriefs_of(case: Case, user: User) -> list[Debrief]:
    """Those of the last circle that was held."""
    rows = Debrief.objects.visible_to(user).filter(session__case=case).select_related("facilitator", "session")
    newest = max((row.session.number for row in rows), default=0)
    return [row for row in rows if row.session.number == newest]


def last_held(case: Case) -> Session | None:
    held = case.sessions.filter(status=SessionStatus.ENDED, started_at__isnull=False)
    return held.order_by("-number").first()


def _harms(case: Case, user: User) -> list[Harm]:
    return list(Harm.objects.visible_to(user).filter(case=case).select_related("owed_by"))


def _missing(case: Case) -> list[Missing]:
    """What the circle itself still waits for, before a time can be booked."""
    if case.status not in PREPARING:
        return []
    asked = (gates.everyone_prepared, gates.way_agreed, gates.ready_to_make_right)
    return [line for gate in asked for line in gate(case)]


def _line(person: Participant, user: User, conducting: set) -> Line:
    left = gates.left_for(person)
    row = getattr(person, "preparation", None)
    is_asked = ParticipantRole.CAUSED_HARM in person.roles and person.case.status in PREPARING
    readiness = person.readiness.all() if is_asked else ()
    found = [one.facilitator for one in readiness if one.facilitator_id in conducting]
    return Line(
        person=person,
        is_prepared=not left,
        left=len(left),
        forms=list(row.forms) if row else [],
        asks_readiness=is_asked,
        found_ready=[one.get_full_name() for one in found],
        found_by_me=user in found,
        may_pause=is_protected(person),
    )


def with_talks(people: QuerySet[Participant]) -> QuerySet[Participant]:
    """People with what the gates of a circle read of them, in the query that fetches them."""
    conducting = Assignment.objects.accepted().filter(
        case=OuterRef("participant__case"), neutral=OuterRef("facilitator")
    )
    found = Readiness.objects.filter(Exists(conducting), participant=OuterRef("pk")).order_by().values("participant")
    counted = Subquery(found.annotate(number=Count("pk")).values("number"))
    return people.select_related("preparation").annotate(found_ready=Coalesce(counted, 0))


def with_circle(cases: object) -> object:
    """Cases with what the screens of a circle read of them."""
    conducting = Assignment.objects.select_related("neutral")
    return cases.select_related("programme", "matter", "coordinator", "circle").prefetch_related(  # type: ignore[attr-defined]
        Prefetch("participants", Participant.objects.select_related("preparation")), Prefetch("assignments", conducting)
    )


def has_circle(case: Case) -> bool:
    return definition(case.process).has_typed_roles
