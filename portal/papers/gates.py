"""Before anybody agrees: the sheet has been understood, and the notice has arrived. One line for each person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from portal.cases.transitions import Missing

from .models import NoticeDelivery, OwnWords, WrittenNotice
from .statuses import PROVES, SheetOccasion

if TYPE_CHECKING:
    from uuid import UUID

    from portal.cases.models import Case, Participant


def rights_acknowledged(case: Case) -> list[Missing]:
    words = newest_words(case, SheetOccasion.BEFORE)
    return [Missing(line, person) for person in _parties(case) if (line := _lacking(person, words.get(person.pk)))]


def notice_delivered(case: Case) -> list[Missing]:
    notice = current_notice(case)
    if notice is None:
        return [Missing(_("The written notice has not been made yet"))]
    reached = set(reached_by(notice))
    return [
        Missing(_("There is no proof yet that %(name)s has the written notice") % {"name": one.display_name}, one)
        for one in _parties(case)
        if one.pk not in reached
    ]


def current_notice(case: Case) -> WrittenNotice | None:
    return WrittenNotice.objects.filter(case=case.pk, replaced_at=None).first()


def reached_by(notice: WrittenNotice) -> list[UUID]:
    """Those of whom something proves that they have it. What came back afterwards takes nothing away."""
    proved = NoticeDelivery.objects.filter(notice=notice, result__in=PROVES)
    return list(proved.values_list("participant_id", flat=True))


def newest_words(case: Case, occasion: SheetOccasion) -> dict[UUID, OwnWords]:
    """By person; the newest row counts."""
    return {person: row for (person, when), row in all_words(case).items() if when == occasion}


def all_words(case: Case) -> dict[tuple[UUID, str], OwnWords]:
    """The newest row of each person and occasion, in one query."""
    rows = OwnWords.objects.filter(participant__case=case.pk).order_by("given_at")
    return {(row.participant_id, row.occasion): row for row in rows}


def _lacking(person: Participant, words: OwnWords | None) -> str:
    name = {"name": person.display_name}
    if words is None:
        return _("Waiting for %(name)s to say in their own words what the sheet of rights means") % name
    if words.understood is None:
        return _("Staff have to read what %(name)s says about the sheet of rights") % name
    if not words.understood:
        return _("%(name)s reads the sheet of rights once more, with help") % name
    return ""


def _parties(case: Case) -> list[Participant]:
    return [person for person in case.participants.all() if person.is_party and person.is_active]
