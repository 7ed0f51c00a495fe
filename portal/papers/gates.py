"""Before anybody agrees: the sheet has been understood, and the notice has arrived. One line for each person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.utils.translation import gettext as _

from portal.cases.transitions import Missing

from .models import NoticeDelivery, OwnWords, WrittenNotice
from .statuses import PROVES, SheetOccasion

if TYPE_CHECKING:
    from uuid import UUID

    from portal.cases.models import Case, Participant


def rights_acknowledged(case: Case) -> list[Missing]:
    lines = [(person, _lacking(person, found)) for person, found in _with_what_they_have(case)]
    return [Missing(line, person) for person, line in lines if line]


def notice_delivered(case: Case) -> list[Missing]:
    people = _with_what_they_have(case)
    if not any(found.is_notice_made for _person, found in people):
        return [Missing(_("The written notice has not been made yet"))]
    return [
        Missing(_("There is no proof yet that %(name)s has the written notice") % {"name": one.display_name}, one)
        for one, found in people
        if not found.has_notice
    ]


def _with_what_they_have(case: Case) -> list[tuple[Participant, Any]]:
    """Each party with a row of `with_papers`: their own where they were fetched so, else one that is fetched now."""
    people = _parties(case)
    if all(hasattr(person, "sheet_said") for person in people):
        return [(person, person) for person in people]
    found = {row.pk: row for row in with_papers(case.participants.filter(pk__in=[person.pk for person in people]))}
    return [(person, found[person.pk]) for person in people]


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


def with_proofs(people: QuerySet[Participant]) -> QuerySet[Participant]:
    """People with what their record shows of sheet and notice, long afterwards, in the query that fetches them.

    A yes holds for the notice that was there when it was given: an older one that arrived is proof as well.
    """
    said = OwnWords.objects.filter(participant=OuterRef("pk")).order_by("-given_at")
    proved = NoticeDelivery.objects.filter(participant=OuterRef("pk"), notice__case=OuterRef("case"), result__in=PROVES)
    return people.annotate(
        understood_before=Subquery(said.filter(occasion=SheetOccasion.BEFORE).values("understood")[:1]),
        understood_on_leaving=Subquery(said.filter(occasion=SheetOccasion.LEAVING).values("understood")[:1]),
        was_notice_made=Exists(WrittenNotice.objects.filter(case=OuterRef("case"))),
        was_notice_proved=Exists(proved),
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


def _lacking(person: Participant, found: Any) -> str:
    """Of the newest words: nobody has read them while `sheet_understood` is None."""
    name = {"name": person.display_name}
    if not found.sheet_said:
        return _("Waiting for %(name)s to say in their own words what the sheet of rights means") % name
    if found.sheet_understood is None:
        return _("Staff have to read what %(name)s says about the sheet of rights") % name
    if not found.sheet_understood:
        return _("%(name)s reads the sheet of rights once more, with help") % name
    return ""


def _parties(case: Case) -> list[Participant]:
    return [person for person in case.participants.all() if person.is_party and person.is_active]
