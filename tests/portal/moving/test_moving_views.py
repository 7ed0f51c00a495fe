"""The question on somebody's own page, and the screens on which staff ask it and write down an answer."""

import pytest
from django.urls import reverse

from portal.cases.actions import write_tie
from portal.cases.models import Telling
from portal.cases.statuses import TieSource
from portal.intake.actions import write_message
from portal.intake.models import Request
from portal.mail.models import Mailing
from portal.moving.models import MoveOffer
from portal.records.actions import place_hold
from portal.records.statuses import HoldKind
from tests.counting import cost
from tests.factories import make_request, make_staff, sign_in, use_pass
from tests.factories.moving import make_offer, make_offer_in_case, message_code
from tests.factories.texts import make_resolution_texts, make_texts

pytestmark = pytest.mark.django_db
OWN = "/my/elsewhere/"


def office(request, step="moving"):
    return reverse(f"portal:moving:{step}", args=[request.reference])


def test_staff_ask_the_person_reads_chooses_and_gets_a_new_code(client):
    make_resolution_texts()
    request = make_request(programme=make_texts())
    make_staff(programme=request.programme.__class__.objects.get(code="ADR"))
    by = make_staff(programme=request.programme)
    sign_in(client, by)
    assert office(request) in client.get(request.get_absolute_url()).content.decode()
    assert client.post(office(request), {}).status_code == 422
    assert client.post(office(request), {"outside": "on"}).status_code == 302
    assert Mailing.objects.filter(kind="NEWS").exists()

    client.logout()
    use_pass(client, request.entry)
    assert OWN in client.get("/my/").content.decode()
    page = client.get(OWN).content.decode()
    assert "This record will be kept" in page
    assert "We share a room and cannot sleep." in page
    assert "7 years" in page
    assert "checked" not in page
    assert "Sam Lee" not in page
    token = client.get(OWN).context["form"]["token"].value()

    typed = client.post(OWN, {"things": ["story"], "token": token})
    assert typed.status_code == 422
    assert "checked" in typed.content.decode()
    answered = client.post(OWN, {"things": ["story"], "read_kept": "on", "token": token})

    assert answered["Location"] == "/request/sent/"
    slip = client.get("/request/sent/").content.decode()
    moved = Request.objects.get()
    assert moved.programme.code == "ADR"
    assert moved.reference in slip
    # The old visit has ended, and the old code opens nothing.
    assert client.get("/my/").status_code in {302, 303}


def test_pressed_twice_the_code_is_still_shown(client):
    offer, _by = make_offer()
    use_pass(client, offer.request.entry)
    token = client.get(OWN).context["form"]["token"].value()
    # The page was left open: its browser holds the key of the slip although the answer never arrived.
    assert client.cookies["slip"].value == token
    client.post(OWN, {"read_kept": "on", "token": token})
    client.cookies["slip"] = token

    again = client.post(OWN, {"read_kept": "on", "token": token})

    assert again.status_code in {302, 303}
    assert Request.objects.count() == 1
    assert Request.objects.get().reference in client.get("/request/sent/").content.decode()
    assert "/request/sent/" in client.get("/my/enter/").content.decode()


def test_no_is_one_press_and_asks_for_nothing(client):
    offer, by = make_offer()
    use_pass(client, offer.request.entry)

    answered = client.post(OWN, {"answer": "NO"}, follow=True)

    assert "You said no. Nothing has changed." in answered.content.decode()
    assert OWN not in client.get("/my/").content.decode()
    client.cookies.clear()
    sign_in(client, by)
    page = client.get(office(offer.request)).content.decode()
    assert "only when they ask for it" in page
    assert client.post(office(offer.request), {"outside": "on"}).status_code == 422
    assert client.post(office(offer.request), {"outside": "on", "asked_for": "on"}).status_code == 302


def test_staff_write_the_answer_down_after_reading_it_aloud(client):
    offer, by = make_offer(safe_way="PHONE", contact={"phone": "617-555-0111", "when": ""})
    assert Telling.objects.open().filter(entry=offer.request.entry).exists()
    sign_in(client, by)
    page = client.get(office(offer.request, "answer_for"))
    assert "This record will be kept" in page.content.decode()
    token = page.context["form"]["token"].value()
    facts = {"answer": "YES", "channel": "PHONE", "token": token}
    unread = client.post(office(offer.request, "answer_for"), facts)
    assert unread.status_code == 422
    assert "after it was read to them" in unread.content.decode()

    said = client.post(office(offer.request, "answer_for"), facts | {"read_kept": "on", "things": ["name"]})

    assert said["Location"] == reverse("portal:intake:slip")
    assert Request.objects.get().name == "Alex Rivera"
    assert client.get(office(offer.request)).status_code == 404


def test_a_no_that_staff_write_down(client):
    offer, by = make_offer()
    sign_in(client, by)
    client.post(office(offer.request, "answer_for"), {"answer": "NO", "channel": "IN_PERSON"})
    offer.refresh_from_db()
    assert (offer.answer, offer.channel, offer.recorded_by) == ("NO", "IN_PERSON", by)


def test_a_question_asked_by_mistake_is_taken_back(client):
    offer, by = make_offer()
    sign_in(client, by)
    client.post(office(offer.request, "take_back"))
    assert MoveOffer.objects.count() == 0
    client.cookies.clear()
    use_pass(client, offer.request.entry)
    assert client.get(OWN).status_code == 404


def test_a_hold_is_said_to_staff_and_not_to_the_person(client):
    offer, by = make_offer()
    director = make_staff("DIRECTOR", offer.matter.programme)
    place_hold(matter_id=offer.matter_id, kind=HoldKind.AUDIT, reason="A letter", by=director)
    use_pass(client, offer.request.entry)
    token = client.get(OWN).context["form"]["token"].value()
    refused = client.post(OWN, {"read_kept": "on", "things": ["story"], "token": token})
    assert refused.status_code == 422
    assert "This cannot move now" in refused.content.decode()
    assert "there is a hold" not in refused.content.decode()
    assert "suspended" not in refused.content.decode()
    client.cookies.clear()
    sign_in(client, by)
    assert "there is a hold" in client.get(office(offer.request)).content.decode()


def test_forged_and_foreign_hands_reach_nothing(client):
    offer, _by = make_offer()
    other = make_request(name="Kim Novak", contact={}, safe_way="CODE", story="Nobody's business.")
    use_pass(client, other.entry)
    assert client.get(OWN).status_code == 404
    assert client.post(OWN, {"read_kept": "on", "things": [message_code(offer)]}).status_code == 404
    use_pass(client, offer.request.entry)
    forged = client.post(OWN, {"read_kept": "on", "things": ["others"]})
    assert forged.status_code == 422
    assert Request.objects.count() == 2


def test_of_a_case_its_requester_is_asked_and_nobody_else(client):
    offer, by = make_offer_in_case()
    case = offer.participant.case
    alex, sam = case.participants.select_related("entry").order_by("number")
    use_pass(client, sam.entry)
    assert client.get(OWN).status_code == 404
    assert OWN not in client.get("/my/").content.decode()
    use_pass(client, alex.entry)
    assert OWN in client.get("/my/").content.decode()
    assert "Sam" not in client.get(OWN).content.decode().split("<main")[1].split("</main>")[0]
    client.cookies.clear()
    sign_in(client, by)
    assert office(case) in client.get(case.get_absolute_url()).content.decode()


def test_a_tie_hides_it_and_another_role_is_refused(client):
    offer, by = make_offer()
    write_tie(matter=offer.matter, person=by, source=TieSource.NAMED, actor=None)
    sign_in(client, by)
    for step in ("moving", "answer_for"):
        assert client.get(office(offer.request, step)).status_code == 404
    assert client.post(office(offer.request, "take_back")).status_code == 404


def test_where_no_programme_keeps_records_it_says_so(client):
    request = make_request()
    sign_in(client, make_staff(programme=request.programme))
    assert "no programme that keeps its records" in client.get(office(request)).content.decode()


def test_the_page_costs_the_same_however_much_was_written(client):
    offer, _by = make_offer()
    use_pass(client, offer.request.entry)
    client.get(OWN)
    with_one = cost(client, OWN)
    for number in range(2):
        write_message(entry_id=offer.request.entry_id, body=f"And {number} more.", by=offer.request.entry)

    assert cost(client, OWN) == with_one
