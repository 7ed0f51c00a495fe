"""What the session page and the case page show of sessions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Prefetch
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.agreements.gates import in_force
from portal.agreements.models import Agreement
from portal.agreements.queries import Signer, signatures_of
from portal.cases import transitions
from portal.cases.models import Assignment, Case, CircleGroup, Participant
from portal.programmes.processes import definition
from portal.screening.queries import with_marks

from .gates import here_of
from .models import Session, Turn
from .statuses import Round

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


def session_page(session: Session) -> SessionPage:
    """Everything the page of one session shows, for somebody who may open it."""
    case = session.case
    agreement = in_force(case)
    present = session.attendances.filter(present=True).values_list("participant_id", "neutral_id")
    return SessionPage(
        session=session,
        case=case,
        agreement=agreement,
        signers=signatures_of(case),
        missing=transitions.missing(case, "begin") if session.is_planned else [],
        present=frozenset(participant or neutral for participant, neutral in present),
        rounds=rounds_of(session) if session.is_running else [],
        groups=list(case.circle_groups.all()) if definition(case.process).extra_neutrals else [],
    )


def rounds_of(session: Session) -> list[RoundRow]:
    """Who has had a turn in which round, in two queries."""
    codes = definition(session.case.process).rounds
    if not codes:
        return []
    turns = {(turn.round, turn.participant_id): turn for turn in session.turns.all()}
    here = [row.participant for row in here_of(session) if row.participant]
    return [
        RoundRow(code, str(Round(code).label), [(person, turns.get((code, person.pk))) for person in here])
        for code in codes
    ]


def turns_to_take(session: Session) -> list[str]:
    """Who still waits for a turn, in words, before a circle can end."""
    return [
        _("%(name)s: %(round)s") % {"name": person.display_name, "round": row.words}
        for row in rounds_of(session)
        for person in row.waiting
    ]


def with_people(case_id: UUID) -> Case:
    """A case with everything its gates read, so that none of them asks person by person."""
    conducting = Assignment.objects.select_related("neutral")
    return (
        with_marks(Case.objects.select_related("programme", "matter"))
        .prefetch_related("participants__consents", Prefetch("assignments", conducting), "bookings")
        .prefetch_related("agreements__signatures")
        .get(pk=case_id)
    )


def stays_open_until(session: Session) -> datetime:
    """Until when a device is kept on this session's page; never in the past, for a session may start late."""
    planned_end, now = session.booking.ends_at, timezone.now()
    if now > planned_end:
        planned_end = now + timedelta(minutes=definition(session.case.process).default_minutes)
    return planned_end + AFTER_THE_END
