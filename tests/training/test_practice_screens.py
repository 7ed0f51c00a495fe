"""The office's side of learning: observed practice, logs, what levels ask for, numbers about people."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from tests.counting import full_cost
from tests.factories import make_profile, make_staff, sign_in
from tests.factories.learning import feedback, make_entry, make_observation, make_shared
from tests.factories.training import make_learner, make_requirement
from training.actions import count_description
from training.models import LogEntry, Observation, Requirement

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("office")]
PRACTICE = "/portal/training/practice/"


@pytest.fixture
def manager(client):
    user = make_staff("TRAINING_MANAGER")
    sign_in(client, user)
    return user


def words(response):
    return " ".join(response.content.decode().split())


def form_of(**facts):
    told = feedback(**facts)
    marks = told.pop("marks")
    return told | {f"mark_{code}": mark for code, mark in marks.items()}


def test_the_office_asks_and_the_observer_fills_the_form_in(client, manager):
    learner, profile = make_learner("Robin Vale"), make_profile()
    client.post(f"{PRACTICE}ask/{learner.pk}/", {"level": "LEAD", "kind": "OBSERVED", "observer": profile.user.pk})
    asked = Observation.objects.get()
    assert client.get(f"{PRACTICE}{asked.pk}/").status_code == 404

    sign_in(client, profile.user)
    assert "Robin Vale" in words(client.get(PRACTICE))
    response = client.post(f"{PRACTICE}{asked.pk}/", form_of(), follow=True)

    assert "Shared. The learner reads it" in words(response)
    assert Observation.objects.get().is_shared
    assert "Shorter sentences." in words(client.get(f"{PRACTICE}{asked.pk}/"))


def test_a_form_with_a_hole_keeps_what_was_typed(client):
    asked = make_observation()
    sign_in(client, asked.observer)

    response = client.post(f"{PRACTICE}{asked.pk}/", form_of(strengths="Very calm") | {"mark_heat": ""})

    assert "Very calm" in words(response)
    assert "Error:" in words(response)
    assert not Observation.objects.get().is_shared


def test_observers_see_what_they_were_asked_for_and_strangers_nothing(client):
    asked = make_observation()
    sign_in(client, make_staff("NEUTRAL"))

    assert client.get(f"{PRACTICE}{asked.pk}/").status_code == 404
    assert client.get(PRACTICE).status_code == 404
    assert client.post(f"{PRACTICE}{asked.pk}/stop/").status_code == 404


def test_a_learner_with_an_account_does_not_see_a_form_about_them_before_it_is_shared(client):
    learner, user = make_learner(), make_staff("TRAINING_MANAGER")
    learner.user = user
    learner.save()
    asked = make_observation(learner)
    sign_in(client, user)

    assert client.get(f"{PRACTICE}{asked.pk}/").status_code == 404


def test_entries_are_confirmed_or_declined_with_words(client, manager):
    one, other = make_entry(), make_entry()
    assert words(client.get("/portal/training/log/")).count("It counts") == 2

    client.post(f"/portal/training/log/{one.pk}/confirm/")
    empty = client.post(f"/portal/training/log/{other.pk}/decline/", {"reason": ""})
    client.post(f"/portal/training/log/{other.pk}/decline/", {"reason": "Not about conflict."})

    assert "Error:" in words(empty)
    assert set(LogEntry.objects.values_list("pk", "state")) == {(one.pk, "CONFIRMED"), (other.pk, "DECLINED")}
    assert "Nothing waits" in words(client.get("/portal/training/log/"))


def test_what_a_level_asks_for_is_changed_on_screen(client, manager):
    row = make_requirement("BASIC", minimum=4)
    facts = {"kind": "HOURS", "minimum": 16, "category": "ETHICS", "window_months": 36, "group": ""}

    client.post(f"/portal/training/levels/{row.pk}/", facts)
    client.post("/portal/training/levels/BASIC/add/", {"kind": "REFERENCE", "minimum": 1})
    page = words(client.get("/portal/training/levels/"))

    assert "16 hours of Ethics and confidentiality, in the last 36 months" in page
    assert "References: 1" in page
    client.post(f"/portal/training/levels/{row.pk}/remove/")
    assert [one.kind for one in Requirement.objects.all()] == ["REFERENCE"]


def test_a_level_that_would_be_hollow_is_refused_in_words_and_loses_nothing(client, manager):
    response = client.post("/portal/training/levels/TRAINER/add/", {"kind": "REFERENCE", "minimum": 7})

    assert "at least 2 observed sessions" in words(response)
    assert 'value="7"' in words(response)
    assert Requirement.objects.count() == 0
    assert client.get("/portal/training/levels/NONSENSE/add/").status_code == 404


def test_numbers_about_people_are_of_past_terms_and_never_small(client, manager):
    for _ in range(7):
        count_description(answers={"ROLE": "STAFF", "GENDER": "WOMAN"})
    for _ in range(6):
        count_description(answers={"ROLE": "FACULTY"})
    count_description(answers={"ROLE": "GRADUATE"})
    assert "Nothing to show yet" in words(client.get("/portal/training/descriptions/"))

    with time_machine.travel(timezone.now() + timedelta(days=150)):
        sign_in(client, manager)
        page = words(client.get("/portal/training/descriptions/"))

    assert "<dt>Staff</dt><dd>7</dd>" in page
    assert "<dt>Graduate student</dt><dd>&lt;5</dd>" in page
    # Shown beside the total, six would give the one away.
    assert "<dt>Faculty or postdoc</dt><dd>&lt;5</dd>" in page


@pytest.mark.parametrize("path", ["log/", "levels/", "descriptions/", "levels/BASIC/add/"])
def test_whoever_does_not_run_courses_does_not_find_these_pages(client, path):
    sign_in(client, make_staff("NEUTRAL"))

    assert client.get(f"/portal/training/{path}").status_code == 404


@pytest.mark.parametrize(("make", "path"), [(make_shared, "practice/"), (make_entry, "log/")])
def test_the_lists_cost_the_same_at_one_and_at_three(client, manager, make, path):
    make()
    one = full_cost(client, f"/portal/training/{path}")
    make()
    make()

    assert full_cost(client, f"/portal/training/{path}") == one
    assert one <= 15
