"""What became of plans and agreements, counted where they are followed and their record outlives the case (X11).

A plan that nobody but its people follows is destroyed with its case and counted nowhere, nor is anything that was
agreed on in a mediation. Only clear columns are read: no key is opened.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Q

from portal.plans.models import Commitment
from portal.plans.statuses import RECORD_ENDS, CommitmentStatus, ResolutionStatus

from .statuses import Completion

if TYPE_CHECKING:
    from portal.programmes.models import Programme

_KEPT_SOMEHOW = frozenset({CommitmentStatus.DONE, CommitmentStatus.PARTLY})


class Promise(NamedTuple):
    status: str
    due_on: date
    settled_on: date | None


def completions(programme: Programme) -> Counter[str]:
    """How many plans and agreements ended in which way: records that have ended, agreements with nothing open."""
    ended = Q(record__programme=programme, record__status__in=RECORD_ENDS)
    agreed = Q(resolution__case__programme=programme, resolution__status=ResolutionStatus.AGREED)
    rows = Commitment.objects.filter(ended | agreed, is_support=False)
    promises: dict[tuple, list[Promise]] = defaultdict(list)
    for record, resolution, *facts in rows.values_list("record", "resolution", "status", "due_on", "settled_on"):
        promises[(record, resolution)].append(Promise(*facts))
    return Counter(completion_of(those) for (record, _row), those in promises.items() if record or _are_settled(those))


def completion_of(promises: Sequence[Promise]) -> Completion:
    if all(one.status == CommitmentStatus.DONE for one in promises):
        late = any(one.settled_on and one.settled_on > one.due_on for one in promises)
        return Completion.LATE if late else Completion.ON_TIME
    return Completion.PARTIAL if any(one.status in _KEPT_SOMEHOW for one in promises) else Completion.NOT


def _are_settled(promises: Sequence[Promise]) -> bool:
    return all(one.status != CommitmentStatus.OPEN for one in promises)
