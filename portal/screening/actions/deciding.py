"""Deciding on a request. Only "suitable" opens a case; the requester hears every decision in kind words (M18)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.cases.actions import TransitionRefused, add_joined, add_requester, open_case, set_aside, touch
from portal.cases.models import Case, Matter
from portal.cases.statuses import Ending
from portal.intake.actions import answer, lock_request
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
    """What follows from a screening that holds, on a locked request: a case or not, and the words to the writer.

    Requests that were joined are decided about together; each writer hears it in their own conversation.
    """
    asked = asked_together(request)
    if screening.decision == Decision.SUITABLE:
        _open(asked, screening, by=by)
    else:
        for one in asked:
            one.status = RequestStatus.SCREENED
            one.save(update_fields=["status"])
    for one in asked:
        _tell(one, screening, by=by)


def asked_together(request: Request) -> list[Request]:
    """The open requests of a locked matter, the earliest first: one, unless two were joined."""
    rows = Request.objects.select_for_update(of=("self",)).select_related("programme", "entry")
    asked = list(rows.open().filter(matter=request.matter_id).order_by("first_contact_at", "pk"))
    for one in asked:
        one.matter = request.matter
    return asked


@transaction.atomic
def decide_against(*, case_id: UUID, alternatives: Sequence[str], reason: str, by: User) -> bool:
    """Not suitable after all. True when the requester hears the other ways now: nobody had been invited yet.

    Raises PermissionDenied, MatterGone or TransitionRefused.
    """
    at_once = set_aside(case_id=case_id, by=by)
    asked = Request.objects.select_related("matter", "programme", "entry").filter(case_id=case_id)
    request, *joined = list(asked.order_by("first_contact_at", "pk")) or [None]
    if request is None:
        return at_once
    finding = Finding(decision=Decision.ALTERNATIVES, reason=reason, alternatives=alternatives)
    advice = weigh(finding, programme=request.programme, by=by)
    screening = write_down(finding, advice, matter=request.matter, by=by)
    for one in (request, *joined) if at_once else ():
        _tell(one, screening, by=by)
    return at_once


@transaction.atomic
def use_emergency_page(*, matter: Matter, by: User) -> None:
    """Write down that the emergency page was used: who and when, and nothing of what was said."""
    record(AuditEvent.EMERGENCY_PAGE_USED, actor=by, matter=matter)


def _check_decidable(request: Request, finding: Finding) -> None:
    check_open(request)
    if Screening.objects.filter(matter=request.matter, standing=Standing.WAITING).exists():
        raise TransitionRefused(step="screen", words=_("A decision waits for a second reader already."))
    if finding.decision == Decision.SUITABLE and not request.programme.conducts_now(finding.process):
        raise TransitionRefused(step="screen", words=_("This programme does not conduct that process."))
    if finding.decision == Decision.SUITABLE:
        _check_room_for(request.matter, finding.process)
        _check_allegations(request, finding.process)


def _check_allegations(request: Request, process: str) -> None:
    """Where allegations are tracked, a case is opened for those that go its way (C11)."""
    if not request.programme.tracks_allegations or definition(process).others == Others.NEVER:
        return
    words = not_ready(request.matter.allegations.prefetch_related("routes"), process, request.programme)
    if words:
        raise TransitionRefused(step="screen", words=" ".join(f"{line.rstrip('.')}." for line in words))


def _check_room_for(matter: Matter, process: str) -> None:
    """Requests that were joined bring several people; some processes are for one."""
    most = definition(process).people_most
    if most is not None and matter.requests.open().count() > most:
        words = _("Two requests were joined here, and this process is for one person. Part them first.")
        raise TransitionRefused(step="screen", words=words)


def check_open(request: Request) -> None:
    """Raises TransitionRefused when nothing can be decided about the request, or not yet."""
    if request.status not in OPEN_REQUESTS:
        raise TransitionRefused(step="screen", words=_("This request has been decided already."))
    if request.is_held_for_age:
        words = _("The writer is under 18. Write down first which rule of the office applies.")
        raise TransitionRefused(step="screen", words=words)


def _open(asked: Sequence[Request], screening: Screening, *, by: User) -> Case:
    first, *joined = asked
    case = open_case(
        matter=first.matter,
        process=screening.process,
        coordinator=first.assigned_to or by,
        unit=first.unit,
        safeguards=screening.safeguards,
        actor=by,
    )
    add_requester(case, **_person_of(first), by=by)
    for one in joined:
        add_joined(case, **_person_of(one), by=by)
    for one in asked:
        one.case, one.status = case, RequestStatus.CASE_OPENED
        one.save(update_fields=["case", "status"])
    return case


def _person_of(request: Request) -> dict[str, Any]:
    contact = {**request.contact, "way": request.safe_way}
    return {"name": request.name, "contact": contact, "entry": request.entry}


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
