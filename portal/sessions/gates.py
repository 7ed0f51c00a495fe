"""Whose yes a further session still needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from portal.cases.statuses import CaseStatus, ConsentKind
from portal.cases.transitions import Missing
from portal.programmes.processes import definition

from .statuses import CONCLUDED, Outcome, Round, SessionStatus

if TYPE_CHECKING:
    from portal.cases.models import Case, Participant

    from .models import Attendance, Session


def everyone_wants_another(case: Case) -> list[Missing]:
    """A further session is by mutual agreement: each party says yes to it anew (M32)."""
    number = next_number(case)
    return [
        Missing(_("Waiting for %(name)s to want a further session") % {"name": person.display_name}, person)
        for person in case.participants.all()
        if person.is_party and person.is_active and not _wants(person, number)
    ]


def everyone_had_a_turn(case: Case) -> list[Missing]:
    """Before a circle ends, each person in it has had a turn in each round, or let it go by (M53)."""
    session = _just_ended(case)
    if session is None or session.outcome == Outcome.STOPPED_FOR_SAFETY:
        return []
    had = {(turn.participant_id, turn.round) for turn in session.turns.all()}
    return [
        Missing(
            _("%(name)s has not had a turn: %(round)s")
            % {"name": one.participant.display_name, "round": Round(code).label},
            one.participant,
        )
        for code in definition(case.process).rounds
        for one in here_of(session)
        if one.participant and (one.participant_id, code) not in had
    ]


def circle_concluded(case: Case) -> list[Missing]:
    """A circle is held only with a plan, or with the words that there is none (M54)."""
    session = _just_ended(case)
    if session is None or session.outcome in CONCLUDED | {Outcome.STOPPED_FOR_SAFETY}:
        return []
    return [Missing(_("Say whether the circle has a plan"))]


def here_of(session: Session) -> list[Attendance]:
    """Who takes part and is here, in the order of the case."""
    rows = session.attendances.filter(present=True, participant__isnull=False).select_related("participant")
    return sorted(rows, key=lambda row: row.participant.number)  # type: ignore[union-attr]


def _just_ended(case: Case) -> Session | None:
    """The session that ends in this very step: it has its outcome already, the case is still in session."""
    if case.status != CaseStatus.IN_SESSION:
        return None
    return case.sessions.filter(status=SessionStatus.ENDED).order_by("-ended_at").first()


def next_number(case: Case) -> int:
    """The number the next session will have; one that did not take place does not count."""
    return sum(1 for row in case.sessions.all() if row.status == SessionStatus.ENDED and row.started_at) + 1


def _wants(person: Participant, number: int) -> bool:
    answers = [
        answer
        for answer in person.consents.all()
        if answer.kind == ConsentKind.FURTHER_SESSION and answer.round == number
    ]
    return bool(answers) and answers[-1].yes
