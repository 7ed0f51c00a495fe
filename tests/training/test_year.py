"""A year of the training programme: goals counted from what is on record, milestones, the next year from the last."""

from datetime import date, timedelta

import pytest
import time_machine
from django.utils import timezone

from tests.counting import full_cost
from tests.factories import make_staff, sign_in, verified
from tests.factories.training import make_certification, make_learner
from training.models import Goal, Milestone
from training.queries import board
from training.years import first_day, last_day, year_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("office")]
PAGE = "/portal/training/year/"
GOAL = {"title": "Twelve new mediators", "counts": "CERTIFIED", "target": 2}


@pytest.fixture
def manager(client):
    user = make_staff("TRAINING_MANAGER")
    sign_in(client, user)
    return user


@pytest.mark.parametrize(
    ("day", "year"), [(date(2026, 7, 31), 2025), (date(2026, 8, 1), 2026), (date(2027, 1, 1), 2026)]
)
def test_the_year_begins_in_august(day, year):
    assert year_of(day) == year
    assert first_day(year) <= day <= last_day(year)


def test_a_goal_is_counted_from_certifications_of_its_year(client, manager):
    client.post(f"{PAGE}goal/add/", GOAL)
    today = timezone.localdate()
    for granted in (today, today, today - timedelta(days=800)):
        make_certification(make_learner(), granted_on=granted, expires_on=granted + timedelta(days=1000))

    (line,) = client.get(PAGE).context["board"].goals

    assert (line.reached, line.is_reached) == (2, True)


def test_milestones_are_late_done_and_open_again(client, manager):
    yesterday = timezone.localdate() - timedelta(days=1)
    client.post(f"{PAGE}milestone/add/", {"title": "Order the booklets", "due_on": yesterday, "owner": manager.pk})
    held = Milestone.objects.get()
    assert [line.late for line in client.get(PAGE + f"?year={held.year}").context["board"].owners] == [1]

    client.post(f"{PAGE}milestone/{held.pk}/done/", {"done": "yes"})
    done = Milestone.objects.get().done_on
    client.post(f"{PAGE}milestone/{held.pk}/done/", {"done": "no"})

    assert (done, Milestone.objects.get().done_on) == (timezone.localdate(), None)


def test_the_next_year_begins_with_what_the_last_had_once(client, manager):
    client.post(f"{PAGE}goal/add/?year=2026", GOAL)
    goal = Goal.objects.get()
    client.post(f"{PAGE}milestone/add/?year=2026", {"title": "Open enrolment", "due_on": "2027-01-10", "goal": goal.pk})

    for _twice in range(2):
        client.post(f"{PAGE}begin/", {"year": 2027})

    new = Milestone.objects.get(year=2027)
    assert (new.title, new.due_on, new.goal.title, new.done_on) == (
        "Open enrolment",
        date(2028, 1, 10),
        GOAL["title"],
        None,
    )
    assert Goal.objects.count() == 2


def test_a_year_without_a_year_before_says_so(client, manager):
    assert "has none" in client.post(f"{PAGE}begin/", {"year": 2050}, follow=True).content.decode()


@pytest.mark.parametrize(
    ("page", "facts", "words"),
    [
        ("goal", GOAL | {"target": 0}, "greater than or equal to 1"),
        ("goal", GOAL | {"counts": "SMILES"}, "choose one"),
        ("milestone", {"title": "Order", "due_on": "soon"}, "valid date"),
        ("milestone", {"title": "", "due_on": "2026-12-01"}, "answer this question"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_kept(client, manager, page, facts, words):
    response = client.post(f"{PAGE}{page}/add/", facts)

    assert response.status_code == 422
    assert words in response.content.decode()
    assert (Goal.objects.count(), Milestone.objects.count()) == (0, 0)


def test_a_milestone_lies_in_the_year_of_its_goal(client, manager):
    client.post(f"{PAGE}goal/add/?year=2026", GOAL)
    facts = {"title": "Late", "due_on": "2028-01-01", "goal": Goal.objects.get().pk}

    response = client.post(f"{PAGE}milestone/add/?year=2026", facts)

    assert "not in the year of the goal" in response.content.decode()


def test_only_those_who_run_courses_see_the_year(client, manager):
    client.post(f"{PAGE}goal/add/", GOAL)
    sign_in(client, make_staff("CASE_MANAGER"))

    assert client.get(PAGE).status_code == 404
    assert client.post(f"{PAGE}begin/", {"year": 2030}).status_code == 404


def test_the_board_costs_the_same_with_one_and_three_of_everything(client):
    def more(number):
        Goal.objects.create(year=2026, title=f"Goal {number}", counts="CERTIFIED", target=3)
        Milestone.objects.create(year=2026, title=f"To do {number}", due_on=date(2026, 12, number), owner=make_staff())

    with time_machine.travel("2026-11-20"):
        manager = make_staff("TRAINING_MANAGER")
        sign_in(client, manager)
        more(1)
        one = full_cost(client, PAGE)
        more(2), more(3)

        assert full_cost(client, PAGE) == one <= 15
        assert board(verified(manager), 2026, date(2026, 12, 2)).owners[0].late == 1
