"""Writing statistics so that no line can be joined back to its matter, and letting the public read them."""

from __future__ import annotations

import random
from collections import Counter
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from portal.audit.events import AuditEvent
from portal.audit.record import record

from .models import CodedLine, PublishedFigures, Statistic, WaitingStatistic
from .policies import can_publish_figures
from .queries import publishable

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.programmes.models import Programme

# A batch is written only when this many lines of a programme wait, so that a new line is never alone in its tables
# (domain: k = 5).
BATCH = 5

_FIELDS = [field.name for field in CodedLine._meta.fields if field.name != "id"]


def add_line(values: dict[str, Any]) -> None:
    """Keep one coded line; it waits for its batch. Called in the transaction that deletes the matter's rows."""
    WaitingStatistic.objects.create(**values)
    settle_batch()


@transaction.atomic
def settle_batch() -> int:
    """Move the waiting lines over, shuffled and under new ids, of each programme that has enough. Returns how many."""
    locked = list(WaitingStatistic.objects.select_for_update().order_by("id"))
    lines = Counter(row.programme for row in locked)
    waiting = [row for row in locked if lines[row.programme] >= BATCH]
    random.SystemRandom().shuffle(waiting)
    Statistic.objects.bulk_create(Statistic(**{name: getattr(row, name) for name in _FIELDS}) for row in waiting)
    WaitingStatistic.objects.filter(pk__in=[row.pk for row in waiting]).delete()
    return len(waiting)


@transaction.atomic
def publish_figures(*, programme: Programme, by: User) -> PublishedFigures:
    """Let the public site show the tables as they are now, with small numbers hidden. Raises PermissionDenied."""
    if not can_publish_figures(by, programme):
        raise PermissionDenied
    figures = PublishedFigures.objects.create(programme=programme, tables=publishable(programme), published_by=by)
    record(AuditEvent.FIGURES_PUBLISHED, actor=by, subject=figures, programme=programme.code)
    return figures
