"""A case that has to be screened again waits; the words never say why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from portal.cases.transitions import Missing
from portal.programmes.processes import definition
from portal.programmes.statuses import Others

from .allegations import not_ready
from .models import Allegation, AllegationRoute, ScreenAgain
from .statuses import Standing, Trigger

if TYPE_CHECKING:
    from portal.cases.models import Case


def screened_again(case: Case) -> list[Missing]:
    """Before anybody is invited or a time is booked: whatever came up has been looked at."""
    if _marks(case)[0]:
        return [Missing(_("Waiting for the office to screen this again"))]
    return []


def screened_for_session(case: Case) -> list[Missing]:
    """Before a session starts: somebody has looked afresh whether it is still right and safe."""
    again, look = _marks(case)
    if again:
        return screened_again(case)
    return [Missing(_("Waiting for the short look before the session"))] if look else []


def allegations_routed(case: Case) -> list[Missing]:
    """Where allegations are tracked: each has its way, at least one goes this one, and nothing stands against it."""
    if definition(case.process).others == Others.NEVER:
        # Talking with one person alone settles nothing.
        return []
    rows = with_ways(case.matter.allegations.all())
    return [Missing(words) for words in not_ready(rows, case.process, case.programme)]


def with_ways(allegations: QuerySet[Allegation]) -> QuerySet[Allegation]:
    """Allegations with where each goes, in the query that fetches them."""
    ways = AllegationRoute.objects.filter(allegation=OuterRef("pk")).order_by("-decided_at")
    in_force = ways.filter(standing=Standing.IN_FORCE)
    return allegations.annotate(
        way_found=Coalesce(Subquery(in_force.values("way")[:1]), Value("")),
        is_way_waiting=Exists(ways.filter(standing=Standing.WAITING)),
    )


def _marks(case: Case) -> tuple[bool, bool]:
    """Whether it waits to be screened again, and for the look before a session; see `queries.with_marks`."""
    if hasattr(case, "waits_again") and hasattr(case, "waits_for_look"):
        return case.waits_again, case.waits_for_look
    waiting = ScreenAgain.objects.open().filter(matter=case.matter_id).values_list("trigger", flat=True)
    triggers = set(waiting)
    return bool(triggers - {Trigger.SESSION}), Trigger.SESSION in triggers
