"""Before a day that an agreement names: its review, its end, and the day on which a party graduates or leaves (C36).

Whoever coordinates finds a task on the desk two weeks before, once for each day. A term may be due after its owner has
left; nobody should find that out when they can no longer be reached.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from portal.cases.actions import MatterGone, task_of_the_clock

from ..models import Leaving, Resolution
from ..statuses import ResolutionStatus
from .resolving import lock_resolution

AHEAD = timedelta(days=14)
# What has to be settled with somebody before they leave takes more than the day itself.
BEFORE_LEAVING = timedelta(days=7)

# A row, the field that says it was warned of, what is to be done, and until when.
Coming = tuple[Resolution | Leaving, str, str, date]


def warn_of_days() -> int:
    """For the timer: two weeks before each day of an agreement that holds. Returns how many tasks were given."""
    return sum(_warn(pk) for pk in list(_near().values_list("pk", flat=True)))


def _near():  # type: ignore[no-untyped-def]
    soon = timezone.localdate() + AHEAD
    days = (
        Q(review_on__lte=soon, review_warned_at=None)
        | Q(ends_on__lte=soon, end_warned_at=None)
        | Q(pk__in=_leaving_soon().values("resolution"))
    )
    return Resolution.objects.filter(days, status=ResolutionStatus.AGREED)


def _leaving_soon():  # type: ignore[no-untyped-def]
    """Whoever has withdrawn meanwhile is asked for nothing more."""
    soon = timezone.localdate() + AHEAD
    return Leaving.objects.filter(leaves_on__lte=soon, warned_at=None, participant__left_at=None)


@transaction.atomic
def _warn(resolution_id: UUID) -> int:
    """Locks as every action does, and looks again. A pause waits, and so does a case that nobody coordinates."""
    try:
        row = lock_resolution(resolution_id)
    except MatterGone:
        return 0
    if not row.is_agreed or row.case.is_paused:
        return 0
    return sum(_give(row, *one) for one in [*_of_agreement(row), *_of_leaving(row)])


def _give(row: Resolution, about: Resolution | Leaving, mark: str, words: str, due_on: date) -> bool:
    due_on = max(due_on, timezone.localdate())
    if task_of_the_clock(row.case, words=words, due_on=due_on, asked_by=row.made_by) is None:
        return False
    setattr(about, mark, timezone.now())
    about.save(update_fields=[mark])
    return True


def _of_agreement(row: Resolution) -> Iterator[Coming]:
    soon = timezone.localdate() + AHEAD
    if row.review_on and row.review_on <= soon and row.review_warned_at is None:
        words = _("Look at the agreement together: it names %(day)s for that.")
        yield row, "review_warned_at", words % {"day": _day(row.review_on)}, row.review_on
    if row.ends_on and row.ends_on <= soon and row.end_warned_at is None:
        words = _("The agreement ends on %(day)s.") % {"day": _day(row.ends_on)}
        open_ones = [one.number for one in row.commitments.open()]
        yield row, "end_warned_at", _with(words, _("Still open: %(terms)s."), open_ones), row.ends_on


def _of_leaving(row: Resolution) -> Iterator[Coming]:
    for leaving in _leaving_soon().filter(resolution=row).select_related("participant"):
        day = leaving.leaves_on
        assert day is not None  # noqa: S101 - the filter above asks for a day
        words = _("%(name)s leaves on %(day)s (%(kind)s). The agreement says: %(effect)s.") % {
            "name": leaving.participant.display_name,
            "day": _day(day),
            "kind": leaving.get_kind_display(),
            "effect": leaving.get_effect_display(),
        }
        theirs = row.commitments.open().filter(owner=leaving.participant, due_on__gt=day)
        later = [one.number for one in theirs]
        yield leaving, "warned_at", _with(words, _("Due only after that day: %(terms)s."), later), day - BEFORE_LEAVING


def _with(words: str, more: str, numbers: list[int]) -> str:
    terms = ", ".join(_("term %(number)d") % {"number": number} for number in numbers)
    return f"{words} {more % {'terms': terms}}" if numbers else words


def _day(day: date) -> str:
    return date_format(day, "j F Y")
