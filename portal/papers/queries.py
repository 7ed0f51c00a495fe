"""The page of what people get before they are asked: one line for each person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .gates import all_words, current_notice
from .models import NoticeDelivery, OwnWords, WrittenNotice
from .notices import covered, lacking
from .statuses import PROVES, SheetOccasion

if TYPE_CHECKING:
    from portal.cases.models import Case, Participant


@dataclass(frozen=True)
class PersonLine:
    person: Participant
    words: OwnWords | None
    leaving: OwnWords | None
    deliveries: list[NoticeDelivery]

    @property
    def has_notice(self) -> bool:
        return any(row.result in PROVES for row in self.deliveries)

    @property
    def came_back(self) -> bool:
        """The last thing heard of it is that it came back, and nothing proves that they have it."""
        return not self.has_notice and bool(self.deliveries) and self.deliveries[-1].result == "BOUNCED"


@dataclass(frozen=True)
class PapersPage:
    notice: WrittenNotice | None
    lines: list[PersonLine]
    # What has to be written down before a notice can be made.
    lacking: list[str]
    is_nothing_covered: bool


def papers_page(case: Case) -> PapersPage:
    notice, rows = current_notice(case), covered(case)
    words = all_words(case)
    given: dict[object, list[NoticeDelivery]] = {}
    if notice:
        for row in notice.deliveries.select_related("recorded_by"):
            given.setdefault(row.participant_id, []).append(row)
    people = [person for person in case.participants.all() if person.is_party]
    lines = [
        PersonLine(
            one,
            words.get((one.pk, SheetOccasion.BEFORE)),
            words.get((one.pk, SheetOccasion.LEAVING)),
            given.get(one.pk, []),
        )
        for one in people
    ]
    return PapersPage(notice, lines, lacking(rows), not rows)
