import pytest
from django.urls import reverse

from portal.audit.events import AuditEvent
from portal.audit.models import AuditLink
from portal.cases.models import Case
from portal.cases.statuses import CaseStatus, Ending
from portal.screening.models import Screening
from tests.counting import cost
from tests.factories import make_staff, sign_in
from tests.factories.requests import make_request
from tests.portal.cases.people import events, inviting_case, opened_case

pytestmark = pytest.mark.django_db


def words(response):
    return " ".join(response.content.decode().split())


def url(name, reference):
    return reverse(f"portal:screening:{name}", args=[reference])


@pytest.fixture
def coordinator(client):
    user = make_staff("COORDINATOR")
    sign_in(client, user)
    return user


def test_the_guide_and_the_decision_stand_on_one_page(client, coordinator):
    request = make_request()

    page = client.get(url("decide", request.reference))

    assert "Are you safe now" in words(page)
    assert "Imminent risk" in words(page)
    assert [value for value, _label in page.context["form"].fields["process"].choices] == ["MEDIATION"]


def test_suitable_opens_the_case(client, coordinator):
    request = make_request()
    given = {"decision": "SUITABLE", "process": "MEDIATION", "reason": "They want to talk", "asked": ["SAFE", "FREE"]}
    given["gone_through"] = "on"

    response = client.post(url("decide", request.reference), given)

    assert response.status_code == 302
    assert Case.objects.get().status == CaseStatus.OPENED
    assert Screening.objects.get().conversation == {"asked": ["SAFE", "FREE"]}


def test_what_is_missing_is_summed_up_in_the_order_of_the_page(client, coordinator):
    request = make_request()

    page = client.post(url("decide", request.reference), {})

    problems = [problem.anchor for problem in page.context["form"].errors_for_summary()]
    assert problems == ["id_decision_0", "id_reason"]


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        ({"decision": "SUITABLE"}, "Say what it is suitable for."),
        ({"decision": "ALTERNATIVES"}, "Name at least one other way"),
        ({"decision": "REFER"}, "Say whom you refer to."),
        ({"decision": "ALTERNATIVES", "alternatives": ["COACHING"], "talked_on": "2999-01-01"}, "still to come"),
    ],
)
def test_a_decision_that_lacks_something_says_so_and_keeps_what_was_typed(client, coordinator, given, complaint):
    request = make_request()

    page = client.post(url("decide", request.reference), given | {"reason": "A long reason"})

    assert complaint in words(page)
    assert "A long reason" in words(page)
    assert Screening.objects.count() == 0


def test_a_minors_request_says_what_is_needed_first(client, coordinator):
    request = make_request(is_minor=True)

    page = client.post(
        url("decide", request.reference),
        {"decision": "SUITABLE", "process": "MEDIATION", "reason": "They want to talk", "gone_through": "on"},
    )

    assert "Write down first which rule of the office applies" in words(page)
    assert Case.objects.count() == 0


def test_an_earlier_decision_is_the_place_to_start_from(client, coordinator):
    request = make_request()
    given = {"decision": "ALTERNATIVES", "alternatives": ["COACHING"], "reason": "Not now", "asked": ["SAFE"]}
    client.post(url("decide", request.reference), given)

    page = client.get(url("decide", request.reference))

    assert page.context["form"]["reason"].value() == "Not now"
    assert page.context["form"]["alternatives"].value() == ["COACHING"]


@pytest.mark.parametrize("role", ["TRAINING_MANAGER", "NEUTRAL", "INTERN"])
@pytest.mark.parametrize("name", ["decide", "emergency"])
def test_whoever_opens_no_requests_finds_no_page(client, role, name):
    request = make_request()
    sign_in(client, make_staff(role))

    assert client.get(url(name, request.reference)).status_code == 404


def test_a_request_that_never_was_has_no_page(client, coordinator):
    assert client.get(url("decide", "R-23456")).status_code == 404
    assert client.get(url("emergency", "C-23456")).status_code == 404


def test_against_a_case_before_anybody_was_invited(client):
    case = opened_case()
    sign_in(client, case.coordinator)

    page = client.get(url("decide_against", case.reference))
    assert "Nobody has been invited yet." in words(page)
    client.post(url("decide_against", case.reference), {"alternatives": ["COACHING"], "reason": "Another way"})

    assert Case.objects.get().ending == Ending.UNSUITABLE


def test_against_a_case_after_somebody_was_invited(client):
    case = inviting_case()
    sign_in(client, case.coordinator)

    page = client.get(url("decide_against", case.reference))
    assert "ends on" in words(page)
    client.post(url("decide_against", case.reference), {"alternatives": ["COACHING"], "reason": "Another way"})

    assert Case.objects.get().pending_ending == Ending.UNSUITABLE


def test_against_a_case_without_another_way_asks_for_one(client):
    case = opened_case()
    sign_in(client, case.coordinator)

    page = client.post(url("decide_against", case.reference), {"reason": "Another way"})

    assert "Name at least one other way" in words(page)


def test_against_a_case_that_has_moved_on_says_what_to_do_instead(client):
    case = opened_case()
    Case.objects.filter(pk=case.pk).update(status=CaseStatus.ARRANGING)
    sign_in(client, case.coordinator)

    page = client.post(url("decide_against", case.reference), {"alternatives": ["NONE"], "reason": "Another way"})

    assert "Stop the case instead" in words(page)


@pytest.mark.parametrize("thing", ["request", "case"])
def test_the_emergency_page_shows_numbers_to_tap_and_what_is_recorded(client, coordinator, thing):
    reference = make_request().reference if thing == "request" else opened_case().reference

    page = client.get(url("emergency", reference))

    assert 'href="tel:6175550100"' in words(page)
    assert "Kept: your name, the time and this reference. Not kept: any words." in words(page)


def test_using_the_emergency_page_is_recorded_and_looking_at_it_is_not(client, coordinator):
    case = opened_case()
    client.get(url("emergency", case.reference))
    assert AuditEvent.EMERGENCY_PAGE_USED not in events(case)

    page = client.post(url("emergency", case.reference), follow=True)

    assert "Written down" in words(page)
    link = AuditLink.objects.get(kind=AuditEvent.EMERGENCY_PAGE_USED)
    assert link.payload["facts"] == {}
    assert link.payload["actor"]["id"] == str(coordinator.pk)


@pytest.mark.parametrize("decided", [1, 3])
def test_the_screening_page_costs_few_queries(client, coordinator, decided):
    request = make_request()
    given = {"decision": "ALTERNATIVES", "alternatives": ["COACHING"], "reason": "Not now"}
    for _time in range(decided):
        client.post(url("decide", request.reference), given)

    assert cost(client, url("decide", request.reference)) <= 15
