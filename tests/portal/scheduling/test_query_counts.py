"""Every page of pair and time costs the same however many people there are, on both databases together."""

from contextlib import ExitStack

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from portal.cases.statuses import CaseStatus
from portal.scheduling.models import Availability
from tests.factories import (
    make_assignment,
    make_booking,
    make_case,
    make_neutral,
    make_office,
    make_staff,
    sign_in,
    use_pass,
)
from tests.factories.scheduling import local_time

pytestmark = pytest.mark.django_db

# Fifteen on the data, and one more that fetches the keys of the whole page.
MOST = 15 + 1
NAMES = ("Alex", "Sam", "Kim", "Lee", "Noa", "Uri")


def cost(client, url):
    """How many queries a page takes, savepoints aside."""
    client.get(url)
    with ExitStack() as stack:
        captured = [stack.enter_context(CaptureQueriesContext(connections[alias])) for alias in connections]
        assert client.get(url).status_code == 200
    queries = [query["sql"] for context in captured for query in context]
    return len([sql for sql in queries if "SAVEPOINT" not in sql])


def give_times(case):
    for person in case.participants.all():
        Availability.objects.create(vault_key=case.vault_key, case=case, participant=person, free=[], fits=[])


def arranged(count, status=CaseStatus.ARRANGING):
    """A case with a pair, `count` more people than two, and so many others on the roster with bookings of their own."""
    make_office()
    pair = [make_neutral(), make_neutral()]
    case = make_case(status, coordinator=make_staff(), accepted=pair, names=NAMES[: count + 1])
    give_times(case)
    for number in range(count):
        other = make_neutral()
        other.neutral_profile.weekly_hours.create(weekday=0, starts="08:00", ends="20:00")
        make_booking(make_case(CaseStatus.BOOKED, accepted=[other]), starts_at=local_time(number + 1))
        case.proposed_times.create(starts_at=local_time(number + 3), minutes=120, proposed_by=case.coordinator)
    return case


@pytest.mark.parametrize("name", ["pair", "times", "book", "propose"])
def test_a_staff_page_costs_the_same_with_one_and_with_three(client, name):
    costs = []
    for count in (1, 3):
        case = arranged(count)
        if name == "pair":
            case.assignments.all().delete()
        sign_in(client, case.coordinator)
        costs.append(cost(client, reverse(f"portal:scheduling:{name}", args=[case.reference])))

    assert costs[0] == costs[1] <= MOST


def test_writing_down_times_costs_the_same_with_one_and_with_three(client):
    costs = []
    for count in (1, 3):
        case = arranged(count)
        sign_in(client, case.coordinator)
        costs.append(cost(client, reverse("portal:scheduling:give_for", args=[case.reference, 1])))

    assert costs[0] == costs[1] <= MOST


def test_a_neutrals_pages_cost_the_same_with_one_and_with_three(client):
    neutral = make_neutral()
    sign_in(client, neutral)
    make_office()
    costs = []
    for count in (1, 3):
        case = make_case(coordinator=make_staff(), accepted=[neutral], names=NAMES[: count + 1])
        question = make_assignment(make_case(names=NAMES[: count + 1]), neutral)
        urls = [
            reverse("portal:scheduling:asked_list"),
            reverse("portal:scheduling:asked", args=[question.pk]),
            reverse("portal:scheduling:my_times", args=[case.reference]),
            reverse("portal:scheduling:step_back", args=[case.reference]),
        ]
        costs.append([cost(client, url) for url in urls])

    assert costs[0] == costs[1]
    assert max(costs[0]) <= MOST


@pytest.mark.parametrize("name", ["home", "meet", "times", "appointment"])
def test_a_participants_page_costs_the_same_with_one_and_with_three(client, name):
    costs = []
    for count in (1, 3):
        case = arranged(count, CaseStatus.BOOKED if name == "appointment" else CaseStatus.ARRANGING)
        if name == "appointment":
            make_booking(case, starts_at=local_time(20), place="By video")
        use_pass(client, case.participants.get(number=1).entry)
        costs.append(cost(client, reverse(f"portal:party:{name}")))

    assert costs[0] == costs[1] <= MOST


def test_the_case_page_shows_the_booked_time_and_costs_the_same_with_one_and_with_three(client):
    costs = []
    for count in (1, 3):
        case = arranged(count, CaseStatus.BOOKED)
        make_booking(case, starts_at=local_time(20), place="By video")
        sign_in(client, case.coordinator)
        assert "By video" in client.get(case.get_absolute_url()).text
        costs.append(cost(client, case.get_absolute_url()))

    assert costs[0] == costs[1]
