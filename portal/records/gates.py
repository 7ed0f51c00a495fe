"""What stands between an ended matter and its destruction."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, QuerySet, Value, prefetch_related_objects
from django.utils.translation import gettext as _

from portal.access.models import AccessRequest, AmendmentRequest
from portal.access.queries import asked_for
from portal.cases.models import Assignment, Matter
from portal.cases.statuses import CaseStatus
from portal.cases.transitions import Missing
from portal.disclosures.models import Disclosure
from portal.instances.gates import documents_there
from portal.intake.statuses import OPEN_REQUESTS

from .models import Hold
from .statuses import Outside


def is_held(matter_id: UUID) -> bool:
    """Whether destruction is suspended: by a hold, or because somebody has asked for their record (R17, R25)."""
    return any(_suspension_of(matter_id))


SUSPENSION = ("is_on_hold", "is_asked_for")


def with_suspension(rows: QuerySet[Any], matter: str = "matter") -> QuerySet[Any]:
    """Matters, or rows of one, with whether and why destruction is suspended, in the query that fetches them."""
    held = Hold.objects.filter(matter=OuterRef(matter), released_at=None)
    return rows.annotate(is_on_hold=Exists(held), is_asked_for=asked_for(matter))


def _suspension_of(matter_id: UUID) -> tuple[bool, bool]:
    """By a hold, and because somebody has asked."""
    found = with_suspension(Matter.objects.filter(pk=matter_id), "pk")
    return found.values_list(*SUSPENSION).first() or (False, False)


def hinders_joining(matter_ids: Iterable[UUID]) -> dict[UUID, str]:
    """Joining destroys a key, and moves what has to be left as it is; the register of disclosures never changes."""
    ids = list(matter_ids)
    reasons = {
        _("something was disclosed from it, and that entry stays as it is"): Disclosure.objects.filter(matter__in=ids),
        _("somebody has asked to see their record"): AccessRequest.objects.open().filter(matter__in=ids),
        _("somebody has asked to change their record"): AmendmentRequest.objects.open().filter(matter__in=ids),
        _("there is a hold"): Hold.objects.filter(matter__in=ids, released_at=None),
    }
    # One query for all of them: which matter, and the place of its reason.
    lines = [rows.order_by().values_list("matter", Value(place)) for place, rows in enumerate(reasons.values())]
    words = list(reasons)
    return {matter_id: words[place] for matter_id, place in lines[0].union(*lines[1:]).order_by()}


def missing_to_close(matter: Matter) -> list[Missing]:
    """Everything close still waits for, in the order in which a person would see to it."""
    return _not_ended(matter) + documents_there(matter) + _on_hold(matter) + _outside(matter)


def _not_ended(matter: Matter) -> list[Missing]:
    case = getattr(matter, "case", None)
    if case is not None:
        return [] if case.status == CaseStatus.ENDED else [Missing(_("The case has not ended yet"))]
    if matter.requests.filter(status__in=OPEN_REQUESTS).exists():
        return [Missing(_("The request has not ended yet"))]
    return []


def _on_hold(matter: Matter) -> list[Missing]:
    if hasattr(matter, "is_on_hold"):
        is_on_hold, is_asked_for = matter.is_on_hold, matter.is_asked_for  # type: ignore[attr-defined]
    else:
        is_on_hold, is_asked_for = _suspension_of(matter.pk)
    lines = [Missing(_("Destruction is suspended: there is a hold"))] if is_on_hold else []
    if is_asked_for:
        lines.append(Missing(_("Destruction is suspended: somebody has asked to see or to change their record")))
    return lines


def _outside(matter: Matter) -> list[Missing]:
    """P13: paper, mail and everybody's own notes lie outside this program; a person says they are gone."""
    confirmed = {(row.item, row.person_id) for row in matter.outside_checks.all()}
    return [Missing(words) for item, person_id, words in outside_items(matter) if (item, person_id) not in confirmed]


def outside_items(matter: Matter) -> list[tuple[str, UUID | None, str]]:
    """(item, whose, words) for all that has to be asked about; notes are asked of each neutral by name."""
    asked = (Outside.PAPER, Outside.MAIL) if matter.programme.destroys_at_close else (Outside.FILED,)
    items: list[tuple[str, UUID | None, str]] = [(item, None, str(item.label)) for item in asked]
    case = getattr(matter, "case", None)
    if case is None:
        return items
    # Whoever asks twice for one page fetches once.
    prefetch_related_objects([case], Prefetch("assignments", Assignment.objects.select_related("neutral")))
    people = {row.neutral_id: row.neutral for row in case.assignments.all() if row.accepted_at is not None}
    for person in people.values():
        words = _("%(name)s has destroyed their notes and calendar entries") % {"name": person.get_full_name()}
        items.append((Outside.NEUTRAL_NOTES, person.pk, words))
    return items
