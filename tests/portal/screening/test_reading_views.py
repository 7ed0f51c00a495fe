"""The pages on which screenings are read, compared, read a second time and asked for again."""

import pytest
from django.urls import reverse

from portal.cases.models import Case
from portal.cases.statuses import CaseStatus, TieSource
from portal.screening.actions import ask_to_screen_again
from portal.screening.models import ScreenAgain, Screening
from portal.screening.statuses import Standing, Trigger
from tests.counting import cost
from tests.factories import make_case, make_neutral, make_staff, sign_in, use_pass, verified
from tests.factories.requests import make_request
from tests.factories.screening import make_waiting_screening, make_weighing_programme
from tests.factories.texts import make_texts

pytestmark = pytest.mark.django_db


def url(name, *args):
    return reverse(f"portal:screening:{name}", args=args)


def words(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def programme():
    return make_weighing_programme()


@pytest.fixture
def coordinator(client, programme):
    user = make_staff("COORDINATOR", programme=programme)
    sign_in(client, user)
    return user


def test_without_weighing_nothing_of_scores_is_on_the_page(client):
    sign_in(client, make_staff())
    request = make_request()

    answer = client.post(url("decide", request.reference), {"compare": "yes", "stops": ["S6"]})

    page, columns = words(answer), answer.context["columns"]
    assert "Only if the director says so in writing" in page
    assert [column.way.effect for column in columns] == ["LIMIT", "STOP", "STOP", "STOP"]
    assert [column.fit for column in columns] == [None] * 4
    for word in ("Speaks for it", "Pulls it down", "of the weight is answered", "score_W1"):
        assert word not in page


def test_with_weighing_every_criterion_is_asked_and_of_each_person_where_it_says_so(client, coordinator, programme):
    request = make_request(programme=programme, others="Sam Lee\nKim Wu")

    form = client.get(url("decide", request.reference)).context["form"]

    assert [len(row.fields) for row in form.score_rows][:5] == [3, 3, 3, 1, 1]
    assert [field.label for field in form.score_rows[0].fields] == ["Alex Rivera", "Sam Lee", "Kim Wu"]


def test_of_a_crowd_the_last_line_stands_for_all_the_others(client, coordinator, programme):
    request = make_request(programme=programme, others="\n".join(f"Person {number}" for number in range(40)))

    form = client.get(url("decide", request.reference)).context["form"]

    assert len(form.score_rows[0].fields) == 6
    assert "All the others" in form.score_rows[0].fields[-1].label


def scored(every):
    by_person = {f"score_W{number}_{key}": every for number in (1, 2, 3, 6) for key in (1, 2)}
    return by_person | {f"score_W{number}_ALL": every for number in range(1, 19)}


def test_comparing_shows_all_four_ways_and_keeps_what_was_typed(client, coordinator, programme):
    request = make_request(programme=programme)

    page = client.post(url("decide", request.reference), {"compare": "yes", "reason": "Half a thought", **scored(3)})

    assert [column.fit.shown for column in page.context["columns"]] == [75, 75, 75, 75]
    assert "Half a thought" in words(page)
    assert "There is a problem" not in words(page)
    assert Screening.objects.count() == 0


def test_a_refusal_shows_the_comparison_and_keeps_the_scores(client, coordinator, programme):
    request = make_request(programme=programme)
    given = {"decision": "SUITABLE", "process": "MEDIATION", "reason": "They want to", "gone_through": "on"}

    page = client.post(url("decide", request.reference), given | scored(1))

    assert "The criteria say: not advised" in words(page)
    assert page.context["form"]["score_W3_2"].value() == "1"
    assert page.context["columns"][0].fit.shown == 25


def test_a_score_that_is_none_is_refused_kindly(client, coordinator, programme):
    request = make_request(programme=programme)
    given = {"decision": "ALTERNATIVES", "alternatives": ["NONE"], "reason": "No", "score_W1_1": "9"}

    page = client.post(url("decide", request.reference), given)

    assert "Please choose one of the answers listed here." in words(page)
    assert Screening.objects.count() == 0


def waiting(programme, by):
    request = make_request(programme=programme)
    return make_waiting_screening(request, by, override="A canary"), request


def test_the_second_reader_reads_it_whole_and_agrees(client, programme):
    screening, _request = waiting(programme, make_staff(programme=programme))
    sign_in(client, make_staff("CASE_MANAGER", programme=programme))

    page = words(client.get(screening.get_absolute_url()))
    client.post(screening.get_absolute_url(), {"agrees": "YES"})

    assert "You are the second reader" in page
    assert "A canary" in page
    assert Case.objects.count() == 1


def test_sending_it_back_without_a_word_is_asked_for(client, programme):
    screening, _request = waiting(programme, make_staff(programme=programme))
    sign_in(client, make_staff("CASE_MANAGER", programme=programme))

    page = client.post(screening.get_absolute_url(), {"agrees": "NO", "words": " "})

    assert "Say why, so that it can be decided better." in words(page)
    screening.refresh_from_db()
    assert screening.standing == Standing.WAITING


def test_who_decided_reads_it_and_is_not_asked(client, programme, coordinator):
    screening, request = waiting(programme, coordinator)

    assert "It is never the person who decided." in words(client.get(screening.get_absolute_url()))
    assert client.post(screening.get_absolute_url(), {"agrees": "YES"}).status_code == 403
    assert "waits for a second reader" in words(client.get(url("decide", request.reference)))


def test_nobody_else_finds_a_screening(client, programme):
    screening, request = waiting(programme, make_staff(programme=programme))
    tied = make_staff("DIRECTOR", programme=programme)
    request.matter.ties.create(person=tied, source=TieSource.DECLARED)

    for person in (tied, make_staff("DIRECTOR"), make_staff("NEUTRAL", programme=programme)):
        sign_in(client, person)
        assert client.get(screening.get_absolute_url()).status_code == 404
        assert client.get(url("of_matter", request.reference)).status_code == 404


def test_participants_find_none_of_it(client, programme):
    screening, request = waiting(programme, make_staff(programme=programme))
    use_pass(client, request.entry)

    for address in (screening.get_absolute_url(), url("of_matter", request.reference), url("waiting"), url("rubrics")):
        assert client.get(address).status_code in (302, 404)
    assert "canary" not in words(client.get(reverse("portal:party:home"), follow=True))


def test_what_waits_is_on_one_page_without_what_is_walled_off(client, programme):
    screening, request = waiting(programme, make_staff(programme=programme))
    case = make_case(programme=programme, coordinator=make_staff(programme=programme))
    ask_to_screen_again(case_id=case.pk, trigger=Trigger.SAFETY, by=verified(case.coordinator))
    reader, tied = (make_staff(programme=programme) for _one in range(2))
    for matter in (request.matter, case.matter):
        matter.ties.create(person=tied, source=TieSource.DECLARED)

    seen = []
    for person in (reader, tied):
        sign_in(client, person)
        page = words(client.get(url("waiting")))
        seen.append((screening.get_absolute_url() in page, case.reference in page))

    assert seen == [(True, True), (False, False)]


def test_something_comes_up_and_is_screened_again(client):
    make_texts()
    case = make_case(CaseStatus.ARRANGING, coordinator=make_staff())
    sign_in(client, case.coordinator)

    asked = client.post(url("ask_again", case.reference), {"trigger": "PARTY", "words": "A canary"}, follow=True)
    refused = client.post(url("screen_again", case.reference), {"reason": "All is well"})
    client.post(url("screen_again", case.reference), {"reason": "All is well", "gone_through": "on"})

    assert "A canary" in words(asked)
    assert "Screen again" in words(client.get(url("of_matter", case.reference)))
    assert "Go through the stops first" in words(refused)
    assert "All is well" in words(refused)
    assert ScreenAgain.objects.open().count() == 0


def test_the_case_page_says_what_waits_and_leads_there(client):
    make_texts()
    case = make_case(CaseStatus.ARRANGING, coordinator=make_staff())
    ask_to_screen_again(case_id=case.pk, trigger=Trigger.SAFETY, words="A canary", by=verified(case.coordinator))
    sign_in(client, case.coordinator)

    page = words(client.get(case.get_absolute_url()))

    assert "Waiting for the office to screen this again" in page
    assert url("screen_again", case.reference) in page
    assert "canary" not in page


def test_a_neutral_looks_before_the_session_and_sees_no_screening(client):
    make_texts()
    neutral = make_neutral()
    case = make_case(CaseStatus.BOOKED, coordinator=make_staff(), accepted=[neutral])
    ScreenAgain.objects.create(vault_key=case.vault_key, matter=case.matter, trigger=Trigger.SESSION)
    sign_in(client, neutral)

    refused = client.post(url("look", case.reference), {"answer": "NEW"})
    client.post(url("look", case.reference), {"answer": "FINE"})

    assert "Say in a few words what has come up." in words(refused)
    assert ScreenAgain.objects.open().count() == 0
    for name in ("screen_again", "ask_again"):
        assert client.get(url(name, case.reference)).status_code == 403
    assert client.get(url("of_matter", case.reference)).status_code == 403


@pytest.mark.parametrize("rows", [1, 3])
def test_the_pages_cost_the_same_however_much_waits(client, programme, coordinator, rows):
    for _row in range(rows):
        screening, _request = waiting(programme, make_staff(programme=programme))
        case = make_case(programme=programme, coordinator=make_staff(programme=programme))
        ask_to_screen_again(case_id=case.pk, trigger=Trigger.SAFETY, by=verified(case.coordinator))

    costs = [cost(client, address) for address in (url("waiting"), screening.get_absolute_url())]
    costs.append(cost(client, url("of_matter", case.reference)))

    assert max(costs) <= 15
    # A page of the case itself.
    assert cost(client, url("screen_again", case.reference)) <= 17
