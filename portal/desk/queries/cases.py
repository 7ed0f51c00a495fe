"""The reads behind the desk's screens: the case page reads every feature below it, in a fixed number of queries."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db.models import OuterRef, Prefetch, QuerySet, Subquery
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from portal.accounts.roles import Permission
from portal.agreements.queries import with_signed
from portal.cases.models import Assignment, Case, Note, Participant, Task
from portal.cases.policies import may_coordinate
from portal.cases.queries import PersonRow, people_of, with_answers, with_attempts
from portal.cases.transitions import Missing, Transition
from portal.circles.queries import with_talks
from portal.guests.policies import admits_guests
from portal.intake.models import Request
from portal.intake.queries import with_writing
from portal.papers.gates import with_papers, with_proofs
from portal.plans.queries import with_signed_terms
from portal.programmes.processes import definition
from portal.records.models import Hold
from portal.records.queries import with_what_close_asks
from portal.records.statuses import HoldKind
from portal.scheduling.models import Booking
from portal.scheduling.statuses import BookingStatus
from portal.screening.queries import with_marks

from ..clocks import Clock, since_first_contact
from ..phases import Phase, phases_of
from ..timeline import FIRST, Line, timeline_of
from ..waiting import Todo, steps_by_button, things_to_do, waiting_for

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.sessions.models import Session


@dataclass(frozen=True)
class CasePage:
    """Everything the case page shows. What only staff see is empty for a neutral."""

    case: Case
    title: str
    phases: list[Phase]
    clock: Clock
    people: list[PersonRow]
    neutrals: list[Any]
    # What this process calls them: mediators, coaches, facilitators.
    neutrals_word: str
    sessions: list[Session]
    booking: Booking | None
    is_staff: bool
    coordinates: bool
    # Whether somebody from outside may see one thing of this case at all.
    guests: bool
    may_hold: bool = False
    waiting: list[Missing] = field(default_factory=list)
    todos: list[Todo] = field(default_factory=list)
    steps: list[Transition] = field(default_factory=list)
    timeline: list[Line] = field(default_factory=list)
    # How many lines of the story are not shown.
    earlier: int = 0
    notes: list[Note] = field(default_factory=list)
    # Open tasks first, those due soonest on top; a neutral sees only their own.
    tasks: list[Task] = field(default_factory=list)
    # Why destruction is suspended, in words; empty when it is not.
    hold: str = ""


def case_page(case: Case, user: User, *, kind: str = "", whole: bool = False) -> CasePage:
    """The page of a case that was found through `visible_to` and `with_everything`."""
    bookings = list(case.bookings.all())
    is_staff = user.may(Permission.OPEN_CASES, case.programme)
    # A record that is kept is read and not worked on.
    coordinates = is_staff and may_coordinate(user, case) and not case.matter.is_kept
    story = timeline_of(case, kind=kind) if is_staff else []
    return CasePage(
        case=case,
        title=spoken_title(case),
        phases=phases_of(case),
        clock=since_first_contact(case),
        people=people_of(case),
        neutrals_word=str(definition(case.process).neutrals_word),
        neutrals=[row for row in case.assignments.all() if row.ended_at is None],
        sessions=[one.session for one in bookings if hasattr(one, "session")],
        booking=next((one for one in bookings if one.status == BookingStatus.BOOKED), None),
        is_staff=is_staff,
        coordinates=coordinates,
        guests=is_staff and may_coordinate(user, case) and admits_guests(case.programme),
        may_hold=is_staff and user.may(Permission.PLACE_HOLD, case.programme),
        waiting=waiting_for(case) if is_staff and not case.matter.is_kept else [],
        todos=things_to_do(case) if coordinates else [],
        steps=steps_by_button(case) if coordinates else [],
        timeline=story if whole else story[:FIRST],
        earlier=0 if whole else max(0, len(story) - FIRST),
        notes=list(case.matter.notes.visible_to(user).select_related("author")),
        tasks=_tasks(case, user),
        hold=_hold_in_words(case) if is_staff else "",
    )


def _hold_in_words(case: Case) -> str:
    """Why nothing may be destroyed: a hold, somebody who asked for their record, or both."""
    kind = str(HoldKind(case.hold_kind).label) if case.hold_kind else ""  # type: ignore[attr-defined]
    asked = _("Somebody has asked to see or to change their record") if case.is_asked_for else ""  # type: ignore[attr-defined]
    return " · ".join(words for words in (kind, asked) if words)


def _tasks(case: Case, user: User) -> list[Task]:
    tasks = Task.objects.visible_to(user).filter(case=case).select_related("person", "done_by")
    return sorted(tasks, key=lambda task: (task.is_done, task.due_on, task.added_at))


def with_everything(cases: Any) -> Any:
    """What the case page and its gates read, so that nothing is asked person by person."""
    in_force = Hold.objects.filter(matter=OuterRef("matter"), released_at=None).order_by("placed_at")
    asked = Request.objects.filter(case=OuterRef("pk")).order_by("first_contact_at")
    rows = cases.select_related("programme", "matter__programme", "coordinator", "circle", "plan")
    return (
        with_what_close_asks(with_marks(rows))
        .annotate(
            hold_kind=Subquery(in_force.values("kind")[:1]),
            request_reference=Subquery(asked.values("reference")[:1]),
            # Two people asked, and their requests were joined.
            joined_reference=Subquery(asked.values("reference")[1:2]),
        )
        .prefetch_related(
            Prefetch("participants", _people()),
            "participants__consents",
            Prefetch("assignments", Assignment.objects.select_related("neutral")),
            Prefetch("bookings", Booking.objects.select_related("room", "session")),
        )
    )


def _people() -> QuerySet[Participant]:
    """Everybody with what the page shows and the gates read of them, to the documents that a close waits for."""
    people = with_talks(with_papers(with_attempts(Participant.objects.select_related("withdrawal"))))
    people = with_writing(people, entry="entry")
    return with_signed_terms(with_signed(with_proofs(with_answers(people))))


def spoken_title(case: Case) -> str:
    """Such as "Alex and Sam": the parties by their first names, for those who may see names (P17)."""
    names = [_first_name(person) for person in case.participants.all() if person.is_party]
    return str(get_text_list(names, _("and"))) if names else case.reference


def _first_name(person: Participant) -> str:
    return person.name.split()[0] if person.name else person.display_name
