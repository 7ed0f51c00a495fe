"""The desk: home, case list, case page."""

import pytest
from django.db import connections, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.cases.actions import write_note, write_tie
from portal.cases.models import Case, Note
from portal.cases.statuses import CaseStatus, TieSource
from portal.vault import tokens
from portal.vault.keystore.models import TokenKind
from tests.factories import make_neutral, make_programme, make_staff, sign_in
from tests.factories.cases import make_assignment, make_case
from tests.factories.sessions import make_booked_case, make_gathered_session
from tests.factories.texts import make_texts

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def texts():
    return make_texts()


def _client(user):
    client = Client()
    sign_in(client, user)
    return client


def _queries(client, url):
    """How many queries a page costs on both databases together, savepoints aside."""
    with CaptureQueriesContext(connections["default"]) as data, CaptureQueriesContext(connections["keys"]) as keys:
        assert client.get(url).status_code == 200
    asked = [query["sql"] for query in [*data.captured_queries, *keys.captured_queries]]
    return len([sql for sql in asked if "SAVEPOINT" not in sql])


def test_the_case_page_tells_names_steps_and_what_it_waits_for():
    case = make_case(CaseStatus.ARRANGING, coordinator=make_staff())

    page = _client(case.coordinator).get(case.get_absolute_url())

    assert "Alex and Sam" in page.text
    assert "2 more mediators are needed" in page.text
    assert f"<title>Case {case.reference}" in page.text


def test_a_neutral_sees_the_case_and_nothing_of_the_staff():
    case, pair = make_booked_case()
    write_note(matter_id=case.matter_id, body="Only for staff: plumage", by=case.coordinator)

    page = _client(pair[0]).get(case.get_absolute_url())

    assert page.status_code == 200
    assert "Alex and Sam" in page.text
    assert "plumage" not in page.text
    assert "What happened" not in page.text


def test_being_asked_is_not_yet_access():
    case = make_case(coordinator=make_staff())
    neutral = make_neutral()
    make_assignment(case, neutral)

    response = _client(neutral).get(case.get_absolute_url())

    assert response.status_code == 404


def test_with_a_tie_the_case_is_not_there_in_page_list_or_search():
    case = make_case(coordinator=make_staff())
    colleague = make_staff()
    client = _client(colleague)
    assert case.reference in client.get(reverse("portal:desk:cases")).text

    write_tie(matter=case.matter, person=colleague, source=TieSource.DECLARED, actor=None)

    assert client.get(case.get_absolute_url()).status_code == 404
    assert case.reference not in client.get(reverse("portal:desk:cases")).text
    found = client.get(reverse("portal:desk:cases"), {"q": case.reference}).text
    assert case.get_absolute_url() not in found
    assert case.reference not in client.get(reverse("portal:desk:home")).text


def test_staff_of_another_programme_do_not_find_the_case():
    case = make_case(coordinator=make_staff())
    other = make_staff(programme=make_programme("OTHER", name="Other"))

    assert _client(other).get(case.get_absolute_url()).status_code == 404


def test_a_case_is_found_by_a_name_in_it():
    case = make_case(names=("Quentin Ash", "Sam"), coordinator=make_staff())
    other = make_case(coordinator=case.coordinator)
    person = case.participants.first()
    tokens.index(key_id=case.vault_key, subject=person.pk, kind=TokenKind.NAME, values=[person.name])

    page = _client(case.coordinator).get(reverse("portal:desk:cases"), {"q": "quentin ash"}).text

    assert case.reference in page
    assert other.reference not in page


def test_filters_stay_in_the_address_and_odd_ones_do_no_harm():
    open_case = make_case(CaseStatus.ARRANGING, coordinator=make_staff())
    ended = make_case(CaseStatus.ENDED, coordinator=open_case.coordinator)
    client = _client(open_case.coordinator)

    narrowed = client.get(reverse("portal:desk:cases"), {"status": "ENDED"}).text
    odd = client.get(reverse("portal:desk:cases"), {"status": "NONSENSE", "page": "-7"})

    assert ended.reference in narrowed
    assert open_case.reference not in narrowed
    assert odd.status_code == 200


def test_an_empty_note_is_told_and_nothing_is_kept():
    case = make_case(coordinator=make_staff())

    response = _client(case.coordinator).post(reverse("portal:desk:note", args=[case.reference]), {"body": "  "})

    assert response.status_code == 422
    assert "Write something first." in response.text
    assert not Note.objects.exists()


def test_a_step_by_button_says_what_is_missing():
    case = make_case(CaseStatus.OPENED, coordinator=make_staff())

    url = reverse("portal:desk:move", args=[case.reference, "invite"])
    response = _client(case.coordinator).post(url, follow=True)

    assert "to say whether to go on" in response.text
    assert Case.objects.get(pk=case.pk).status == CaseStatus.OPENED


@pytest.mark.parametrize("step", ["begin", "finish", "nonsense"])
def test_steps_that_are_no_buttons_cannot_be_forged(step):
    case, _pair = make_booked_case()

    _client(case.coordinator).post(reverse("portal:desk:move", args=[case.reference, step]))

    assert Case.objects.get(pk=case.pk).status == CaseStatus.BOOKED


@pytest.mark.parametrize("people", [2, 4])
def test_the_case_page_costs_at_most_twenty_queries_however_many_are_in_it(people):
    session, _pair = make_gathered_session(names=["Ada", "Ben", "Cyd", "Dee"][:people])
    case = session.case
    for number in range(people):
        write_note(matter_id=case.matter_id, body=f"note {number}", by=case.coordinator)

    assert _queries(_client(case.coordinator), case.get_absolute_url()) <= 20


@pytest.mark.parametrize("name", ["home", "cases"])
def test_lists_cost_the_same_at_one_and_at_three_rows(name):
    staff = make_staff()
    make_case(CaseStatus.ARRANGING, coordinator=staff)
    client, url = _client(staff), reverse(f"portal:desk:{name}")
    _queries(client, url)
    one = _queries(client, url)
    for _more in range(2):
        make_case(CaseStatus.ARRANGING, coordinator=staff)

    # Every case has a key of its own, and all of them come in one query to the second database.
    assert _queries(client, url) == one
    assert one <= 15 + 1


def test_a_long_story_costs_no_more_is_shortened_and_can_be_read_whole_and_by_kind():
    case = make_case(CaseStatus.ARRANGING, coordinator=make_staff())
    client, url = _client(case.coordinator), case.get_absolute_url()
    write_note(matter_id=case.matter_id, body="the first of all", by=case.coordinator)
    with transaction.atomic():
        for number in range(300):
            record(AuditEvent.CASE_MOVED, actor=case.coordinator, matter=case.matter, subject=case, number=number)

    assert _queries(client, url) <= 20
    assert _queries(client, f"{url}?all") <= 20

    short, whole, talk = client.get(url).text, client.get(f"{url}?all").text, client.get(f"{url}?kind=talk").text
    moved = str(AuditEvent.CASE_MOVED.label)
    assert (short.count(moved), whole.count(moved), talk.count(moved)) == (40, 300, 0)
    assert "Show 261 earlier lines" in short
    # What lies behind three hundred other lines is found by its kind.
    assert str(AuditEvent.NOTE_WRITTEN.label) in talk
