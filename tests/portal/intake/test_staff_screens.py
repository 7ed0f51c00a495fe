"""What staff see and do with requests."""

import pytest
from django.core.cache import cache
from django.urls import reverse

from portal.audit.events import AuditEvent
from portal.audit.models import AuditLink
from portal.cases.models import Matter
from portal.intake.models import InformationTally, Message, Request
from tests.factories import make_request, make_staff, make_wish, sign_in, the_request

pytestmark = pytest.mark.django_db
QUEUE, LOG, SLIP = reverse("portal:desk:requests"), reverse("portal:intake:log_contact"), reverse("portal:intake:slip")
CALL = {"kind": "REQUEST", "came_by": "PHONE", "asks_for": "UNSURE", "safe_way": "PHONE", "phone": "555-0101"}


@pytest.fixture(autouse=True)
def fresh_counters():
    cache.clear()


@pytest.fixture
def dana(client):
    person = make_staff(first_name="Dana", last_name="Okafor")
    make_wish()
    sign_in(client, person)
    return person


def step(request, name):
    return reverse(f"portal:intake:{name}", args=[request.reference])


def recorded(kind):
    return AuditLink.objects.filter(kind=kind).count()


def test_a_call_is_logged_and_the_code_read_out_once(client, dana):
    logged = client.post(LOG, CALL | {"name": "Robin", "story": "A quarrel"})
    slip = client.get(SLIP).content.decode()
    client.post(SLIP)

    request = the_request()
    assert logged.url == SLIP
    assert (request.came_by, request.logged_by, request.name) == ("PHONE", dana, "Robin")
    assert request.reference in slip
    assert request.entry.phrase in slip
    assert client.get(SLIP).status_code == 410


def test_the_same_form_sent_twice_logs_one_contact_and_shows_the_same_slip(client, dana):
    token = client.get(LOG).context["form"].initial["token"]

    client.post(LOG, CALL | {"token": token})
    first = client.get(SLIP).context["slip"]
    client.post(LOG, CALL | {"token": token})

    assert Request.objects.count() == 1
    assert client.get(SLIP).context["slip"] == first


def test_information_only_is_counted_and_nothing_is_kept(client, dana):
    client.post(LOG, {"kind": "INFORMATION", "came_by": "EMAIL", "asks_for": "COACHING", "name": "Robin"})

    assert InformationTally.objects.values_list("came_by", "asks_for", "count").get() == ("EMAIL", "COACHING", 1)
    assert Matter.objects.count() == 0


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"safe_way": ""}, "Please choose how it is safe to reach them."),
        ({"phone": ""}, "Please give the number on which it is safe to call."),
        ({"contacted_at": "2999-01-01T10:00"}, "This lies in the future."),
        ({"came_by": "OWL"}, "Please choose one of the answers listed here."),
    ],
)
def test_a_mistake_in_the_log_loses_nothing(client, dana, changes, said):
    response = client.post(LOG, CALL | {"story": "A long story"} | changes)

    assert response.status_code == 422
    assert said in response.content.decode()
    assert "A long story" in response.content.decode()
    assert Request.objects.count() == 0


def test_when_a_caller_names_everybody_staff_hear_whom_to_name_instead(client, dana):
    response = client.post(LOG, CALL | {"tied": [str(dana.pk)]})

    assert "Nobody would be left to open it" in response.content.decode()
    assert Request.objects.count() == 0


@pytest.mark.parametrize("role", ["NEUTRAL", "EDITOR", "INTERN"])
def test_neither_queue_nor_log_open_for_others(client, role):
    make_wish()
    sign_in(client, make_staff(role))

    assert client.get(QUEUE).status_code == 403
    assert client.get(LOG).status_code == 403


def test_the_page_of_a_request_shows_all_and_records_the_reading(client, dana):
    request = make_request(hope="Sleep", is_minor=True)

    shown = client.get(request.get_absolute_url()).content.decode()

    for words in ("Alex Rivera", "Noise at night", "We share a room", "Sam Lee", "Sleep", "alex@example.org"):
        assert words in shown
    assert "Held: this person is under 18" in shown
    assert recorded(AuditEvent.CASE_OPENED) == 1


def test_a_request_that_does_not_exist_and_one_behind_a_tie_look_the_same(client, dana):
    make_staff()
    request = make_request(tied=[dana])

    hidden = client.get(request.get_absolute_url())
    missing = client.get(reverse("portal:intake:request", args=["R-22222"]))

    assert hidden.status_code == missing.status_code == 404
    assert hidden.content == missing.content
    assert recorded(AuditEvent.ACCESS_REFUSED) == 2


@pytest.mark.parametrize("name", ["answer", "told", "note", "assign", "phrase", "minor", "code", "contact", "end"])
def test_no_step_opens_behind_a_tie_or_changes_anything_by_get(client, dana, name):
    make_staff()
    hidden, open_one = make_request(tied=[dana]), make_request()

    assert client.post(step(hidden, name), {}).status_code == 404
    assert client.get(step(hidden, name)).status_code in (404, 405)
    assert client.get(step(open_one, name)).status_code == (200 if name == "assign" else 405)


def test_an_answer_reaches_the_writers_page(client, dana):
    request = make_request()

    client.post(step(request, "answer"), {"answer-body": "Welcome"})

    assert Message.objects.get().body == "Welcome"
    assert the_request().status == "ANSWERED"


def test_an_answer_that_is_too_long_is_not_lost(client, dana):
    request = make_request()

    response = client.post(step(request, "answer"), {"answer-body": "w" * 4001})

    assert response.status_code == 422
    assert "w" * 4001 in response.content.decode()
    assert Message.objects.count() == 0


def test_what_they_said_on_the_phone_is_written_down(client, dana):
    request = make_request()

    client.post(step(request, "told"), {"told-body": "Call me", "told-channel": "PHONE"})

    assert Message.objects.values_list("direction", "channel").get() == ("TO_OFFICE", "PHONE")


def test_a_note_stays_with_staff(client, dana):
    request = make_request()

    client.post(step(request, "note"), {"note-body": "Likes mornings"})

    assert request.matter.notes.get().body == "Likes mornings"
    assert "Likes mornings" in client.get(request.get_absolute_url()).content.decode()


def test_a_request_is_taken_on_and_handed_over(client, dana):
    luis, request = make_staff(), make_request()

    offered = client.get(step(request, "assign")).content.decode()
    client.post(step(request, "assign"), {"assign-to": str(dana.pk)})
    taken = the_request().assigned_to
    client.post(step(request, "assign"), {"assign-to": str(luis.pk)})
    refused = client.post(step(request, "assign"), {"assign-to": str(make_staff("NEUTRAL").pk)})

    assert (taken, the_request().assigned_to) == (dana, luis)
    assert f'value="{luis.pk}"' in offered
    assert refused.status_code == 422
    assert "Please choose one of the answers listed here." in refused.content.decode()


def test_the_phrase_is_checked_and_tries_are_few(client, dana):
    request = make_request()
    url = step(request, "phrase")

    matched = client.post(url, {"phrase-said": request.entry.phrase})
    wrong = [client.post(url, {"phrase-said": "blue moon"}).content.decode() for _number in range(5)]

    assert matched.status_code == 302
    assert "These are not the words" in wrong[0]
    assert "Tried too often" in wrong[-1]
    assert request.entry.phrase not in "".join(wrong)


def test_the_rule_for_somebody_under_18_is_recorded(client, dana):
    request = make_request(is_minor=True)

    unsaid = client.post(step(request, "minor"), {"minor-rule": ""})
    client.post(step(request, "minor"), {"minor-rule": "The director agreed"})

    assert unsaid.status_code == 422
    assert not the_request().is_held_for_age


def test_a_lost_code_is_replaced_and_shown_once(client, dana):
    request = make_request()

    made = client.post(step(request, "code"))

    assert made.url == SLIP
    assert client.get(SLIP).context["slip"]["reference"] == request.reference


def test_staff_write_down_a_new_safe_way(client, dana):
    request = make_request()

    client.post(step(request, "contact"), {"contact-safe_way": "CODE", "contact-email": "alex@example.org"})

    assert (the_request().safe_way, the_request().contact) == ("CODE", {})


def test_a_request_ends_as_information_only(client, dana):
    request = make_request()

    client.post(step(request, "end"), {"end-ending": "INFORMATION"})

    assert the_request().ending == "INFORMATION"


def test_a_matter_that_goes_meanwhile_is_missing(client, dana, monkeypatch):
    request = make_request()
    request.matter.status = "DESTROYING"
    request.matter.save()

    assert client.get(request.get_absolute_url()).status_code == 404
    assert client.post(step(request, "code")).status_code == 404
    assert request.reference not in client.get(QUEUE).content.decode()
