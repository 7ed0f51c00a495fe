"""The exact words that others get when somebody withdraws or the office stops; shown before the step is taken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from portal.cases.statuses import CaseStatus
from portal.handbook.queries import Words, notices_of, pick, told
from portal.handbook.statuses import NoticeKind
from portal.plans.gates import is_settled_without_meeting
from portal.programmes.processes import definition

if TYPE_CHECKING:
    from portal.cases.models import Case, Participant
    from portal.programmes.models import Office

OF_THE_OFFICE = {"stop": NoticeKind.STOP_WORDS, "pause": NoticeKind.PAUSE_WORDS, "resume": NoticeKind.RESUME_WORDS}


def words_to_others(person: Participant, office: Office) -> list[Words]:
    """What the others will read; none when they will read nothing at all.

    Two while not everyone has said yes and either is possible: which one it is would tell what somebody answered (P7).
    """
    settled = is_settled_without_meeting(person.case)
    return _told(person.case, _kinds_to_others(person, settled=settled), office)


@dataclass(frozen=True)
class Leaving:
    """What the others will read when one of these people leaves."""

    names: list[str]
    words: list[Words]


def words_when_leaving(case: Case, people: list[Participant], office: Office) -> list[Leaving]:
    """The same for whoever might leave, so that staff can read it out before they note it; alike words once."""
    settled = is_settled_without_meeting(case)
    names: dict[tuple[NoticeKind, ...], list[str]] = {}
    for person in people:
        names.setdefault(tuple(_kinds_to_others(person, settled=settled)), []).append(person.display_name)
    all_told = dict.fromkeys(kind for kinds in names for kind in kinds)
    words = dict(zip(all_told, _told(case, list(all_told), office), strict=True))
    return [Leaving(who, [words[kind] for kind in kinds]) for kinds, who in names.items()]


def words_of_the_office(case: Case, office: Office) -> dict[str, Words]:
    """By step, what everybody gets when the office takes it."""
    return dict(zip(OF_THE_OFFICE, _told(case, list(OF_THE_OFFICE.values()), office), strict=True))


def _kinds_to_others(person: Participant, *, settled: bool) -> list[NoticeKind]:
    case, least = person.case, definition(person.case.process).parties_min
    if case.status == CaseStatus.HELD or settled or not person.is_party:
        return []
    others = [other for other in case.participants.all() if other.is_party and not other.has_left and other != person]
    if case.status not in (CaseStatus.OPENED, CaseStatus.INVITING):
        enough = sum(other.is_active for other in others) >= least
        return [NoticeKind.ASKED_AFRESH if enough else NoticeKind.WITHDRAWAL_WORDS]
    afresh = [] if person.is_requester or len(others) < least else [NoticeKind.ASKED_AFRESH]
    return [*afresh, NoticeKind.WITHDRAWAL_WORDS]


def _told(case: Case, kinds: list[NoticeKind], office: Office) -> list[Words]:
    in_use = notices_of(case.programme.code) if kinds else {}
    return [told(pick(in_use, kind, case.process), office) for kind in kinds]
