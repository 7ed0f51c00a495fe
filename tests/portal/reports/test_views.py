"""The statistics screen and its table for a spreadsheet."""

import pytest
from django.urls import reverse

from portal.intake.models import InformationTally
from portal.reports.exports import as_csv
from portal.reports.models import Statistic, WaitingStatistic
from portal.reports.queries import DaysToSession, Statistics, Table
from portal.reports.suppression import Cell
from tests.factories.office import make_programme
from tests.factories.people import make_staff
from tests.factories.signing_in import sign_in
from tests.portal.reports.test_actions import line

pytestmark = pytest.mark.django_db

PAGE = "portal:reports:statistics"
EXPORT = "portal:reports:export"


def settle(count, **changes):
    Statistic.objects.bulk_create(Statistic(**line(**changes)) for _ in range(count))


def test_the_screen_shows_numbers_and_hides_small_ones(client):
    settle(12)
    settle(2, ending="WITHDRAWN")
    sign_in(client, make_staff("AUDITOR"))

    page = client.get(reverse(PAGE)).content.decode()

    assert "&lt;5" in page
    assert "Somebody withdrew" in page
    assert "<td>2</td>" not in page


@pytest.mark.parametrize("role", ["CASE_MANAGER", "NEUTRAL", "INTERN", "EDITOR"])
@pytest.mark.parametrize("name", [PAGE, EXPORT])
def test_nobody_without_that_task_sees_them(client, role, name):
    sign_in(client, make_staff(role))

    assert client.get(reverse(name)).status_code in {403, 404}


def test_the_export_has_the_same_hidden_numbers(client):
    settle(12)
    settle(2, ending="WITHDRAWN")
    sign_in(client, make_staff("AUDITOR"))

    response = client.get(reverse(EXPORT))

    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert "How it ended,Somebody withdrew,<5," in response.content.decode()


def test_nothing_can_be_found_by_taking_one_term_from_all_of_them(client):
    """Hidden in one term and shown in the other and in the sum, a number would be a subtraction away."""
    settle(12)
    settle(3, ending="WITHDRAWN", term="2026S")
    settle(7, ending="WITHDRAWN")
    sign_in(client, make_staff("AUDITOR"))

    everything = client.get(reverse("portal:reports:statistics")).context["found"]
    one_term = client.get(reverse("portal:reports:statistics"), {"term": "2026S"}).context["found"]

    assert one_term == everything


def test_days_questions_and_what_waits_are_those_of_one_programme(client):
    for days in range(5):
        settle(2, days_to_session=days)
        settle(2, days_to_session=90, programme="ADR")
    settle(1, days_to_session=None)
    WaitingStatistic.objects.create(**line())
    WaitingStatistic.objects.create(**line(programme="ADR"))
    for code, count in (("MEDIATION", 4), ("COACHING", 4), ("FACILITATION", 0)):
        InformationTally.objects.create(
            programme=make_programme(), term="2026F", came_by="WEB", asks_for=code, count=count
        )
    sign_in(client, make_staff("AUDITOR"))

    found = client.get(reverse(PAGE)).context["found"]

    assert found.days == DaysToSession(median=2, ninetieth=4, within_target=100, target=make_programme().target_days)
    assert (str(found.information), found.waiting) == ("8", 1)


def test_what_says_nothing_in_a_column_is_not_counted_there(client):
    settle(6)
    settle(7, outcome="AGREED")
    sign_in(client, make_staff("AUDITOR"))

    tables = {str(table.title): table for table in client.get(reverse(PAGE)).context["found"].tables}

    assert str(tables["What came of the sessions"].total) == "7"
    assert [(term, str(cell)) for term, cell in tables["Closed, by term"].rows] == [("2026F", "13")]


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_of_the_export_is_a_formula(begin):
    table = Table("Title", [(f"{begin}cmd()", Cell(12))], Cell(12))
    found = Statistics([table], DaysToSession(None, None, None, 1), Cell(0), 0)

    assert f"'{begin}cmd()" in as_csv(found)
