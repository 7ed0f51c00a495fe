"""Whose yes a further session still needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Max, OuterRef, Subquery
from django.utils.translation import gettext as _

from portal.cases.models import Matter
from portal.cases.statuses import CaseStatus, ConsentKind
from portal.cases.transitions import Missing
from portal.programmes.processes import definition
from portal.screening.models import ScreenAgain
from portal.screening.statuses import Trigger

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


def waits_after_stop(case: Case) -> bool:
    """The last session was stopped for safety, and the office has not screened the case again since.

    Till then nobody is asked about a further one. What comes up later never closes the question again: that would
    tell one party that another has said something.
    """
    ends = [(row.ended_at, row.outcome) for row in case.sessions.all() if row.status == SessionStatus.ENDED]
    ended_at, outcome = max(((at, how) for at, how in ends if at), default=(None, ""))
    if ended_at is None or outcome != Outcome.STOPPED_FOR_SAFETY:
        return False
    if hasattr(case, "safety_looked_at"):
        looked_at = case.safety_looked_at
    else:
        looked_at = Matter.objects.filter(pk=case.matter_id).values_list(safety_looked_at("pk"), flat=True).get()
    return looked_at is None or looked_at < ended_at


def safety_looked_at(matter: str) -> Subquery:
    """When somebody last looked at something new about safety, in the query that fetches a case or a row of it."""
    settled = ScreenAgain.objects.filter(matter=OuterRef(matter), trigger=Trigger.SAFETY)
    return Subquery(settled.order_by().values("matter").annotate(last=Max("settled_at")).values("last"))


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
