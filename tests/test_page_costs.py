"""The guard over the pages that tests open fails when it should, and not before."""

import pytest
from django.db import connections, transaction
from django.test import Client

from tests import page_costs
from tests.factories import make_office, make_staff, sign_in

PAGE = "/portal/roster/"


@pytest.fixture
def staff(db):
    make_office()
    client = Client()
    sign_in(client, make_staff("DIRECTOR"))
    client.get(PAGE)
    return client


def test_a_page_that_asks_too_much_fails_the_test_that_opens_it(staff, monkeypatch):
    monkeypatch.setattr(page_costs, "LIMIT", 3)

    with pytest.raises(AssertionError, match=r"portal:roster:roster costs \d+ queries, 3 are allowed"):
        staff.get(PAGE)


def test_a_page_may_ask_what_it_may(staff, monkeypatch):
    with page_costs.listening() as statements:
        staff.get(PAGE)
    monkeypatch.setattr(page_costs, "LIMIT", page_costs.cost_of(statements))

    assert staff.get(PAGE).status_code == 200


def test_both_databases_count_and_savepoints_do_not(db):
    with page_costs.listening() as statements, transaction.atomic():
        for connection in connections.all():
            connection.cursor().execute("SELECT 1")

    assert any("SAVEPOINT" in sql for sql in statements)
    assert page_costs.cost_of(statements) == 2


def test_only_the_case_page_may_ask_more_and_the_public_site_is_counted_elsewhere():
    assert page_costs.limit_of("portal:desk:case") == 20
    assert page_costs.limit_of("portal:desk:cases") == page_costs.limit_of("training:courses") == 15
    assert page_costs.limit_of("wagtail_serve") is None
