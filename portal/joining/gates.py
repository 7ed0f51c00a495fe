"""What two requests still lack to become one, and whether they can be two again, in words for staff."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.utils.translation import gettext as _

from portal.cases.statuses import CaseStatus
from portal.cases.transitions import Missing
from portal.intake.models import Request
from portal.intake.statuses import OPEN_REQUESTS
from portal.screening.models import Screening
from portal.screening.statuses import Standing

from .models import JoinPermission

if TYPE_CHECKING:
    from portal.cases.models import Matter


def with_standing(rows: QuerySet[Request]) -> QuerySet[Request]:
    """The rows with what `missing_to_join` looks at, in one query however many they are."""
    said = JoinPermission.objects.filter(request=OuterRef("pk")).order_by("-given_at").values("yes")[:1]
    beside = Request.objects.filter(matter=OuterRef("matter")).exclude(pk=OuterRef("pk"))
    waiting = Screening.objects.filter(matter=OuterRef("matter"), standing=Standing.WAITING)
    return rows.annotate(is_permitted=Subquery(said), is_joined=Exists(beside), waits_for_reader=Exists(waiting))


def is_permitted(request: Request) -> bool | None:
    """The newest answer; None while the requester has said nothing."""
    return JoinPermission.objects.filter(request=request).order_by("-given_at").values_list("yes", flat=True).first()


def missing_to_join(one: Any, other: Any, hindered: Mapping[UUID, str]) -> list[Missing]:
    """Everything in the way of joining two rows of `with_standing`; an empty list when they can be joined."""
    if one.programme_id != other.programme_id or one.matter_id == other.matter_id:
        return [Missing(_("These two cannot be joined."))]
    return [Missing(words) for row in (one, other) for words in (*_lacks(row), *_hinders(row, hindered))]


def _lacks(row: Any) -> list[str]:
    named = {"reference": row.reference}
    lines = {
        _("%(reference)s has been decided or has ended"): row.status not in OPEN_REQUESTS,
        _("%(reference)s is held: its writer is under 18"): row.is_held_for_age,
        _("Waiting for the permission of who wrote %(reference)s"): not row.is_permitted,
        _("%(reference)s is joined with another request already"): row.is_joined,
        _("A decision on %(reference)s waits for a second reader"): row.waits_for_reader,
    }
    return [words % named for words, is_so in lines.items() if is_so]


def _hinders(row: Any, hindered: Mapping[UUID, str]) -> list[str]:
    words = hindered.get(row.matter_id)
    return [f"{row.reference}: {words}"] if words else []


def is_invited(matter: Matter) -> bool:
    """Whether they were invited together: from then on there is no way back, only withdrawing."""
    case = getattr(matter, "case", None)
    return case is not None and (case.invited_at is not None or case.status != CaseStatus.OPENED)
