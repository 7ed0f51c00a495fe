"""Screening a case again: what asks for it, the short look before a session, and the whole rubric once more."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.cases.actions import TransitionRefused, keep_safeguards, lock_case, touch

from ..models import ScreenAgain, Screening
from ..policies import can_look_before_session, can_screen_again
from ..statuses import BY_HAND, Decision, Occasion, Standing, Trigger
from .findings import Finding, weigh, write_down

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.cases.models import Case


def mark_to_screen_again(case: Case, trigger: Trigger, *, actor: object | None) -> None:
    """Something has happened in a locked case that asks for it; for actions of features above. Once is enough."""
    if not ScreenAgain.objects.open().filter(matter=case.matter, trigger=trigger).exists():
        _write(case, trigger, by=None, words="", actor=actor)


def forget_look_before_session(case: Case) -> None:
    """The time it was for has been given back; the next one brings its own. On a locked case."""
    ScreenAgain.objects.open().filter(matter=case.matter_id, trigger=Trigger.SESSION).delete()


@transaction.atomic
def ask_to_screen_again(*, case_id: UUID, trigger: Trigger, words: str = "", by: User) -> ScreenAgain:
    """Staff write down that something has come up: the next steps wait until somebody has screened again.

    Raises PermissionDenied, MatterGone or TransitionRefused.
    """
    case = lock_case(case_id)
    if not can_screen_again(by, case):
        raise PermissionDenied
    _check_open(case)
    if trigger not in BY_HAND:
        raise TransitionRefused(step="screen", words=_("This comes by itself when it happens."))
    return _write(case, trigger, by=by, words=words, actor=by)


@transaction.atomic
def look_before_session(*, case_id: UUID, is_fine: bool, words: str = "", by: User) -> None:
    """The short look before a session: all is as it was, or something has come up and staff screen again.

    Raises PermissionDenied, MatterGone or TransitionRefused.
    """
    case = lock_case(case_id)
    if not can_look_before_session(by, case):
        raise PermissionDenied
    _check_open(case)
    if not is_fine:
        _write(case, Trigger.SAFETY, by=by, words=words, actor=by)
        return
    waiting = ScreenAgain.objects.open().filter(matter=case.matter, trigger=Trigger.SESSION)
    if waiting.update(settled_at=timezone.now(), settled_by=by):
        record(AuditEvent.SCREENED_AGAIN, actor=by, matter=case.matter, subject=case, trigger=Trigger.SESSION)
        touch(case.matter)


@transaction.atomic
def screen_again(*, case_id: UUID, finding: Finding, by: User) -> Screening:
    """Hold an open case against the rubric once more and find that it may go on as it is.

    When it may not, the case is stopped or set aside instead; that is another step.
    Raises PermissionDenied, MatterGone, or TransitionRefused with what stands against it.
    """
    case = lock_case(case_id)
    if not can_screen_again(by, case):
        raise PermissionDenied
    _check_open(case)
    if Screening.objects.filter(matter=case.matter, standing=Standing.WAITING).exists():
        raise TransitionRefused(step="screen", words=_("A decision waits for a second reader already."))
    finding = replace(finding, decision=Decision.SUITABLE, process=case.process)
    advice = weigh(finding, programme=case.programme, by=by)
    screening = write_down(finding, advice, matter=case.matter, by=by, occasion=Occasion.AGAIN)
    facts = {"decision": finding.decision, "standing": screening.standing, "rubric": advice.rubric.version}
    record(AuditEvent.SCREENING_DECIDED, actor=by, matter=case.matter, subject=screening, **facts)
    touch(case.matter)
    if not screening.is_waiting:
        settle(case, screening, by=by)
    return screening


def settle(case: Case, screening: Screening, *, by: User) -> None:
    """What came up before a screening was made has been looked at; what came up since then has not."""
    seen = ScreenAgain.objects.open().filter(matter=case.matter, asked_at__lte=screening.decided_at)
    seen.update(settled_at=timezone.now(), settled_by=by)
    keep_safeguards(case, screening.safeguards)
    record(AuditEvent.SCREENED_AGAIN, actor=by, matter=case.matter, subject=screening)


def _write(case: Case, trigger: Trigger, *, by: User | None, words: str, actor: object | None) -> ScreenAgain:
    mark = ScreenAgain.objects.create(
        vault_key=case.vault_key, matter=case.matter, trigger=trigger, words=words, asked_by=by
    )
    record(AuditEvent.SCREEN_AGAIN_ASKED, actor=actor, matter=case.matter, subject=mark, trigger=trigger)
    touch(case.matter)
    return mark


def _check_open(case: Case) -> None:
    if not case.is_open:
        raise TransitionRefused(step="screen", words=_("The case has ended. There is nothing left to screen."))
