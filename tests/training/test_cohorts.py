"""Writing to everybody of a course, and what people thought of it."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db.models import F
from django.utils import timezone

from portal.mail.models import Mailing
from portal.vault.keystore.models import DataKey
from tests.factories import make_staff, sign_in, use_pass
from tests.factories.training import make_enrolment, make_learner, make_offering
from training.actions import forget_due
from training.links import path_for, token_for
from training.models import CohortMessage, EvaluationTally, Meeting
from training.queries import outcomes_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("office")]
WORDS = "The room has changed: we meet in the boathouse."


@pytest.fixture
def manager(client):
    user = make_staff("TRAINING_MANAGER")
    sign_in(client, user)
    return user


def write(client, offering, audience="PLACE", text=WORDS, token=None):
    facts = {"audience": audience, "text": text, "token": token or uuid4()}
    return client.post(f"/portal/training/dates/{offering.pk}/write/", facts)


def test_those_with_a_place_read_it_on_their_page_and_mail_says_nothing_of_it(client, manager):
    offering = make_offering(places=1)
    seated, waiting = make_enrolment(offering), make_enrolment(offering, make_learner())
    before, visitor = Mailing.objects.count(), client.__class__()

    write(client, offering)

    assert WORDS in visitor.get(path_for(seated.pk)).content.decode()
    assert WORDS not in visitor.get(path_for(waiting.pk)).content.decode()
    learner = client.__class__()
    use_pass(learner, seated.learner.entry)
    assert WORDS in learner.get("/my/training/").content.decode()
    assert Mailing.objects.count() == before + 1
    assert "boathouse" not in str(Mailing.objects.order_by("-created_at").first().context)


def test_sending_twice_is_once_and_it_can_be_taken_back(client, manager):
    offering, token = make_offering(), uuid4()
    seated = make_enrolment(offering)

    write(client, offering, token=token)
    write(client, offering, token=token)
    message = CohortMessage.objects.get()
    for _twice in range(2):
        client.post(f"/portal/training/messages/{message.pk}/take-back/")

    message.refresh_from_db()
    assert message.text == ""
    assert WORDS not in client.__class__().get(path_for(seated.pk)).content.decode()


@pytest.mark.parametrize(("audience", "told"), [("PLACE", 1), ("WAITING", 1), ("EVERYBODY", 2)])
def test_each_audience_is_told_and_nobody_else(client, manager, audience, told):
    offering = make_offering(places=1)
    make_enrolment(offering)
    make_enrolment(offering, make_learner())

    write(client, offering, audience)

    assert CohortMessage.objects.get().told == told


def test_a_message_that_nobody_would_read_is_refused_and_kept_as_typed(client, manager):
    response = write(client, make_offering(), "APPLIED")

    assert response.status_code == 422
    assert "no one in this state" in response.content.decode()
    assert WORDS in response.content.decode()
    assert CohortMessage.objects.count() == 0


def over(offering, days=1):
    """Its last meeting ended so many days ago."""
    back = offering.meetings.last().ends_at.date() - (make_offering().created_at.date() - timedelta(days=days))
    Meeting.objects.filter(offering=offering).update(starts_at=F("starts_at") - back, ends_at=F("ends_at") - back)


def evaluate(client, enrolment, **scores):
    facts = {"USEFUL": 5, "CLEAR": 4, "SAFE": 5, "RECOMMEND": 3} | scores
    return client.post(f"/enrol/place/{token_for(enrolment.pk)}/evaluation/", facts)


def test_answers_are_counted_once_for_each_and_belong_to_nobody(client):
    offering = make_offering(places=9)
    people = [make_enrolment(offering, make_learner(), status="COMPLETED") for _number in range(5)]
    over(offering)

    for enrolment in [*people, people[0]]:
        assert evaluate(client, enrolment).status_code == 302

    counted = set(EvaluationTally.objects.values_list("question", "score", "answers"))
    assert counted == {("USEFUL", 5, 5), ("CLEAR", 4, 5), ("SAFE", 5, 5), ("RECOMMEND", 3, 5)}
    assert {field.name for field in EvaluationTally._meta.fields} == {"id", "offering", "question", "score", "answers"}


def test_nothing_is_shown_while_people_are_asked_nor_of_fewer_than_five(client):
    offering = make_offering(places=9)
    people = [make_enrolment(offering, make_learner(), status="COMPLETED") for _number in range(5)]
    over(offering)
    for enrolment in people[:4]:
        evaluate(client, enrolment)
    assert outcomes_of(offering).opinions == []
    few = make_offering(places=9)
    for enrolment in [make_enrolment(few, make_learner(), status="PARTLY") for _number in range(4)]:
        evaluate(client, enrolment)
    evaluate(client, people[4])
    assert outcomes_of(offering).opinions == []
    over(offering, days=20)
    over(few, days=20)
    offering, few = (type(offering).objects.get(pk=one.pk) for one in (offering, few))

    assert [one.mean for one in outcomes_of(offering).opinions] == ["5.0", "4.0", "5.0", "3.0"]
    assert outcomes_of(few).opinions == []


@pytest.mark.parametrize("change", [{"SAFE": ""}, {"SAFE": 6}, {"SAFE": "x"}])
def test_a_form_with_an_answer_missing_counts_nothing(client, change):
    offering = make_offering()
    enrolment = make_enrolment(offering, status="COMPLETED")
    over(offering)

    response = evaluate(client, enrolment, **change)

    assert response.status_code == 422
    assert EvaluationTally.objects.count() == 0


def test_only_those_who_were_there_are_asked_and_only_for_two_weeks(client):
    offering = make_offering()
    there, away = (
        make_enrolment(offering, status="COMPLETED"),
        make_enrolment(offering, make_learner(), status="NO_SHOW"),
    )
    over(offering, days=15)
    late = evaluate(client, there)
    over(offering)
    absent = evaluate(client, away)

    assert [response.status_code for response in (late, absent)] == [422, 422]
    assert client.get("/enrol/place/forged:token/evaluation/").status_code == 404
    assert EvaluationTally.objects.count() == 0


def test_after_a_year_a_message_is_gone_with_its_key(client, manager):
    offering = make_offering()
    make_enrolment(offering)
    write(client, offering)
    message = CohortMessage.objects.get()
    CohortMessage.objects.update(written_at=timezone.now() - timedelta(days=366))

    forget_due()

    assert CohortMessage.objects.count() == 0
    assert not DataKey.objects.filter(pk=message.vault_key).exists()
