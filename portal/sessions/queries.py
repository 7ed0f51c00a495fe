"""What the session page and the case page show of sessions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Prefetch
from django.utils import timezone

from portal.agreements.models import Agreement
from portal.agreements.queries import Signer, current_agreement, signatures_of
from portal.cases import transitions
from portal.cases.models import Assignment, Case, Participant
from portal.programmes.processes import definition

from .models import Session

if TYPE_CHECKING:
    from portal.accounts.viewer import Viewer

# P11: the device stays on the session page until this long after the planned end.
AFTER_THE_END = timedelta(minutes=30)


@dataclass(frozen=True)
class SessionPage:
    session: Session
    case: Case
    people: list[Participant]
    agreement: Agreement | None
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
    agreement = current_agreement(case)
    present = session.attendances.filter(present=True, participant__isnull=False)
    return SessionPage(
        session=session,
        case=case,
        people=[person for person in case.participants.all() if person.is_active],
        agreement=agreement,
        signers=signatures_of(case, agreement),
        missing=transitions.missing(case, "begin") if session.is_planned else [],
        present=frozenset(present.values_list("participant_id", flat=True)),
    )


def with_people(case_id: UUID) -> Case:
    """A case with everything its gates read, so that none of them asks person by person."""
    conducting = Assignment.objects.select_related("neutral")
    return (
        Case.objects.select_related("programme", "matter")
        .prefetch_related("participants__consents", Prefetch("assignments", conducting), "bookings")
        .prefetch_related("agreements__signatures")
        .get(pk=case_id)
    )


def next_session(case: Case, viewer: Viewer) -> Session | None:
    """The session this viewer can open now: the running one, or the one of the booked time."""
    visible = Session.objects.visible_to(viewer).filter(case=case, status__in=("PLANNED", "RUNNING"))
    visible = visible.exclude(booking__status="CANCELLED")
    return visible.select_related("booking").first()


def stays_open_until(session: Session) -> datetime:
    """Until when a device is kept on this session's page; never in the past, for a session may start late."""
    planned = session.booking.ends_at + AFTER_THE_END
    at_least = timezone.now() + timedelta(minutes=definition(session.case.process).default_minutes) + AFTER_THE_END
    return max(planned, at_least) if session.started_at and session.started_at > session.booking.ends_at else planned
