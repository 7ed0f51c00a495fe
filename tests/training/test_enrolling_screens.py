"""From the page of a course to a place: proving an address, the form, the slip, the link."""

import re

import pytest
from django.utils import timezone

from portal.mail.models import Mailing
from tests.factories.training import make_course, make_enrolment, make_learner, make_offering
from training.models import AddressProof, Enrolment, GroupRequest, Learner, Offering
from training.queries import open_offerings
from training.statuses import EnrolmentStatus as S

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("office")]

ABOUT = {"name": "Robin Vale", "access_needs": "Step-free access", "food": "", "why": ""}


def mailed_code():
    return Mailing.objects.filter(kind="ADDRESS_CODE").latest("created_at").context["code"]


def prove(client, offering, address="robin@example.org"):
    client.post(f"/enrol/{offering.pk}/", {"address": address})
    return client.post(f"/enrol/{offering.pk}/code/", {"code": mailed_code()})


def test_somebody_new_goes_from_an_address_to_a_place_and_is_shown_their_code_once(client):
    offering = make_offering()
    sent = client.post(f"/enrol/{offering.pk}/", {"address": "robin@example.org"})
    proven = client.post(f"/enrol/{offering.pk}/code/", {"code": mailed_code()})
    done = client.post(f"/enrol/{offering.pk}/about/", ABOUT)
    page = client.get(done.url).content.decode()

    assert (sent.url, proven.url) == (f"/enrol/{offering.pk}/code/", f"/enrol/{offering.pk}/about/")
    enrolment = Enrolment.objects.get()
    assert (enrolment.status, enrolment.learner.name) == (S.CONFIRMED, "Robin Vale")
    code = re.search(r"([2-9A-Z]{4}-){5}[2-9A-Z]{4}", page)[0]
    assert client.post("/my/enter/", {"code": code}, follow=True).redirect_chain[-1][0] == "/my/training/"


def test_the_code_is_for_one_browser_and_sending_the_form_twice_enrols_once(client):
    offering = make_offering()
    prove(client, offering)

    first, second = (client.post(f"/enrol/{offering.pk}/about/", ABOUT) for _ in range(2))
    elsewhere = type(client)().get(first.url)

    assert first.url == second.url
    assert Enrolment.objects.count() == 1
    assert elsewhere.status_code == 302
    assert "Personal code" in client.get(second.url).content.decode()


def test_a_wrong_code_can_be_tried_five_times_and_the_right_one_not_any_more_then(client):
    offering = make_offering()
    client.post(f"/enrol/{offering.pk}/", {"address": "robin@example.org"})
    right = mailed_code()
    wrong = "000000" if right != "000000" else "111111"

    answers = [client.post(f"/enrol/{offering.pk}/code/", {"code": wrong}).content.decode() for _ in range(5)]
    late = client.post(f"/enrol/{offering.pk}/code/", {"code": right})

    assert "4 more times" in answers[0]
    assert "does not work any more" in answers[4]
    assert late.status_code == 422
    assert AddressProof.objects.get().proven_at is None


def test_without_a_proven_address_nobody_reaches_the_form(client):
    offering = make_offering()

    for path in ("code", "about", "done"):
        assert client.get(f"/enrol/{offering.pk}/{path}/").url == f"/enrol/{offering.pk}/"
    assert client.post(f"/enrol/{offering.pk}/about/", ABOUT).url == f"/enrol/{offering.pk}/"
    assert Learner.objects.count() == 0


def test_no_table_holds_the_mailed_code_or_the_address_in_clear(client):
    offering = make_offering()
    client.post(f"/enrol/{offering.pk}/", {"address": "robin@example.org"})

    proof = AddressProof.objects.values_list("address", "code_hash", "secret_hash").get()

    assert mailed_code() not in str(proof[1:])
    assert b"robin" not in proof[0].ciphertext


def test_an_address_that_is_none_is_asked_again_and_kept_as_typed(client):
    offering = make_offering()

    response = client.post(f"/enrol/{offering.pk}/", {"address": "robin at example"})

    page = response.content.decode()
    assert response.status_code == 422
    assert "<title>Error:" in page
    assert 'value="robin at example"' in page
    assert Mailing.objects.count() == 0


def test_too_many_codes_for_one_address_are_refused_kindly(client):
    offering = make_offering()
    posts = [client.post(f"/enrol/{offering.pk}/", {"address": "robin@example.org"}) for _ in range(6)]

    assert [one.status_code for one in posts] == [302] * 5 + [429]
    assert "wait an hour" in posts[-1].content.decode()


def test_a_course_that_closed_between_the_form_and_sending_says_so_and_keeps_what_was_typed(client):
    offering = make_offering()
    prove(client, offering)
    Offering.objects.update(closes_at=timezone.now())

    response = client.post(f"/enrol/{offering.pk}/about/", ABOUT)

    page = response.content.decode()
    assert response.status_code == 422
    assert "has closed" in page
    assert "Step-free access" in page
    assert (Enrolment.objects.count(), Learner.objects.count()) == (0, 0)


def test_what_comes_first_is_said_before_anything_is_asked(client):
    course = make_course()
    course.needs_courses.add(make_course(title="Listening"))
    offering = make_offering(course)
    prove(client, offering)

    page = client.get(f"/enrol/{offering.pk}/about/").content.decode()
    posted = client.post(f"/enrol/{offering.pk}/about/", ABOUT)

    assert "Listening" in page
    assert "<form method" not in page.split("<main")[1]
    assert (posted.status_code, Enrolment.objects.count()) == (200, 0)


def test_an_application_needs_a_reason_and_everything_else_is_optional(client):
    offering = make_offering(admission="REVIEW")
    prove(client, offering)

    without = client.post(f"/enrol/{offering.pk}/about/", ABOUT)
    client.post(f"/enrol/{offering.pk}/about/", ABOUT | {"why": "I listen well"})

    assert without.status_code == 422
    assert Enrolment.objects.get().why == "I listen well"


def test_drafts_do_not_exist_and_what_is_over_says_so(client):
    draft, cancelled = make_offering(status="DRAFT"), make_offering(status="CANCELLED")

    assert client.get(f"/enrol/{draft.pk}/").status_code == 404
    page = client.get(f"/enrol/{cancelled.pk}/").content.decode()
    assert "does not take place" in page
    assert 'name="address"' not in page


def test_a_group_asks_for_a_training_and_twice_is_once(client):
    page = client.get("/enrol/group/").content.decode()
    token = re.search(r'name="token" value="([^"]+)"', page)[1]
    facts = {"token": token, "name": "Lee", "address": "lee@example.org", "group": "North Hall", "audience": "STUDENTS"}
    facts |= {"people": 20, "hours": 2, "hopes": "Calmer meetings", "when": "", "website": ""}

    bad = client.post("/enrol/group/", facts | {"people": 1})
    for _ in range(2):
        client.post("/enrol/group/", facts)

    assert bad.status_code == 422
    assert [(one.group, one.people) for one in GroupRequest.objects.all()] == [("North Hall", 20)]
    assert set(Mailing.objects.values_list("kind", flat=True)) == {"GROUP_THANKS", "STAFF_NEWS"}


def test_the_calendar_of_all_courses_names_courses_and_no_person(client):
    offering = make_offering(make_course(title="Listening"))
    make_enrolment(offering, make_learner("Robin Vale"))
    make_offering(make_course(title="Hidden", published=False))

    response = client.get("/enrol/courses.ics")

    text = response.content.decode()
    assert response["Content-Type"].startswith("text/calendar")
    assert text.count("BEGIN:VEVENT") == 2
    assert "Listening" in text
    assert not any(hidden in text for hidden in ("Hidden", "Robin", "example.org,"))


def test_the_list_of_dates_counts_places_in_the_same_number_of_queries(django_assert_num_queries):
    course = make_course()
    one = make_offering(course, places=2)
    make_enrolment(one)
    with django_assert_num_queries(2):
        assert [card.places_left for card in open_offerings(course)] == [1]

    full, _other = make_offering(course, places=1, begins_in=50), make_offering(course, begins_in=40)
    make_enrolment(full)
    make_enrolment(full)

    with django_assert_num_queries(2):
        cards = open_offerings(course)
    assert [(card.places_left, card.waiting) for card in cards] == [(1, 0), (5, 0), (0, 1)]
    assert [card.pk for card in open_offerings(course, with_places_only=True)] == [cards[0].pk, cards[1].pk]
