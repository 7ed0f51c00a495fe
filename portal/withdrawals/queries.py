"""The exact words that others get when somebody withdraws or the office stops; shown before the step is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.cases.statuses import CaseStatus
from portal.handbook.queries import Words, current, told
from portal.handbook.statuses import NoticeKind
from portal.plans.gates import is_settled_without_meeting
from portal.programmes.processes import definition

if TYPE_CHECKING:
    from portal.cases.models import Case, Participant


def words_to_others(person: Participant) -> list[Words]:
    """What the others will read; none when they will read nothing at all.

    Two while not everyone has said yes and either is possible: which one it is would tell what somebody answered (P7).
    """
    case, least = person.case, definition(person.case.process).parties_min
    if case.status == CaseStatus.HELD or is_settled_without_meeting(case) or not person.is_party:
        return []
    others = [other for other in case.participants.all() if other.is_party and not other.has_left and other != person]
    if case.status not in (CaseStatus.OPENED, CaseStatus.INVITING):
        enough = sum(other.is_active for other in others) >= least
        return [_told(case, NoticeKind.ASKED_AFRESH if enough else NoticeKind.WITHDRAWAL_WORDS)]
    afresh = [] if person.is_requester or len(others) < least else [_told(case, NoticeKind.ASKED_AFRESH)]
    return [*afresh, _told(case, NoticeKind.WITHDRAWAL_WORDS)]


def words_of_the_office(case: Case) -> dict[str, Words]:
    return {
        "stop": _told(case, NoticeKind.STOP_WORDS),
        "pause": _told(case, NoticeKind.PAUSE_WORDS),
        "resume": _told(case, NoticeKind.RESUME_WORDS),
    }


def _told(case: Case, kind: NoticeKind) -> Words:
    return told(current(kind, case.programme, process=case.process))
