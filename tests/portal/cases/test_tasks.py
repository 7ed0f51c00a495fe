"""Tasks: given to somebody who may know of the case, ticked off, and remembered once."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from portal.cases.actions import TransitionRefused, finish_task, give_task, remind_of_tasks, reopen_task, write_tie
from portal.cases.models import Task
from portal.cases.queries import open_work_of, people_for_tasks
from portal.cases.statuses import CaseStatus, TieSource
from portal.mail.models import Mailing
from tests.factories import make_neutral, make_staff, sign_in, verified
from tests.factories.cases import make_case
from tests.factories.texts import make_texts

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    make_texts()
    case = make_case(CaseStatus.ARRANGING, coordinator=make_staff(), accepted=[make_neutral()])
    case.neutral = case.assignments.get().neutral
    return case


@pytest.fixture
def client(case):
    client = Client()
    sign_in(client, case.coordinator)
    return client


def give(case, person=None, *, days=0, words="Phone Sam"):
    due = timezone.localdate() + timedelta(days=days)
    return give_task(case_id=case.pk, words=words, person=person or case.coordinator, due_on=due, by=case.coordinator)


def overdue(case, person=None):
    task = give(case, person)
    Task.objects.filter(pk=task.pk).update(due_on=timezone.localdate() - timedelta(days=2))
    task.refresh_from_db()
    return task


def test_a_task_is_on_the_case_page_and_on_the_desk_of_whoever_does_it(case, client):
    give(case, words="Phone Sam about Tuesday")

    assert "Phone Sam about Tuesday" in client.get(case.get_absolute_url()).text
    assert "Phone Sam about Tuesday" in client.get(reverse("portal:desk:home")).text


def test_staff_give_it_on_a_screen_and_tick_it_off(case, client):
    day = timezone.localdate() + timedelta(days=1)
    url = reverse("portal:cases:give_task", args=[case.reference])

    client.post(url, {"words": "Book the quiet room", "person": str(case.neutral.pk), "due_on": day.isoformat()})
    task = Task.objects.get()
    client.post(reverse("portal:cases:tick_task", args=[case.reference, task.pk]))

    task.refresh_from_db()
    assert (task.person, task.due_on, task.done_by) == (case.neutral, day, case.coordinator)


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("words", "", "answer this question"),
        ("words", "x" * 301, "shorten this by 1 letter: at most 300 fit"),
        ("person", "999999", "one of the answers"),
        ("due_on", "31 Smarch", "date"),
        ("due_on", "2001-01-01", "That day has passed"),
    ],
)
def test_a_form_that_is_wrong_says_so_keeps_what_was_typed_and_gives_nothing(case, client, field, value, words):
    sent = {"words": "Phone Sam", "person": str(case.coordinator.pk), "due_on": timezone.localdate().isoformat()}
    page = client.post(reverse("portal:cases:give_task", args=[case.reference]), sent | {field: value})

    assert words in page.text
    assert not Task.objects.exists()
    if field != "words":
        assert "Phone Sam" in page.text


def test_only_those_who_may_know_of_the_case_can_be_asked(case):
    tied = make_staff()
    write_tie(matter=case.matter, person=tied, source=TieSource.DECLARED, actor=None)
    asked = people_for_tasks(case)

    assert case.coordinator in asked
    assert case.neutral in asked
    for stranger in (tied, make_neutral(), make_staff("AUDITOR")):
        assert stranger not in asked
        with pytest.raises(TransitionRefused):
            give(case, stranger)


def test_a_neutral_sees_and_ticks_their_own_task_and_no_other(case):
    mine, other = give(case, case.neutral, words="Bring the sheet"), give(case, words="Only for staff")
    client = Client()
    sign_in(client, case.neutral)

    page = client.get(case.get_absolute_url()).text
    client.post(reverse("portal:cases:tick_task", args=[case.reference, mine.pk]))
    refused = client.post(reverse("portal:cases:tick_task", args=[case.reference, other.pk]))

    assert "Bring the sheet" in page
    assert "Only for staff" not in page
    assert refused.status_code == 404
    assert [task.is_done for task in Task.objects.order_by("added_at")] == [True, False]


def test_a_tick_is_taken_back_and_ticking_twice_is_once(case, client):
    task = give(case)
    first = finish_task(task_id=task.pk, by=case.coordinator).done_at

    assert finish_task(task_id=task.pk, by=case.coordinator).done_at == first
    client.post(reverse("portal:cases:tick_task", args=[case.reference, task.pk]), {"again": "1"})
    assert not Task.objects.get().is_done


def test_nobody_else_ticks_or_gives(case):
    task = give(case)
    stranger = make_neutral()

    for act in (
        lambda: finish_task(task_id=task.pk, by=stranger),
        lambda: reopen_task(task_id=task.pk, by=stranger),
        lambda: give_task(
            case_id=case.pk, words="x", person=case.coordinator, due_on=timezone.localdate(), by=case.neutral
        ),
    ):
        with pytest.raises(PermissionDenied):
            act()


def test_on_its_day_one_mail_goes_out_that_says_nothing_of_the_task(case):
    give(case, words="Phone Sam about Tuesday")
    give(case, days=1)

    assert (remind_of_tasks(), remind_of_tasks()) == (1, 0)
    mail = Mailing.objects.get()
    assert mail.address == case.coordinator.email
    assert "Sam" not in str(mail.context)


def test_whoever_covers_is_reminded_and_one_with_a_tie_never(case):
    task = overdue(case)
    cover = make_staff()
    case.coordinator.away_until, case.coordinator.cover = timezone.localdate(), cover
    case.coordinator.save()
    assert remind_of_tasks() == 1
    assert Mailing.objects.get().address == cover.email

    Task.objects.filter(pk=task.pk).update(reminded_at=None)
    write_tie(matter=case.matter, person=cover, source=TieSource.DECLARED, actor=None)
    assert remind_of_tasks() == 0


def test_a_task_counts_as_work_to_hand_over(case):
    colleague = make_staff()
    give(case, colleague)

    assert any("tasks" in line for line in open_work_of(colleague))


def test_overdue_is_a_word(case, client):
    overdue(case)

    assert "Overdue" in client.get(case.get_absolute_url()).text
    assert Task.objects.visible_to(verified(case.coordinator)).get().is_late
