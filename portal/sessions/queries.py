"""What the session page and the case page show of sessions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Prefetch
from django.utils import timezone

from portal.agreements.gates import in_force
from portal.agreements.models import Agreement
from portal.agreements.queries import Signer, signatures_of
from portal.cases import transitions
from portal.cases.models import Assignment, Case
from portal.programmes.processes import definition
from portal.screening.queries import with_marks

from .models import Session

# P11: the device stays on the session page until this long after the planned end.
AFTER_THE_END = timedelta(minutes=30)


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
        signers=signatures_of(case, agreement),
        missing=transitions.missing(case, "begin") if session.is_planned else [],
        present=frozenset(participant or neutral for participant, neutral in present),
    )


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
