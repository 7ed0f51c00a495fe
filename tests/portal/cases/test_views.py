import pytest
from django.urls import reverse

from portal.audit.events import AuditEvent
from portal.cases import actions
from portal.cases.models import Case, Consent
from portal.cases.statuses import AttemptResult, CaseStatus, Channel, Route, Willing
from portal.mail.models import Mailing
from portal.passes.actions import EntryRefused, accept
from tests.factories import make_case, make_neutral, make_staff, sign_in
from tests.factories.texts import make_texts
from tests.portal.cases.people import (
    answer,
    events,
    fresh,
    inviting_case,
    opened_case,
    others_of,
    requester_of,
)

pytestmark = pytest.mark.django_db


def url(name, case, number=None, **more):
    named = {"reference": case.reference, **({"number": number} if number else {}), **more}
    return reverse(f"portal:cases:{name}", kwargs=named)


def words(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def case(client):
    case = inviting_case()
    sign_in(client, case.coordinator)
    return case


@pytest.mark.parametrize("number", [1, 2])
def test_the_page_of_a_person_opens_and_the_read_is_recorded(client, case, number):
    page = client.get(url("person", case, number))

    assert page.status_code == 200
    assert events(case)[-1] == AuditEvent.CASE_OPENED


@pytest.mark.parametrize("others", [1, 3])
def test_the_page_of_a_person_costs_the_same_however_many_there_are(client, others, django_assert_max_num_queries):
    case = inviting_case(others=others)
    sign_in(client, case.coordinator)
    client.get(url("person", case, 2))

    # Two of them are the savepoint of the read event.
    with django_assert_max_num_queries(15 + 2):
        client.get(url("person", case, 2))


@pytest.mark.parametrize("name", ["person", "change_route", "details", "call", "name_companion"])
def test_somebody_who_is_not_in_the_case_has_no_page(client, case, name):
    assert client.get(url(name, case, 9)).status_code == 404


@pytest.mark.parametrize("name", ["person", "change_route", "details", "call", "name_companion"])
def test_whoever_opens_no_cases_finds_nobody(client, name):
    case = inviting_case()
    sign_in(client, make_staff("TRAINING_MANAGER"))

    assert client.get(url(name, case, 1)).status_code == 404


def test_a_neutral_of_the_case_reads_no_addresses(client):
    neutral = make_neutral()
    case = make_case(CaseStatus.ARRANGING, programme=make_texts(), accepted=[neutral])
    sign_in(client, neutral)

    assert client.get(url("person", case, 1)).status_code == 403
    assert client.get(reverse("portal:cases:add_person", args=[case.reference])).status_code == 403


@pytest.mark.parametrize(
    ("step", "number", "came_of_it"),
    [
        ("RIGHTS", 2, lambda person: person.rights_read_at is not None),
        ("NO", 2, lambda person: person.willing == Willing.NO),
        ("MORE_TIME", 2, lambda person: person.more_time_asked_at is not None),
    ],
)
def test_staff_write_down_what_somebody_told_them(client, case, step, number, came_of_it):
    client.post(url("enter_step", case, number), {"step": step, "channel": Channel.PHONE})

    assert came_of_it(fresh(case.participants.get(number=number)))


def test_a_whole_case_goes_by_phone_and_on_paper(client):
    case = opened_case()
    sign_in(client, case.coordinator)

    def enter(number, step, channel=Channel.PHONE):
        return client.post(url("enter_step", case, number), {"step": step, "channel": channel}, follow=True)

    enter(1, "GO_ON_YES", Channel.IN_PERSON)
    given = {"route": Route.STAFF_PHONE, "name": "Sam", "phone": "617-555-0101", "permitted": "on"}
    client.post(url("add_person", case), given | {"channel": Channel.PHONE})
    actions.move_case(case_id=case.pk, step="invite", actor=case.coordinator)
    client.post(url("call", case, 2), {"result": AttemptResult.SPOKE})
    for number in (1, 2):
        enter(number, "RIGHTS", Channel.PAPER)
        enter(number, "YES")

    case.refresh_from_db()
    assert case.status == CaseStatus.ARRANGING
    channels = set(Consent.objects.values_list("channel", flat=True))
    assert channels == {Channel.IN_PERSON, Channel.PHONE, Channel.PAPER}
    assert {row.recorded_by for row in Consent.objects.all()} == {case.coordinator}


def test_a_step_without_its_way_is_asked_again(client, case):
    page = client.post(url("enter_step", case, 2), {"step": "NO"})

    assert "<title>" in words(page)
    assert "Please answer this question." in words(page)
    assert fresh(case.participants.get(number=2)).willing == Willing.UNASKED


def test_a_step_that_is_not_offered_changes_nothing(client, case):
    client.post(url("enter_step", case, 2), {"step": "GO_ON_NO", "channel": Channel.PHONE})

    case.refresh_from_db()
    assert case.status == CaseStatus.INVITING


def test_a_yes_before_reading_is_refused_in_words(client, case):
    page = client.post(url("enter_step", case, 2), {"step": "YES", "channel": Channel.PHONE}, follow=True)

    assert "Please read your rights first" in words(page)


def test_a_person_is_not_added_without_permission_and_nothing_typed_is_lost(client, case):
    given = {"route": Route.STAFF_MAIL, "name": "Kim Park", "email": "kim@example.net", "channel": Channel.PHONE}

    page = client.post(url("add_person", case), given)

    assert "We contact somebody only with your permission." in words(page)
    assert "Kim Park" in words(page)
    assert case.participants.count() == 2


def test_somebody_is_reached_in_another_way(client, case):
    client.post(url("change_route", case, 2), {"route": Route.REQUESTER, "channel": Channel.PHONE})

    person = fresh(others_of(case)[0])
    assert (person.route, person.name) == (Route.REQUESTER, "")


def test_staff_write_down_how_to_reach_somebody(client, case):
    given = {"way": "PHONE", "phone": "617-555-0102", "name": "Sam", "access": "breaks", "channel": Channel.PAPER}

    client.post(url("details", case, 2), given)

    person = fresh(others_of(case)[0])
    assert (person.contact, person.needs) == ({"way": "PHONE", "phone": "617-555-0102"}, {"access": "breaks"})


def test_the_call_script_names_who_calls_and_whom(client, case):
    page = client.get(url("call", case, 2))

    assert "My name is Dana Okafor" in words(page) or "my name is Dana Okafor" in words(page).lower()
    assert "Am I speaking with Sam0?" in words(page)
    assert "617-555-0199" in words(page)


def test_without_permission_the_call_page_says_do_not_call(client):
    case = inviting_case(route=Route.REQUESTER)
    sign_in(client, case.coordinator)

    page = client.get(url("call", case, 2))

    assert "Do not call." in words(page)


def test_a_call_is_written_down(client, case):
    client.post(url("call", case, 2), {"result": AttemptResult.NOT_REACHED})

    assert others_of(case)[0].attempts.get().result == AttemptResult.NOT_REACHED
    assert "not reached" in words(client.get(url("person", case, 2))).lower()


def test_the_invitation_goes_by_mail_with_one_button(client, case):
    client.post(url("write", case, 2))

    assert [row.address for row in Mailing.objects.all()] == ["sam0@example.net"]


def test_the_invitation_is_printed_as_a_letter(client, case):
    response = client.post(url("letter", case, 2))

    assert response["Content-Type"] == "application/pdf"
    assert response.content.startswith(b"%PDF")
    assert others_of(case)[0].willing == Willing.ASKED


def test_after_the_cap_no_letter_is_printed_and_the_page_says_why(client, case):
    for _try in range(3):
        client.post(url("call", case, 2), {"result": AttemptResult.NOT_REACHED})

    page = client.post(url("letter", case, 2), follow=True)

    assert "We do not try more often" in words(page)


def test_a_new_code_is_shown_this_once_and_not_in_the_audit(client, case):
    old = requester_of(case).entry.code_hash

    page = client.post(url("code", case, 1))

    issued = page.context["issued"]
    assert issued.code in words(page)
    assert issued.phrase in words(page)
    assert requester_of(case).entry.code_hash != old
    assert issued.code not in words(client.get(url("person", case, 1)))


def test_nobody_who_was_never_asked_gets_a_code(client, case):
    page = client.post(url("code", case, 2), follow=True)

    assert "invite them first" in words(page)


@pytest.mark.parametrize(("is_them", "said"), [(True, "The words match."), (False, "The words do not match.")])
def test_a_caller_is_checked_by_phrase(client, case, is_them, said):
    phrase = requester_of(case).entry.phrase if is_them else "another phrase"

    page = client.post(url("phrase", case, 1), {"said": phrase}, follow=True)

    assert said in words(page)


def test_a_phrase_of_nothing_or_of_nobody_is_answered_in_words(client, case):
    assert "Type the two words" in words(client.post(url("phrase", case, 1), {}, follow=True))
    assert "no personal code" in words(client.post(url("phrase", case, 2), {"said": "a b"}, follow=True))


def test_staff_wait_longer_for_answers(client, case):
    day = case.answer_by.replace(day=min(case.answer_by.day + 2, 28))
    if day <= case.answer_by:
        day = case.answer_by + (case.answer_by - case.answer_by.replace(day=case.answer_by.day - 2))

    client.post(url("answer_day", case), {"day": day.isoformat()})
    assert Case.objects.get(pk=case.pk).answer_by == day

    refused = client.post(url("answer_day", case), {"day": "2020-01-01"})
    assert "Choose a later day" in words(refused)


def test_a_case_that_is_being_destroyed_has_nobody(client, case):
    case.matter.status = "DESTROYING"
    case.matter.save()

    assert client.get(url("person", case, 1)).status_code == 404
    assert client.post(url("write", case, 2)).status_code == 404


def test_an_invitation_made_on_paper_works_until_a_no(client, case):
    person = others_of(case)[0]
    _person, code = actions.print_invitation(participant_id=person.pk, by=case.coordinator)

    answer(person, False, by=case.coordinator)

    with pytest.raises(EntryRefused):
        accept(code=code, network="198.51.100.7")
