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

from . import gates
from .models import Harm, Readiness
from .policies import is_protected
from .statuses import PREPARING

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


def circle_page(case: Case, user: User) -> CirclePage:
    """Everything of one circle before and after it is held, in a fixed number of queries."""
    people = [person for person in case.participants.all() if person.is_active]
    for person in people:
        person.case = case
    prefetch_related_objects(
        people, "preparation", Prefetch("readiness", Readiness.objects.select_related("facilitator"))
    )
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
    )


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
    found = [one.facilitator for one in person.readiness.all() if one.facilitator_id in conducting]
    return Line(
        person=person,
        is_prepared=not left,
        left=len(left),
        forms=list(row.forms) if row else [],
        asks_readiness=ParticipantRole.CAUSED_HARM in person.roles,
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
