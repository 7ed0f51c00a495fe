"""What happens to a case as a whole. Every write is one transaction that checks, changes and records."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record

from .. import transitions
from ..gates import has_come_back
from ..models import Case, Matter
from ..queries.moves import last_mover
from ..statuses import OPEN_STATUSES, AssignmentEnd, CaseStatus, Ending, Willing
from .matters import MatterGone, lock_matter_of, touch
from .news import send_news

if TYPE_CHECKING:
    from django.db.models import Model

    from portal.accounts.models import User


class TransitionRefused(Exception):
    """A step was asked for that is not possible now; says what is missing, in words for people."""

    def __init__(
        self,
        *,
        step: str,
        missing: list[transitions.Missing] | None = None,
        words: str = "",
    ) -> None:
        self.step = step
        self.missing = missing or []
        super().__init__(words or "; ".join(line.words for line in self.missing))


def lock_case(case_id: UUID) -> Case:
    """The case with its matter, both locked in that order. Raises MatterGone."""
    matter = lock_matter_of(case_id)
    case = Case.objects.select_for_update(of=("self",)).select_related("programme").get(pk=case_id)
    case.matter = matter
    return case


def case_id_of(model: type[Model], pk: object) -> UUID:
    """The case that a row belongs to, which is locked before the row itself. Raises MatterGone."""
    case_id = model._default_manager.filter(pk=pk).values_list("case_id", flat=True).first()
    if case_id is None:
        raise MatterGone
    return case_id


def open_case(
    *,
    matter: Matter,
    process: str,
    coordinator: User | None,
    unit: str,
    safeguards: Sequence[str] = (),
    actor: User,
) -> Case:
    """Open a case on a matter whose request was found suitable; inside the caller's transaction."""
    case = Case.objects.create(
        vault_key=matter.pk,
        matter=matter,
        programme=matter.programme,
        process=process,
        coordinator=coordinator,
        unit=unit,
        safeguards=list(safeguards),
    )
    record(
        AuditEvent.CASE_OPENED_FOR_WORK,
        actor=actor,
        matter=matter,
        subject=case,
        process=process,
    )
    touch(matter)
    return case


def keep_safeguards(case: Case, safeguards: Sequence[str]) -> None:
    """A new screening holds: what it has chosen is what the case is conducted by. On a locked case."""
    case.safeguards = list(safeguards)
    case.save(update_fields=["safeguards"])


@transaction.atomic
def move_case(*, case_id: UUID, step: str, actor: User) -> Case:
    """Take a step of the workflow table by hand.

    Raises PermissionDenied, MatterGone, or TransitionRefused with what is missing, and for a step that is no button's.
    """
    case = lock_case(case_id)
    transition = transitions.BY_STEP[step]
    if not transition.decides(actor, case):
        raise PermissionDenied
    if not transition.by_button:
        raise TransitionRefused(step=step, words=_("This step is taken by what completes it, never by itself."))
    return take_step(case, step, actor=actor)


def take_step(case: Case, step: str, *, actor: object | None) -> Case:
    """Check the table and its gates and move a locked case; for actions that complete a step themselves.

    Raises TransitionRefused. The caller has asked the policy and holds the lock.
    """
    transition = transitions.BY_STEP[step]
    if case.status not in transition.sources or case.is_paused:
        raise TransitionRefused(step=step, words=_not_now(case, told=actor))
    missing = transitions.missing(case, step)
    if missing:
        raise TransitionRefused(step=step, missing=missing)
    before, case.status = case.status, transition.target
    if transition.target == CaseStatus.INVITING:
        _begin_asking(case, anew=before == CaseStatus.ENDED)
    case.save()
    record(
        AuditEvent.CASE_MOVED,
        actor=actor,
        matter=case.matter,
        subject=case,
        step=step,
        before=before,
    )
    touch(case.matter)
    return case


def _begin_asking(case: Case, *, anew: bool) -> None:
    """From today on people have the programme's days to answer. Anew: everyone but who came back says it afresh."""
    if anew:
        for person in case.participants.parties():
            if person.willing == Willing.YES and not has_come_back(person, case):
                person.willing, person.answered_at = Willing.ASKED, None
                person.save(update_fields=["willing", "answered_at"])
        send_news(person for person in case.participants.parties() if person.is_active)
        case.ending, case.ended_from, case.ended_at = "", "", None
    case.invited_at = case.invited_at or timezone.now()
    case.answer_by = timezone.localdate() + timedelta(days=case.programme.answer_days)


def end_case(case: Case, *, ending: Ending, actor: object | None, stop_reason: str = "") -> Case:
    """End a locked case, whatever its open status: nobody is asked any more, neutrals are released.

    Features above cancel what is theirs (bookings, sessions) through `withdrawals.actions`.
    """
    if case.status not in OPEN_STATUSES:
        raise TransitionRefused(step="end", words=_not_now(case))
    case.ended_from, case.status = case.status, CaseStatus.ENDED
    case.ending, case.ended_at = ending, timezone.now()
    case.stop_reason, case.paused_at, case.pending_ending = stop_reason, None, ""
    case.save()
    record(
        AuditEvent.CASE_ENDED,
        actor=actor,
        matter=case.matter,
        subject=case,
        ending=ending,
    )
    touch(case.matter)
    return case


def release_neutrals(case: Case, *, reason: AssignmentEnd) -> None:
    """End every assignment that still runs: the case is over for its neutrals."""
    case.assignments.current().update(ended_at=timezone.now(), end_reason=reason)


def _not_now(case: Case, *, told: object | None = None) -> str:
    if case.is_paused:
        return _("The case is paused.")
    words = _("The case is at “%(status)s”; this step is not possible from there.") % {
        "status": case.get_status_display()
    }
    # Participants are not told what staff do; whoever works here is told who was faster.
    who = last_mover(case) if isinstance(told, get_user_model()) else ""
    return f"{who} {words}" if who else words
