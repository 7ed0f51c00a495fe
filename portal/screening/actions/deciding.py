"""Deciding on a request. Only "suitable" opens a case; the requester hears every decision in kind words (M18)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
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
from portal.programmes.statuses import Others

from ..allegations import not_ready
from ..models import Screening
from ..policies import can_screen
from ..statuses import Decision, Standing
from ..words import message_for
from .findings import Finding, label_of, weigh, write_down

if TYPE_CHECKING:
    from portal.accounts.models import User


@transaction.atomic
def decide(*, request_id: UUID, finding: Finding, by: User) -> Screening:
    """Decide on a request, or decide anew while no case is open, and tell the requester.

    Where somebody else has to read it first, it waits: no case is opened and nobody is told.

    Raises PermissionDenied, MatterGone, or TransitionRefused with what stands against it.
    """
    request = lock_request(request_id)
    if not can_screen(by, request):
        raise PermissionDenied
    _check_decidable(request, finding)
    advice = weigh(finding, programme=request.programme, by=by)
    screening = write_down(finding, advice, matter=request.matter, by=by)
    facts = {"decision": finding.decision, "standing": screening.standing, "rubric": advice.rubric.version}
    record(AuditEvent.SCREENING_DECIDED, actor=by, matter=request.matter, subject=screening, **facts)
    touch(request.matter)
    if not screening.is_waiting:
        carry_out(request, screening, by=by)
    return screening


def carry_out(request: Request, screening: Screening, *, by: User) -> None:
    """What follows from a screening that holds, on a locked request: a case or not, and the words to the writer."""
    if screening.decision == Decision.SUITABLE:
        _open(request, screening.process, by=by)
    else:
        request.status = RequestStatus.SCREENED
        request.save(update_fields=["status"])
    _tell(request, screening, by=by)


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
    advice = weigh(finding, programme=request.programme, by=by)
    screening = write_down(finding, advice, matter=request.matter, by=by)
    if at_once:
        _tell(request, screening, by=by)
    return at_once


@transaction.atomic
def use_emergency_page(*, matter: Matter, by: User) -> None:
    """Write down that the emergency page was used: who and when, and nothing of what was said."""
    record(AuditEvent.EMERGENCY_PAGE_USED, actor=by, matter=matter)


def lock_request(request_id: UUID) -> Request:
    """The request with its matter, both locked in that order. Raises MatterGone."""
    matter_id = Request.objects.values_list("matter_id", flat=True).get(pk=request_id)
    matter = lock_matter(matter_id)
    request = Request.objects.select_for_update(of=("self",)).select_related("programme", "entry").get(pk=request_id)
    request.matter = matter
    return request


def _check_decidable(request: Request, finding: Finding) -> None:
    check_open(request)
    if Screening.objects.filter(matter=request.matter, standing=Standing.WAITING).exists():
        raise TransitionRefused(step="screen", words=_("A decision waits for a second reader already."))
    if finding.decision == Decision.SUITABLE and not request.programme.conducts_now(finding.process):
        raise TransitionRefused(step="screen", words=_("This programme does not conduct that process."))
    if finding.decision == Decision.SUITABLE:
        _check_allegations(request, finding.process)


def _check_allegations(request: Request, process: str) -> None:
    """Where allegations are tracked, a case is opened for those that go its way (C11)."""
    if not request.programme.tracks_allegations or definition(process).others == Others.NEVER:
        return
    words = not_ready(request.matter.allegations.prefetch_related("routes"), process, request.programme)
    if words:
        raise TransitionRefused(step="screen", words=" ".join(f"{line.rstrip('.')}." for line in words))


def check_open(request: Request) -> None:
    """Raises TransitionRefused when nothing can be decided about the request, or not yet."""
    if request.status not in OPEN_REQUESTS:
        raise TransitionRefused(step="screen", words=_("This request has been decided already."))
    if request.is_held_for_age:
        words = _("The writer is under 18. Write down first which rule of the office applies.")
        raise TransitionRefused(step="screen", words=words)


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


def _tell(request: Request, screening: Screening, *, by: User) -> None:
    body = message_for(
        decision=screening.decision,
        process=label_of(screening.process),
        alternatives=screening.alternatives,
        refer_to=screening.refer_to,
        own_words=screening.own_words,
    )
    if request.entry_id:
        answer(entry_id=request.entry_id, body=body, by=by)


def ending_of(screening: Screening) -> Ending:
    """How a request that opened no case is counted when it is ended."""
    return Ending.REFERRED if screening.decision == Decision.REFER else Ending.UNSUITABLE
