"""Writing statistics so that no line can be joined back to its matter."""

from __future__ import annotations

import random
from typing import Any

from django.db import transaction

from .models import CodedLine, Statistic, WaitingStatistic

# A batch is written only when this many lines wait, so that a new line is never alone (domain: k = 5).
BATCH = 5

_FIELDS = [field.name for field in CodedLine._meta.fields if field.name != "id"]


def add_line(values: dict[str, Any]) -> None:
    """Keep one coded line; it waits for its batch. Called in the transaction that deletes the matter's rows."""
    WaitingStatistic.objects.create(**values)
    settle_batch()


@transaction.atomic
def settle_batch() -> int:
    """Move the waiting lines over, shuffled and under new ids, once there are enough. Returns how many."""
    waiting = list(WaitingStatistic.objects.select_for_update().order_by("id"))
    if len(waiting) < BATCH:
        return 0
    random.SystemRandom().shuffle(waiting)
    Statistic.objects.bulk_create(Statistic(**{name: getattr(row, name) for name in _FIELDS}) for row in waiting)
    WaitingStatistic.objects.filter(pk__in=[row.pk for row in waiting]).delete()
    return len(waiting)
