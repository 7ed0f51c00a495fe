"""Before anybody agrees: the sheet has been understood, and the notice has arrived. One line for each person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.utils.translation import gettext as _

from portal.cases.transitions import Missing

from .models import NoticeDelivery, OwnWords, WrittenNotice
from .statuses import PROVES, SheetOccasion

if TYPE_CHECKING:
    from uuid import UUID

    from portal.cases.models import Case, Participant


def rights_acknowledged(case: Case) -> list[Missing]:
    people = _parties(case)
    if all(hasattr(one, "sheet_said") for one in people):
        said = {one.pk: one.sheet_understood for one in people if one.sheet_said}  # type: ignore[attr-defined]
    else:
        said = {pk: row.understood for pk, row in newest_words(case, SheetOccasion.BEFORE).items()}
    lines = [(person, _lacking(person, said)) for person in people]
    return [Missing(line, person) for person, line in lines if line]


def notice_delivered(case: Case) -> list[Missing]:
    people = _parties(case)
    if people and all(hasattr(one, "has_notice") for one in people):
        is_made = people[0].is_notice_made  # type: ignore[attr-defined]
        reached = {one.pk for one in people if one.has_notice}  # type: ignore[attr-defined]
    else:
        notice = current_notice(case)
        is_made, reached = notice is not None, set(reached_by(notice)) if notice else set()
    if not is_made:
        return [Missing(_("The written notice has not been made yet"))]
    return [
        Missing(_("There is no proof yet that %(name)s has the written notice") % {"name": one.display_name}, one)
        for one in people
        if one.pk not in reached
    ]


def with_papers(people: QuerySet[Participant]) -> QuerySet[Participant]:
    """People with what these gates read of them, in the query that fetches them."""
    said = OwnWords.objects.filter(participant=OuterRef("pk"), occasion=SheetOccasion.BEFORE).order_by("-given_at")
    notice = WrittenNotice.objects.filter(case=OuterRef("case"), replaced_at=None)
    proved = NoticeDelivery.objects.filter(
        participant=OuterRef("pk"), notice__case=OuterRef("case"), notice__replaced_at=None, result__in=PROVES
    )
    return people.annotate(
        sheet_said=Exists(said),
        sheet_understood=Subquery(said.values("understood")[:1]),
        is_notice_made=Exists(notice),
        has_notice=Exists(proved),
    )


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


def _lacking(person: Participant, said: dict[UUID, bool | None]) -> str:
    """`said` holds who has said it, with whether staff found that they understand; None while nobody has read it."""
    name = {"name": person.display_name}
    if person.pk not in said:
        return _("Waiting for %(name)s to say in their own words what the sheet of rights means") % name
    if said[person.pk] is None:
        return _("Staff have to read what %(name)s says about the sheet of rights") % name
    if not said[person.pk]:
        return _("%(name)s reads the sheet of rights once more, with help") % name
    return ""


def _parties(case: Case) -> list[Participant]:
    return [person for person in case.participants.all() if person.is_party and person.is_active]
