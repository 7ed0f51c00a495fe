from datetime import date, timedelta

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import models
from django.utils import timezone

from portal.records import expiry
from portal.records.schedule import SCHEDULE
from portal.records.schedule.rules import after_days

pytestmark = pytest.mark.django_db


def test_what_the_schedule_gives_some_days_goes_when_they_are_over():
    now = timezone.now()
    Session.objects.create(session_key="over", expire_date=now - timedelta(minutes=1))
    Session.objects.create(session_key="running", expire_date=now + timedelta(minutes=1))

    assert expiry.delete_expired()["sessions.Session"] == 1

    assert Session.objects.get().session_key == "running"


def test_a_table_has_one_number_of_days():
    rules = {}
    for key, rule in SCHEDULE.items():
        if rule.days is not None:
            rules.setdefault(key.rpartition(".")[0], set()).add(rule)

    assert {table: found for table, found in rules.items() if len(found) > 1} == {}
    assert set(rules) == set(expiry.rules_with_days())


def test_days_are_counted_from_a_date_of_the_row():
    tables = {model._meta.label: model for model in apps.get_models()}

    for table, rule in expiry.rules_with_days().items():
        assert isinstance(tables[table]._meta.get_field(rule.counted_from), models.DateField)


def test_a_day_without_a_time_is_counted_in_days():
    assert expiry._limit(models.DateField(), after_days(2, "x", "why")) == timezone.now().date() - timedelta(days=2)
    assert isinstance(expiry._limit(models.DateField(), after_days(2, "x", "why")), date)
