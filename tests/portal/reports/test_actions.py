"""Lines settle in shuffled batches, and nothing joins them back to a matter or its receipt."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from portal.records.models import Receipt
from portal.reports.actions import BATCH, add_line, settle_batch
from portal.reports.models import CodedLine, Statistic, WaitingStatistic
from tests.factories.office import make_programme

pytestmark = pytest.mark.django_db


def line(**changes):
    usual = {"term": "2026F", "programme": make_programme().code, "asks_for": "MEDIATION", "came_by": "WEB"}
    return usual | {"referral": "UNSAID", "ending": "DONE"} | changes


def add_and_remember(count):
    """As many destructions, each with its receipt; the ids and days-to-reply of the waiting lines in their order."""
    ids = []
    for number in range(count):
        today = timezone.localdate()
        programme = make_programme()
        Receipt.objects.create(programme=programme, destroyed_on=today, beyond_recovery_on=today + timedelta(days=30))
        before = set(WaitingStatistic.objects.values_list("pk", flat=True))
        add_line(line(days_to_reply=number))
        ids += set(WaitingStatistic.objects.values_list("pk", flat=True)) - before
    return ids


def test_four_lines_wait():
    add_and_remember(BATCH - 1)

    assert settle_batch() == 0
    assert WaitingStatistic.objects.count() == BATCH - 1
    assert not Statistic.objects.exists()


def test_the_fifth_settles_all_of_them_under_new_ids():
    waiting = add_and_remember(BATCH)

    assert not WaitingStatistic.objects.exists()
    assert Statistic.objects.count() == BATCH
    assert not Statistic.objects.filter(pk__in=waiting).exists()
    assert set(Statistic.objects.values_list("days_to_reply", flat=True)) == set(range(BATCH))


def test_the_tables_of_a_programme_never_change_by_a_line_alone():
    add_and_remember(BATCH - 1)
    other = make_programme("ADR", destroys_at_close=False)

    add_line(line(programme=other.code))
    assert not Statistic.objects.exists()
    add_and_remember(1)

    assert set(Statistic.objects.values_list("programme", flat=True)) == {make_programme().code}
    assert WaitingStatistic.objects.get().programme == other.code


def test_a_line_holds_codes_and_rounded_numbers_and_no_moment():
    kinds = {field.get_internal_type() for field in CodedLine._meta.fields}

    assert kinds == {"UUIDField", "CharField", "PositiveSmallIntegerField"}


def test_settled_lines_cannot_be_joined_to_receipts_by_id_order_or_row():
    # Given many batches, each line with its number in the order of destruction.
    orders = []
    for _batch in range(12):
        add_and_remember(BATCH)
        orders.append(stored_order())
        Statistic.objects.all().delete()

    # Then the order in the table differs from batch to batch (all twelve alike: 120 ** -11).
    assert len(set(orders)) > 1
    # And no id of a line is the id of a receipt.
    ids = set(Receipt.objects.values_list("pk", flat=True))
    assert not Statistic.objects.filter(pk__in=ids).exists()


def stored_order():
    place = "rowid" if connection.vendor == "sqlite" else "ctid"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT days_to_reply FROM portal_statistic ORDER BY {place}")
        return tuple(row[0] for row in cursor.fetchall())
