"""How long the record of a closed matter is kept: its class, and the years of the class."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef, QuerySet

from portal.screening.models import Allegation
from portal.screening.statuses import Law

from .statuses import LEAST_YEARS, RetentionClass

if TYPE_CHECKING:
    from portal.cases.models import Matter
    from portal.programmes.models import Programme


def class_of(matter: Matter) -> RetentionClass:
    """Title IX as soon as one allegation falls under it, whichever way it went. See `with_class`."""
    if hasattr(matter, "is_title_ix"):
        is_title_ix = matter.is_title_ix
    else:
        is_title_ix = matter.allegations.filter(law=Law.TITLE_IX).exists()
    return RetentionClass.TITLE_IX if is_title_ix else RetentionClass.OFFICE


def with_class(rows: QuerySet[Any], matter: str = "matter") -> QuerySet[Any]:
    """Rows of a matter with what its class follows from, in the query that fetches them."""
    under_it = Allegation.objects.filter(matter=OuterRef(matter), law=Law.TITLE_IX)
    return rows.annotate(is_title_ix=Exists(under_it))


def years_of(retention_class: str, programme: Programme) -> int:
    """The programme's years, or those that the law asks for when they are more."""
    return max(programme.retention_years, LEAST_YEARS.get(RetentionClass(retention_class), 0))


def years_later(day: date, years: int) -> date:
    """The same day so many years on; after 29 February it is 1 March, so that nothing goes a day early."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)
