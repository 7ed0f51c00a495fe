"""When it does not come about: a no, no answer and a late "not suitable" end on one day, in one way (P7)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.passes.actions import revoke_invitations
from portal.vault import keyring

from ..models import Case
from ..policies import can_coordinate, can_end
from ..statuses import AssignmentEnd, CaseStatus, Ending, Willing
from .matters import MatterGone, touch
from .news import send_news, stop_news
from .spine import TransitionRefused, end_case, lock_case, release_neutrals

if TYPE_CHECKING:
    from portal.accounts.models import User


@transaction.atomic
def set_aside(*, case_id: UUID, by: User) -> bool:
    """The office finds that another way fits better after all.

    Before anybody was invited the case ends now, and True says so: the caller tells the requester what else there
    is. Once somebody was, nothing shows until the day on which an answer was due, and False says so.

    Raises PermissionDenied, MatterGone or TransitionRefused.
    """
    case = lock_case(case_id)
    if not can_end(by, case):
        raise PermissionDenied
    if case.status == CaseStatus.OPENED:
        end_case(case, ending=Ending.UNSUITABLE, actor=by)
        return True
    if case.status != CaseStatus.INVITING:
        raise TransitionRefused(step="set_aside", words=_("Everyone takes part already. Stop the case instead."))
    case.pending_ending = Ending.UNSUITABLE
    case.save(update_fields=["pending_ending"])
    record(AuditEvent.SCREENING_DECIDED, actor=by, matter=case.matter, subject=case, ending=Ending.UNSUITABLE)
    touch(case.matter)
    return False


@transaction.atomic
def move_answer_day(*, case_id: UUID, day: date, by: User) -> Case:
    """Wait longer, because somebody asked for time. Everyone's page names the new day and not the reason.

    Raises PermissionDenied, MatterGone or TransitionRefused.
    """
    case = lock_case(case_id)
    if not can_coordinate(by, case):
        raise PermissionDenied
    latest = timezone.localdate() + timedelta(days=2 * case.programme.answer_days)
    if case.status != CaseStatus.INVITING or case.answer_by is None or not case.answer_by < day <= latest:
        raise TransitionRefused(step="answer_day", words=_("Choose a later day, but not one so far away."))
    before, case.answer_by = case.answer_by, day
    case.save(update_fields=["answer_by"])
    record(AuditEvent.CASE_MOVED, actor=by, matter=case.matter, subject=case, step="answer_day", before=str(before))
    touch(case.matter)
    return case


def end_unanswered() -> int:
    """End every case whose day for answers has come without everyone's yes; called by run_due. Returns how many."""
    due = Case.objects.filter(status=CaseStatus.INVITING, paused_at=None, answer_by__lte=timezone.localdate())
    ended = 0
    for case_id in due.order_by("pk").values_list("pk", flat=True):
        with keyring.scope():
            ended += _end_if_due(case_id)
    return ended


@transaction.atomic
def _end_if_due(case_id: UUID) -> bool:
    try:
        case = lock_case(case_id)
    except MatterGone:
        return False
    if case.status != CaseStatus.INVITING or case.is_paused or not _has_come(case.answer_by):
        return False
    people = list(case.participants.all())
    ending = case.pending_ending or _ending_of([person.willing for person in people if person.is_party])
    revoke_invitations(key_id=case.vault_key)
    stop_news(case.matter_id)
    end_case(case, ending=Ending(ending), actor=None)
    release_neutrals(case, reason=AssignmentEnd.CASE_ENDED)
    # Whoever said no, and whoever never answered, is not written to again.
    told = [person for person in people if person.is_active and (person.is_requester or person.willing == Willing.YES)]
    send_news(told)
    record(AuditEvent.REQUESTER_TOLD, actor=None, matter=case.matter, subject=case, people=len(told))
    return True


def _has_come(day: date | None) -> bool:
    return day is not None and day <= timezone.localdate()


def _ending_of(answers: list[str]) -> Ending:
    return Ending.DECLINED if Willing.NO in answers else Ending.NO_ANSWER
