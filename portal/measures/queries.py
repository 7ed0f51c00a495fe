"""Until when measures keep a matter from being disposed of."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Max

from .models import Measure

if TYPE_CHECKING:
    from portal.accounts.viewer import Viewer


def kept_for_measures_until(matter_id: UUID) -> date | None:
    """The last day on which a measure of this matter has to be kept; None when there is none to keep."""
    return Measure.objects.filter(matter=matter_id).aggregate(last=Max("keep_until"))["last"]


def measures_for(viewer: Viewer, *, with_those_that_are_over: bool) -> list[Measure]:
    """Those due for review first, then what waits for a decision."""
    rows = Measure.objects.visible_to(viewer).select_related("participant", "request", "matter__programme")
    if not with_those_that_are_over:
        rows = rows.open()
    return list(rows[:200])
