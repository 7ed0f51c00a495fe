"""How much neutrals have on their hands, and how much they take (the limits stand on the roster)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.cases.models import Assignment
from portal.cases.statuses import OPEN_STATUSES, AssignmentEnd

if TYPE_CHECKING:
    from portal.accounts.models import User

A_MONTH = timedelta(days=30)
# Asked, but it came to nothing: such a case took none of their time.
_CAME_TO_NOTHING = (AssignmentEnd.TIE, AssignmentEnd.NOT_AVAILABLE)


def with_load(people: QuerySet[User]) -> QuerySet[User]:
    """Annotates `load`, the open cases they conduct or are asked for, and `lately`, those of the last thirty days.

    A case that has been destroyed since counts no more: nothing is kept of who conducted it.
    """
    mine = Assignment.objects.filter(neutral=OuterRef("pk"))
    lately = mine.filter(asked_at__gt=timezone.now() - A_MONTH).exclude(end_reason__in=_CAME_TO_NOTHING)
    return people.annotate(
        load=_count(mine.filter(ended_at=None, case__status__in=OPEN_STATUSES)), lately=_count(lately)
    )


def limit_reached(person: User) -> str:
    """Why somebody who came through `with_load` takes no further case now, in words; empty when they may."""
    profile, load, lately = person.neutral_profile, person.load or 0, person.lately or 0  # type: ignore[attr-defined]
    if profile.cases_at_once is not None and load >= profile.cases_at_once:
        words = _("%(name)s has %(count)d at once, and takes no more than that.")
        return words % {"name": person.get_full_name(), "count": load}
    if profile.cases_a_month is not None and lately >= profile.cases_a_month:
        words = _("%(name)s took on %(count)d in the last thirty days, and takes no more than that.")
        return words % {"name": person.get_full_name(), "count": lately}
    return ""


def _count(rows: QuerySet[Assignment]) -> Subquery:
    return Subquery(rows.order_by().values("neutral").annotate(count=Count("pk")).values("count"))
