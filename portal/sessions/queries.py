"""What the session page and the case page show of sessions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, QuerySet, Subquery, Value, prefetch_related_objects
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.agreements.gates import in_force
from portal.agreements.models import Agreement
from portal.agreements.queries import Signer, signatures_of
from portal.cases import transitions
from portal.cases.models import Assignment, Case, CircleGroup, Participant
from portal.papers.gates import with_papers
from portal.programmes.processes import definition
from portal.scheduling.gates import booked_at, day_of_session, with_currency
from portal.screening.queries import with_marks

from .gates import here_of
from .models import EARLY, Attendance, Session, Turn
from .statuses import Outcome, Round, SessionStatus

# P11: the device stays on the session page until this long after the planned end.
AFTER_THE_END = timedelta(minutes=30)


@dataclass(frozen=True)
class RoundRow:
    """One round of a circle: everybody who is here, with their turn when they have had it."""

    code: str
    words: str
    turns: list[tuple[Participant, Turn | None]]

    @property
    def waiting(self) -> list[Participant]:
        return [person for person, turn in self.turns if turn is None]


@dataclass(frozen=True)
class SessionPage:
    session: Session
    case: Case
    agreement: Agreement | None
    # Everyone who has to be in the room and to sign, with the signature when there is one.
    signers: list[Signer]
    # What the start still waits for, in words.
    missing: list[transitions.Missing]
    present: frozenset[UUID]
    # Where the process goes round: each round with everybody who is here.
    rounds: list[RoundRow]
    # Who is counted at the door instead of signing, where a process has that.
    groups: list[CircleGroup]

    @property
    def signing_is_open(self) -> bool:
        return bool(self.agreement and self.agreement.signing_opened_at and self.session.is_planned)


def with_case(sessions: QuerySet[Session]) -> QuerySet[Session]:
    """Sessions with their case and what its gates read of it, in the query that fetches them."""
    rows = sessions.select_related("booking__room", "case__programme", "case__matter", "case__circle")
    return with_marks(rows, matter="case__matter").annotate(booked_at=booked_at("case"))


def last_outcome(case: str) -> Coalesce:
    """How the last session came out that was held, of the case that this column of the outer query names; "": none."""
    held = Session.objects.filter(case=OuterRef(case), status=SessionStatus.ENDED).exclude(outcome=Outcome.NOT_HELD)
    newest = held.order_by("-number", "-created_at")
    return Coalesce(Subquery(newest.values("outcome")[:1]), Value(""))


def hand_to_case(session: Session) -> None:
    """What was asked with the session goes where the gates read it, and who conducts the case is fetched."""
    case = session.case
    for name in ("waits_again", "waits_for_look", "booked_at"):
        setattr(case, name, getattr(session, name))
    conducting = with_currency(Assignment.objects.select_related("neutral"), case.process, day_of_session(case))
    here = _here(session).filter(neutral=OuterRef("neutral"))
    prefetch_related_objects([case], Prefetch("assignments", conducting.annotate(is_here=Exists(here))))


def session_page(session: Session) -> SessionPage:
    """Everything the page of one session shows, for somebody who may open it."""
    case = session.case
    people = with_papers(Participant.objects.select_related("preparation"))
    here = _here(session).filter(participant=OuterRef("pk"))
    fetched = Prefetch("participants", people.annotate(is_here=Exists(here)))
    prefetch_related_objects([case], fetched, "participants__consents", "agreements__signatures")
    in_room = [person for person in case.participants.all() if person.is_here]  # type: ignore[attr-defined]
    neutrals_here = [row.neutral_id for row in case.assignments.all() if row.is_here]  # type: ignore[attr-defined]
    counts = session.is_planned and definition(case.process).extra_neutrals
    if counts:
        prefetch_related_objects([case], "circle_groups")
    return SessionPage(
        session=session,
        case=case,
        agreement=in_force(case),
        signers=signatures_of(case),
        missing=transitions.missing(case, "begin") if session.is_planned else [],
        present=frozenset([*(person.pk for person in in_room), *neutrals_here]),
        rounds=rounds_of(session, in_room) if session.is_running else [],
        groups=list(case.circle_groups.all()) if counts else [],
    )


def _here(session: Session) -> QuerySet[Attendance]:
    return Attendance.objects.filter(session=session.pk, present=True)


def rounds_of(session: Session, here: list[Participant]) -> list[RoundRow]:
    """Who of these has had a turn in which round."""
    codes = definition(session.case.process).rounds
    if not codes:
        return []
    turns = {(turn.round, turn.participant_id): turn for turn in session.turns.all()}
    return [
        RoundRow(code, str(Round(code).label), [(person, turns.get((code, person.pk))) for person in here])
        for code in codes
    ]


def turns_to_take(session: Session) -> list[str]:
    """Who still waits for a turn, in words, before a circle can end."""
    if not definition(session.case.process).rounds:
        return []
    here = [row.participant for row in here_of(session) if row.participant]
    return [
        _("%(name)s: %(round)s") % {"name": person.display_name, "round": row.words}
        for row in rounds_of(session, here)
        for person in row.waiting
    ]


def stays_open_until(session: Session) -> datetime:
    """Until when a device is kept on this session's page: past the planned end, and never for days or in the past.

    A session that starts early or late, by mistake or not, is counted from now.
    """
    planned_end, now = session.booking.ends_at, timezone.now()
    if not session.booking.starts_at - EARLY <= now <= planned_end:
        planned_end = now + timedelta(minutes=definition(session.case.process).default_minutes)
    return planned_end + AFTER_THE_END
