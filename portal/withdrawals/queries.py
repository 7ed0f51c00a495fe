"""The exact words that others get when somebody withdraws or the office stops; shown before the step is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.cases.statuses import CaseStatus
from portal.handbook.queries import Words, current, told
from portal.handbook.statuses import NoticeKind
from portal.plans.gates import is_agreed
from portal.programmes.processes import definition

if TYPE_CHECKING:
    from portal.cases.models import Case, Participant


def words_to_others(person: Participant) -> Words | None:
    """What the others will read; None when they will read nothing at all."""
    case = person.case
    if case.status == CaseStatus.HELD or is_agreed(case) or not person.is_party:
        return None
    others = [other for other in case.participants.all() if other.is_party and other.is_active and other != person]
    enough = len(others) >= definition(case.process).parties_min
    early = person.is_requester and case.status in (CaseStatus.OPENED, CaseStatus.INVITING)
    return _told(case, NoticeKind.ASKED_AFRESH if enough and not early else NoticeKind.WITHDRAWAL_WORDS)


def words_of_the_office(case: Case) -> dict[str, Words]:
    return {
        "stop": _told(case, NoticeKind.STOP_WORDS),
        "pause": _told(case, NoticeKind.PAUSE_WORDS),
        "resume": _told(case, NoticeKind.RESUME_WORDS),
    }


def _told(case: Case, kind: NoticeKind) -> Words:
    return told(current(kind, case.programme, process=case.process))
