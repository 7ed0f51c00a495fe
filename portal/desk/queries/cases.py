"""The reads behind the desk's screens: the case page reads every feature below it, in a fixed number of queries."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db.models import Prefetch
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from portal.accounts.roles import Permission
from portal.agreements.queries import Signer, current_agreement, signatures_of
from portal.cases.models import Assignment, Case, Note, Participant
from portal.cases.policies import may_coordinate
from portal.cases.queries import PersonRow, people_of
from portal.cases.statuses import CaseStatus
from portal.cases.transitions import Missing, Transition
from portal.records.models import Hold
from portal.scheduling.queries.offered import booked_time
from portal.sessions.models import Session

from ..clocks import Clock, since_first_contact
from ..phases import Phase, phases_of
from ..timeline import Line, timeline_of
from ..waiting import Todo, steps_by_button, things_to_do, waiting_for

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.scheduling.models import Booking


@dataclass(frozen=True)
class CasePage:
    """Everything the case page shows. What only staff see is empty for a neutral."""

    case: Case
    title: str
    phases: list[Phase]
    clock: Clock
    people: list[PersonRow]
    neutrals: list[Any]
    sessions: list[Session]
    booking: Booking | None
    signers: list[Signer]
    is_staff: bool
    coordinates: bool
    waiting: list[Missing] = field(default_factory=list)
    todos: list[Todo] = field(default_factory=list)
    steps: list[Transition] = field(default_factory=list)
    timeline: list[Line] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    holds: list[Hold] = field(default_factory=list)


def case_page(case: Case, user: User, *, kind: str = "") -> CasePage:
    """The page of a case that was found through `visible_to` and `with_everything`."""
    agreement = current_agreement(case)
    is_staff = user.may(Permission.OPEN_CASES, case.programme)
    coordinates = is_staff and may_coordinate(user, case)
    return CasePage(
        case=case,
        title=spoken_title(case),
        phases=phases_of(case),
        clock=since_first_contact(case),
        people=people_of(case),
        neutrals=[row for row in case.assignments.all() if row.ended_at is None],
        sessions=list(case.sessions.all()),
        booking=booked_time(case) if case.status == CaseStatus.BOOKED else None,
        signers=signatures_of(case, agreement),
        is_staff=is_staff,
        coordinates=coordinates,
        waiting=waiting_for(case) if is_staff else [],
        todos=things_to_do(case) if coordinates else [],
        steps=steps_by_button(case, user) if coordinates else [],
        timeline=timeline_of(case, kind=kind) if is_staff else [],
        notes=list(case.matter.notes.select_related("author")) if is_staff else [],
        holds=list(case.matter.hold_rows.filter(released_at=None)) if is_staff else [],
    )


def with_everything(cases: Any) -> Any:
    """What the case page and its gates read, so that nothing is asked person by person."""
    return cases.select_related("programme", "matter", "coordinator").prefetch_related(
        "participants__consents",
        "participants__attempts",
        Prefetch("assignments", Assignment.objects.select_related("neutral")),
        Prefetch("sessions", Session.objects.select_related("booking__room")),
    )


def spoken_title(case: Case) -> str:
    """Such as "Alex and Sam": the parties by their first names, for those who may see names (P17)."""
    names = [_first_name(person) for person in case.participants.all() if person.is_party]
    return str(get_text_list(names, _("and"))) if names else case.reference


def _first_name(person: Participant) -> str:
    return person.name.split()[0] if person.name else person.display_name
