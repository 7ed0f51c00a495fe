"""Drawing the sample of a term, and what the director found in it."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import date, timedelta
from math import ceil
from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.cases.actions import TransitionRefused, lock_matter
from portal.cases.models import Matter
from portal.cases.statuses import MatterStatus
from portal.programmes.models import Programme
from portal.programmes.terms import start_of_term, term_of
from portal.records.models import KeptRecord

from .models import Sample, SampledCase
from .policies import can_review

if TYPE_CHECKING:
    from portal.accounts.models import User

# One in ten, and three at the least: few enough to be read well.
SHARE, LEAST = 0.1, 3


def draw_samples() -> int:
    """For the timer: where records are kept, draw the sample of the term that is over. How many were drawn."""
    last_day = start_of_term(timezone.localdate()) - timedelta(days=1)
    programmes = Programme.objects.filter(destroys_at_close=False).exclude(samples__term=term_of(last_day))
    return sum(_draw(programme, last_day) for programme in programmes)


@transaction.atomic
def _draw(programme: Programme, last_day: date) -> int:
    """By lot among all that were closed in that term, each with the same chance; nobody chooses, nobody can foresee."""
    closed = _closed_in_term(programme, last_day)
    count = min(len(closed), max(LEAST, ceil(SHARE * len(closed))))
    chosen = random.SystemRandom().sample(closed, count)
    term = term_of(last_day)
    sample = Sample.objects.create(programme=programme, term=term, closed=len(closed), drawn=count)
    for matter_id in chosen:
        SampledCase.objects.create(vault_key=matter_id, sample=sample, matter_id=matter_id)
    record(AuditEvent.SAMPLE_DRAWN, actor=None, subject=sample, term=term, closed=len(closed), drawn=count)
    return count


def _closed_in_term(programme: Programme, last_day: date) -> list[UUID]:
    kept = KeptRecord.objects.filter(
        matter__programme=programme,
        matter__status=MatterStatus.KEPT,
        matter__sampled=None,
        closed_at__date__gte=start_of_term(last_day),
        closed_at__date__lte=last_day,
    )
    return sorted(kept.values_list("matter_id", flat=True))


@transaction.atomic
def review_case(*, sampled_id: UUID, findings: Mapping[str, str], words: str, by: User) -> SampledCase:
    """Keep what the director found about how a closed case went; once, and it stays.

    Raises PermissionDenied, MatterGone, or TransitionRefused when it was looked at before.
    """
    row = SampledCase.objects.select_related("matter__programme", "matter__kept").get(pk=sampled_id)
    lock_matter(row.matter_id, kept_too=True)
    if not can_review(by, row):
        raise PermissionDenied
    row = SampledCase.objects.select_for_update().get(pk=sampled_id)
    if row.is_reviewed:
        raise TransitionRefused(step="review", words=_("Somebody has looked at this case already."))
    row.findings, row.words = dict(findings), words
    row.reviewed_by, row.reviewed_at = by, timezone.now()
    row.save(update_fields=["findings", "words", "reviewed_by", "reviewed_at"])
    record(AuditEvent.SAMPLE_REVIEWED, actor=by, matter=Matter.objects.get(pk=row.matter_id), subject=row)
    return row
