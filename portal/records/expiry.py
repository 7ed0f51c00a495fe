"""Deleting what the schedule gives so many days, straight from its lines."""

from datetime import date, datetime, timedelta

from django.apps import apps
from django.db import models
from django.utils import timezone

from .schedule import SCHEDULE
from .schedule.rules import How, Rule


def rules_with_days() -> dict[str, Rule]:
    """Each table whose rows have a number of days, and that rule."""
    return {key.rpartition(".")[0]: rule for key, rule in SCHEDULE.items() if rule.how is How.AFTER_DAYS}


def delete_expired() -> dict[str, int]:
    """For the timer: how many rows went, by table."""
    tables = {model._meta.label: model for model in apps.get_models()}
    return {label: _delete(tables[label], rule) for label, rule in rules_with_days().items()}


def _delete(model: type[models.Model], rule: Rule) -> int:
    (field,) = [field for field in model._meta.concrete_fields if field.name == rule.counted_from]
    old = model._base_manager.filter(**{f"{rule.counted_from}__lt": _limit(field, rule)})
    return old.delete()[0]


def _limit(field: models.Field, rule: Rule) -> datetime | date:
    limit = timezone.now() - timedelta(days=rule.days or 0)
    return limit if isinstance(field, models.DateTimeField) else limit.date()
