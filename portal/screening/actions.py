"""Deciding on a request. Only "suitable" opens a case; the requester hears every decision in kind words (M18)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.cases.actions import TransitionRefused, add_requester, lock_matter, open_case, set_aside, touch
from portal.cases.models import Case, Matter
from portal.cases.statuses import Ending
from portal.intake.actions import answer
from portal.intake.models import Request
from portal.intake.statuses import OPEN_REQUESTS, RequestStatus
from portal.programmes.processes import definition

from .models import Screening
from .policies import can_screen
from .statuses import Decision
from .words import message_for

if TYPE_CHECKING:
    from portal.accounts.models import User


@dataclass(frozen=True)
class Finding:
    """What the person who decides says; the reason and the ticks are for staff and are sealed."""

    decision: Decision
    reason: str
    process: str = ""
    alternatives: Sequence[str] = ()
    refer_to: str = ""
    own_words: str = ""
    asked: Sequence[str] = ()
    talked_on: date | None = None


@transaction.atomic
def decide(*, request_id: UUID, finding: Finding, by: User) -> Screening:
    """Decide on a request, or decide anew while no case is open, and tell the requester.

    Raises PermissionDenied, MatterGone, or TransitionRefused with what stands against it.
    """
    request = _lock_request(request_id)
    if not can_screen(by, request):
        raise PermissionDenied
    _check_decidable(request, finding)
    screening = _write_down(request, finding, by=by)
    if finding.decision == Decision.SUITABLE:
        _open(request, finding.process, by=by)
    else:
        request.status = RequestStatus.SCREENED
        request.save(update_fields=["status"])
    record(AuditEvent.SCREENING_DECIDED, actor=by, matter=request.matter, subject=screening, decision=finding.decision)
    _tell(request, finding, by=by)
    touch(request.matter)
    return screening


@transaction.atomic
def decide_against(*, case_id: UUID, alternatives: Sequence[str], reason: str, by: User) -> bool:
    """Not suitable after all. True when the requester hears the other ways now: nobody had been invited yet.

    Raises PermissionDenied, MatterGone or TransitionRefused.
    """
    at_once = set_aside(case_id=case_id, by=by)
    request = Request.objects.select_related("matter", "programme", "entry").filter(case_id=case_id).first()
    if request is None:
        return at_once
    finding = Finding(decision=Decision.ALTERNATIVES, reason=reason, alternatives=alternatives)
    _write_down(request, finding, by=by)
    if at_once:
        _tell(request, finding, by=by)
    return at_once


@transaction.atomic
def use_emergency_page(*, matter: Matter, by: User) -> None:
    """Write down that the emergency page was used: who and when, and nothing of what was said."""
    record(AuditEvent.EMERGENCY_PAGE_USED, actor=by, matter=matter)


def _lock_request(request_id: UUID) -> Request:
    matter_id = Request.objects.values_list("matter_id", flat=True).get(pk=request_id)
    matter = lock_matter(matter_id)
    request = Request.objects.select_for_update(of=("self",)).select_related("programme", "entry").get(pk=request_id)
    request.matter = matter
    return request


def _check_decidable(request: Request, finding: Finding) -> None:
    if request.status not in OPEN_REQUESTS:
        raise TransitionRefused(step="screen", words=_("This request has been decided already."))
    if request.is_held_for_age:
        words = _("The writer is under 18. Write down first which rule of the office applies.")
        raise TransitionRefused(step="screen", words=words)
    if finding.decision == Decision.SUITABLE and not request.programme.conducts_now(finding.process):
        raise TransitionRefused(step="screen", words=_("This programme does not conduct that process."))


def _write_down(request: Request, finding: Finding, *, by: User) -> Screening:
    screening = Screening.objects.filter(request=request).first() or Screening(request=request)
    screening.vault_key = request.vault_key
    screening.decision, screening.process = finding.decision, finding.process
    screening.alternatives = list(finding.alternatives)
    screening.refer_to, screening.reason = finding.refer_to, finding.reason
    screening.conversation = {"asked": list(finding.asked)}
    screening.talked_on, screening.decided_by, screening.decided_at = finding.talked_on, by, timezone.now()
    screening.save()
    return screening


def _open(request: Request, process: str, *, by: User) -> Case:
    case = open_case(
        matter=request.matter,
        process=process,
        coordinator=request.assigned_to or by,
        unit=request.unit,
        actor=by,
    )
    contact = {**request.contact, "way": request.safe_way}
    add_requester(case, name=request.name, contact=contact, entry=request.entry, by=by)
    request.case, request.status = case, RequestStatus.CASE_OPENED
    request.save(update_fields=["case", "status"])
    return case


def _tell(request: Request, finding: Finding, *, by: User) -> None:
    process = str(definition(finding.process).label) if finding.process else ""
    body = message_for(
        decision=finding.decision,
        process=process,
        alternatives=finding.alternatives,
        refer_to=finding.refer_to,
        own_words=finding.own_words,
    )
    if request.entry_id:
        answer(entry_id=request.entry_id, body=body, by=by)


def ending_of(screening: Screening) -> Ending:
    """How a request that opened no case is counted when it is ended."""
    return Ending.REFERRED if screening.decision == Decision.REFER else Ending.UNSUITABLE
