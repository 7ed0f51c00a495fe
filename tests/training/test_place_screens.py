"""One place: behind the link of a mail, and on the learner's own page."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from portal.mail.models import Mailing
from tests.counting import full_cost
from tests.factories import make_pass, make_staff, sign_in, use_pass, verified
from tests.factories.training import make_course, make_enrolment, make_learner, make_offering
from training import actions
from training.links import path_for, token_for
from training.models import Enrolment
from training.statuses import EnrolmentStatus as S

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("office")]


def test_the_link_in_the_mail_changes_nothing_until_a_button_is_pressed(client):
    offering = make_offering(places=1)
    holder, waiter = make_enrolment(offering), make_enrolment(offering)
    actions.withdraw(enrolment_id=holder.pk, by=holder.learner.entry)
    link = path_for(waiter.pk)
    assert Mailing.objects.get(kind="PLACE_OFFER").context["path"] == link

    for _ in range(3):
        assert client.get(link).status_code == client.head(link).status_code == 200
    assert Enrolment.objects.get(pk=waiter.pk).status == S.OFFERED
    client.post(link, {"answer": "accept"})

    assert Enrolment.objects.get(pk=waiter.pk).status == S.CONFIRMED


@pytest.mark.parametrize(("answer", "status"), [("decline", S.DECLINED), ("leave", S.WITHDRAWN)])
def test_no_and_leaving_work_by_the_link_too(client, answer, status):
    offering = make_offering(places=1)
    holder, waiter = make_enrolment(offering), make_enrolment(offering)
    actions.withdraw(enrolment_id=holder.pk, by=holder.learner.entry)

    client.post(path_for(waiter.pk), {"answer": answer, "sure": "yes"})

    assert Enrolment.objects.get(pk=waiter.pk).status == status


def test_whoever_would_leave_is_asked_once_more_by_the_link_and_on_their_page(client):
    enrolment = make_enrolment()
    use_pass(client, enrolment.learner.entry)

    for address in (path_for(enrolment.pk), f"/my/training/{enrolment.pk}/answer/"):
        asked = client.post(address, {"answer": "leave"})
        assert "Give your place back?" in asked.content.decode()
        assert f'action="{address}"' in asked.content.decode()
        assert Enrolment.objects.get(pk=enrolment.pk).status == S.CONFIRMED

    said = client.post(address, {"answer": "leave", "sure": "yes"}, follow=True)
    assert "You have left." in said.content.decode()
    assert Enrolment.objects.get(pk=enrolment.pk).status == S.WITHDRAWN


def test_a_forged_link_leads_nowhere(client):
    enrolment = make_enrolment()
    good = token_for(enrolment.pk)
    other = token_for(make_enrolment().pk)

    mixed = f"{good.split(':')[0]}:{other.split(':')[1]}"
    forged = [str(enrolment.pk), good[:-1] + ("A" if good[-1] != "A" else "B"), mixed]

    for token in forged:
        for send in (client.get, client.post):
            assert send(f"/enrol/place/{token}/").status_code == 404
    assert Enrolment.objects.filter(status=S.CONFIRMED).count() == 2


def test_answering_too_late_by_the_link_says_that_it_has_gone(client):
    offering = make_offering(places=1)
    holder, waiter = make_enrolment(offering), make_enrolment(offering)
    actions.withdraw(enrolment_id=holder.pk, by=holder.learner.entry)

    with time_machine.travel(timezone.now() + timedelta(hours=49)):
        page = client.post(path_for(waiter.pk), {"answer": "accept"}, follow=True).content.decode()

    assert "has run out" in page
    assert Enrolment.objects.get(pk=waiter.pk).status == S.LAPSED


def test_a_learner_sees_their_own_places_and_nobody_elses(client):
    mine, other = make_enrolment(make_offering(make_course(title="Mine"))), make_enrolment()
    use_pass(client, mine.learner.entry)

    page = client.get("/my/", follow=True).content.decode()
    foreign = client.post(f"/my/training/{other.pk}/answer/", {"answer": "leave"})

    assert "Mine" in page
    assert other.offering.course.title not in page
    assert foreign.status_code == 404
    assert Enrolment.objects.get(pk=other.pk).status == S.CONFIRMED


def test_a_pass_that_is_no_learners_finds_no_training(client):
    use_pass(client, make_pass().entry)

    assert client.get("/my/training/").status_code == 404


def test_a_learner_moves_to_other_dates_on_their_page(client):
    enrolment = make_enrolment()
    later = make_offering(enrolment.offering.course, begins_in=60)
    use_pass(client, enrolment.learner.entry)

    offered = client.get(f"/my/training/{enrolment.pk}/move/").content.decode()
    client.post(f"/my/training/{enrolment.pk}/move/", {"to": later.pk})

    assert f'value="{later.pk}"' in offered
    assert later.enrolments.get().status == S.CONFIRMED


def test_the_pages_of_one_and_of_three_places_cost_the_same(client):
    learner = make_learner()
    course = make_course()
    make_enrolment(make_offering(course), learner)
    use_pass(client, learner.entry)
    one = full_cost(client, "/my/training/")
    for number in range(2):
        make_enrolment(make_offering(course, begins_in=40 + number), learner)

    assert full_cost(client, "/my/training/") == one <= 15


def test_staff_are_sent_to_no_learners_page(client):
    sign_in(client, verified(make_staff("TRAINING_MANAGER")))

    assert client.get("/my/training/").status_code == 302
