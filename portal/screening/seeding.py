"""The first rubric of a programme. Only for a programme that has none at all."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from portal.documents.statuses import VersionStatus

from .models import RubricCriterion, RubricStop, RubricVersion

if TYPE_CHECKING:
    from portal.programmes.models import Programme

RUBRIC = Path(__file__).with_name("rubric.toml")
REASON = "The office's first rubric, put into use when the office was set up."


@transaction.atomic
def seed_rubric(programme: Programme) -> bool:
    """Put our first rubric into use, unless the programme has one; whether it did."""
    facts = {"status": VersionStatus.APPROVED, "reason": REASON, "approved_at": timezone.now()}
    return _write_first(programme, facts)


@transaction.atomic
def draft_first_rubric(programme: Programme) -> bool:
    """The same rubric as a draft, for a programme that somebody sets up."""
    return _write_first(programme, {})


def _write_first(programme: Programme, facts: dict[str, Any]) -> bool:
    if RubricVersion.objects.filter(programme=programme).exists():
        return False
    rubric = RubricVersion.objects.create(programme=programme, version=1, **facts)
    stops, criteria = first_lines()
    for line in [*stops, *criteria]:
        line.rubric = rubric
    RubricStop.objects.bulk_create(stops)
    RubricCriterion.objects.bulk_create(criteria)
    return True


def first_lines() -> tuple[list[RubricStop], list[RubricCriterion]]:
    """The lines of the file, in its order, not yet saved."""
    told = tomllib.loads(RUBRIC.read_text(encoding="utf-8"))
    return _lines(RubricStop, told["stops"]), _lines(RubricCriterion, told["criteria"])


def _lines(kind, told):
    return [kind(position=place, **facts) for place, facts in enumerate(told, start=1)]
