"""What single services keep while they go on: a group's objectives, a coachee's goals. And turning to coaching."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.passes.actions import revoke_pass
from portal.programmes.processes import definition
from portal.programmes.statuses import Process

from ..models import HIGHEST, LOWEST, Case, CircleGroup, CircleSheet, CoachingSheet, GroupBrief, Participant
from ..policies import can_coordinate, can_keep_sheet
from ..statuses import (
    WANT_OF_AN_ANSWER,
    CaseStatus,
    Channel,
    CoachingReason,
    GroupReason,
    ParticipantRole,
    Reached,
    Willing,
)
from .matters import touch
from .news import send_news
from .people import make_findable
from .spine import TransitionRefused, lock_case
from .steps import has_stepped, step_of

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.accounts.viewer import Viewer

FEWEST = 2


@transaction.atomic
def change_brief(
    *,
    case_id: UUID,
    group: str,
    objectives: str,
    success_signs: str,
    reason: GroupReason,
    headcount: int | None,
    by: Viewer,
) -> GroupBrief:
    """Write down what a group wants to reach (M7): its sponsor, or those who work on the case.

    `headcount` is a number of people, two or more, or None.

    Raises TransitionRefused, PermissionDenied or MatterGone.
    """
    case = _case_for(case_id, ParticipantRole.GROUP_SPONSOR, by)
    if headcount is not None and headcount < FEWEST:
        raise TransitionRefused(step="brief", words=_("A group is two people or more."))
    brief = GroupBrief.objects.filter(case=case).first() or GroupBrief(vault_key=case.vault_key, case=case)
    brief.group, brief.objectives, brief.success_signs = group.strip(), objectives.strip(), success_signs.strip()
    brief.reason, brief.headcount = reason, headcount
    brief.save()
    record(AuditEvent.BRIEF_CHANGED, actor=by, matter=case.matter, subject=brief, reason=reason, headcount=headcount)
    touch(case.matter)
    return brief


@transaction.atomic
def check_objectives(*, case_id: UUID, reached: Reached, by: User) -> GroupBrief:
    """At the end: did the group reach what it wanted? Raises as `change_brief` does."""
    case = _case_for(case_id, ParticipantRole.GROUP_SPONSOR, by)
    brief = GroupBrief.objects.filter(case=case).first()
    if brief is None or not brief.objectives:
        raise TransitionRefused(step="objectives", words=_("The group's objectives have to be written down first."))
    if case.status != CaseStatus.HELD:
        raise TransitionRefused(step="objectives", words=_("This is asked after a session."))
    brief.reached = reached
    brief.save(update_fields=["reached"])
    record(AuditEvent.OBJECTIVES_CHECKED, actor=by, matter=case.matter, subject=brief, reached=reached)
    touch(case.matter)
    return brief


@transaction.atomic
def change_goals(*, case_id: UUID, goals: str, reason: CoachingReason | None = None, by: User) -> CoachingSheet:
    """Keep what the coachee works on, and why they came. Raises TransitionRefused, PermissionDenied or MatterGone."""
    case = _case_for(case_id, ParticipantRole.COACHEE, by)
    sheet = _sheet(case)
    sheet.goals, sheet.reason = goals.strip(), reason or sheet.reason
    sheet.save()
    record(AuditEvent.COACHING_CHANGED, actor=by, matter=case.matter, subject=sheet)
    touch(case.matter)
    return sheet


@transaction.atomic
def share_resource(*, case_id: UUID, by: User) -> CoachingSheet:
    """One more article or worksheet was shared: only the number is kept (M6). Raises as `change_goals` does."""
    case = _case_for(case_id, ParticipantRole.COACHEE, by)
    sheet = _sheet(case)
    sheet.resources_shared += 1
    sheet.save()
    record(AuditEvent.RESOURCE_SHARED, actor=by, matter=case.matter, subject=sheet)
    touch(case.matter)
    return sheet


@transaction.atomic
def rate_oneself(*, participant_id: UUID, rating: int, channel: Channel, by: Viewer) -> CoachingSheet:
    """The coachee says, from 1 to 10, how well they can handle it: before the first session, and after it (M2).

    Raises TransitionRefused, PermissionDenied or MatterGone.
    """
    person = step_of(participant_id, channel=channel, by=by)
    case = person.case
    if person.role != ParticipantRole.COACHEE or not case.is_open or not person.is_active:
        raise TransitionRefused(step="rating", words=_("This question is not open now."))
    if not LOWEST <= rating <= HIGHEST:
        raise TransitionRefused(step="rating", words=_("Choose a number from 1 to 10."))
    sheet = _sheet(case)
    if case.sessions.filter(started_at__isnull=False).exists():
        sheet.rating_after = rating
    else:
        sheet.rating_before = rating
    sheet.save()
    record(AuditEvent.SELF_RATED, actor=by, matter=case.matter, subject=sheet, channel=channel)
    has_stepped(person)
    touch(case.matter)
    return sheet


@transaction.atomic
def turn_to_coaching(*, case_id: UUID, by: User) -> Case:
    """What could not go on with others goes on for the requester alone, without a word typed twice (M1).

    The others' rows go with all that was kept of them, and they are never contacted again. The requester is asked
    afresh. Raises TransitionRefused, PermissionDenied or MatterGone.
    """
    case = lock_case(case_id)
    if not can_coordinate(by, case):
        raise PermissionDenied
    requester = case.participants.filter(is_requester=True, left_at=None).first()
    if case.ending not in WANT_OF_AN_ANSWER or requester is None:
        raise TransitionRefused(step="coaching", words=_("This case did not end for want of an answer."))
    if not case.programme.conducts_now(Process.COACHING):
        raise TransitionRefused(step="coaching", words=_("This programme does not conduct that process."))
    _forget_others(case, requester)
    before, case.process, case.status = case.process, Process.COACHING, CaseStatus.OPENED
    case.ending, case.ended_from, case.ended_at = "", "", None
    case.invited_at = case.answer_by = None
    case.save()
    requester.role, requester.second_role = ParticipantRole.COACHEE, ""
    requester.willing, requester.answered_at = Willing.ASKED, None
    requester.save(update_fields=["role", "second_role", "willing", "answered_at"])
    requester.case = case
    sheet = _sheet(case)
    sheet.reason = CoachingReason.OTHER_DECLINES
    sheet.save()
    record(AuditEvent.TURNED_TO_COACHING, actor=by, matter=case.matter, subject=case, before=before)
    send_news([requester])
    touch(case.matter)
    return case


def _forget_others(case: Case, requester: Participant) -> None:
    for other in case.participants.exclude(pk=requester.pk).select_related("entry"):
        if other.entry:
            revoke_pass(entry=other.entry)
        other.name, other.contact = "", {}
        make_findable(other)
        other.delete()
    CircleSheet.objects.filter(case=case).delete()
    CircleGroup.objects.filter(case=case).delete()


def _case_for(case_id: UUID, role: ParticipantRole, by: Viewer) -> Case:
    """The locked case of a process with that role, for those who work on it, or whoever has that role in it."""
    case = lock_case(case_id)
    if not can_keep_sheet(by, case, role):
        raise PermissionDenied
    if definition(case.process).requester_role != role:
        raise TransitionRefused(step="sheet", words=_("This belongs to another service."))
    if not case.is_open:
        raise TransitionRefused(step="sheet", words=_("The case has ended."))
    return case


def _sheet(case: Case) -> CoachingSheet:
    return CoachingSheet.objects.filter(case=case).first() or CoachingSheet(vault_key=case.vault_key, case=case)
