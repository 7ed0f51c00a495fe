import pytest
from django.urls import reverse

from portal.cases import actions
from portal.cases.models import Case, Consent
from portal.cases.statuses import CaseStatus, Channel, ConsentKind, Route, Willing
from portal.passes.actions import accept
from tests.factories import use_pass
from tests.portal.cases.people import (
    answer,
    fresh,
    inviting_case,
    join,
    opened_case,
    others_of,
    read,
    requester_of,
)

pytestmark = pytest.mark.django_db


def url(name, **named):
    return reverse(f"portal:party:{name}", kwargs=named)


def words(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def requester(client):
    person = requester_of(opened_case())
    use_pass(client, person.entry)
    return person


@pytest.fixture
def invited(client):
    case = inviting_case()
    person = join(others_of(case)[0], case.coordinator)
    use_pass(client, person.entry)
    return person


def test_the_first_page_says_how_much_is_waiting(client, requester):
    page = client.get(url("home"))

    assert "Two things are waiting for you." in words(page)
    assert "<title>Your page</title>" in words(page)
    assert "/exit/" in words(page)


@pytest.mark.parametrize("name", ["home", "go_on", "rights", "take_part", "details", "more_time", "held", "others"])
def test_every_page_of_a_participant_opens_and_is_kept_by_nobody(client, requester, name):
    page = client.get(url(name))

    assert page.status_code == 200
    assert "no-store" in page["Cache-Control"]


@pytest.mark.parametrize("name", ["home", "go_on", "rights", "take_part", "details", "held", "others", "companions"])
def test_without_a_pass_no_page_opens(client, name):
    assert client.get(url(name)).status_code in {302, 404}


def test_a_case_that_is_being_destroyed_has_no_pages(client, requester):
    matter = fresh(requester).case.matter
    matter.status = "DESTROYING"
    matter.save()

    assert client.get(url("rights")).status_code == 404


def test_going_on_leads_back_to_the_tasks(client, requester):
    response = client.post(url("go_on"), {"answer": "YES"}, follow=True)

    assert "how we may reach the others" in words(response)
    assert Consent.objects.get(kind=ConsentKind.GO_ON).yes is True


def test_an_unanswered_question_is_asked_again_with_kind_words(client, requester):
    page = client.post(url("go_on"), {})

    assert "<title>Error:" in words(page)
    assert "Please answer this question." in words(page)


def test_not_going_on_ends_it_in_kind_words(client, requester):
    page = client.post(url("go_on"), {"answer": "NO"}, follow=True)

    assert "You decided not to go on." in words(page)


def test_the_words_that_were_shown_are_the_words_that_count(client, invited):
    shown = client.get(url("rights")).context["form"]["shown"].value()

    old = client.post(url("rights"), {"shown": "1,2", "read": "on"}, follow=True)
    assert "The words were changed" in words(old)
    assert fresh(invited).rights_read_at is None

    client.post(url("rights"), {"shown": shown, "read": "on"})
    assert fresh(invited).rights_read_at is not None
    assert "You have read this." in words(client.get(url("rights")))


def test_reading_is_not_agreed_to_without_a_tick(client, invited):
    page = client.post(url("rights"), {"shown": client.get(url("rights")).context["form"]["shown"].value()})

    assert "Tick this when you have read it." in words(page)


def test_a_yes_before_reading_leads_to_the_rights(client, invited):
    response = client.post(url("take_part"), {"answer": "YES"})

    assert response.url == url("rights")
    assert fresh(invited).willing == Willing.ASKED


def test_a_no_ends_gently_and_may_become_a_yes(client, invited):
    page = client.post(url("take_part"), {"answer": "NO"}, follow=True)

    assert "You said that you do not take part. Thank you for telling us." in words(page)
    assert "I want to take part after all" in words(page)
    read(invited)
    client.post(url("take_part"), {"answer": "YES"})
    assert fresh(invited).willing == Willing.YES


def test_the_others_are_never_asked_for_a_reason(client, invited):
    page = client.get(url("take_part"))

    assert set(page.context["form"].fields) == {"answer"}


def test_somebody_invited_reads_who_asks_once_that_person_goes_on(client, invited):
    assert "Alex has asked our office for help" in words(client.get(url("take_part")))


def test_safe_contact_keeps_what_was_typed_when_something_is_missing(client, requester):
    page = client.post(url("details"), {"way": "EMAIL", "name": "Alex Morgan", "access": "A ground floor"})

    assert "Give the address to which we may write." in words(page)
    assert "Alex Morgan" in words(page)
    assert "A ground floor" in words(page)


def test_safe_contact_is_kept_as_it_was_given(client, requester):
    given = {"way": "PHONE", "phone": "617-555-0123", "when": "after six", "name": "Alex", "pronouns": "she"}

    client.post(url("details"), given)

    kept = fresh(requester)
    assert kept.contact == {"way": "PHONE", "phone": "617-555-0123", "when": "after six"}
    assert kept.needs == {"pronouns": "she"}
    held = words(client.get(url("held")))
    assert "617-555-0123</span> after six" in held


def test_more_time_is_asked_for_with_one_button(client, requester):
    page = client.post(url("more_time"), follow=True)

    assert "You asked for more time." in words(page)
    assert fresh(requester).more_time_asked_at is not None


def test_the_requester_adds_somebody_to_pass_an_invitation_to(client, requester):
    client.post(url("go_on"), {"answer": "YES"})

    page = client.post(url("add_other"), {"route": Route.REQUESTER}, follow=True)

    assert "You pass on our invitation yourself." in words(page)
    assert "We let you know when it can go out." in words(page)


def test_without_permission_the_office_contacts_nobody(client, requester):
    given = {"route": Route.STAFF_MAIL, "name": "Sam", "email": "sam@example.net"}

    page = client.post(url("add_other"), given)

    assert "We contact somebody only with your permission." in words(page)
    assert "sam@example.net" in words(page)
    assert requester.case.participants.count() == 1


def handing_over(client):
    case = inviting_case(route=Route.REQUESTER)
    use_pass(client, requester_of(case).entry)
    return case


def test_the_invitation_is_shown_once_to_be_handed_over(client):
    case = handing_over(client)

    page = client.post(url("invitation", number=2))

    code = page.context["code"]
    assert code in words(page)
    assert "Dana Okafor" in words(page)
    assert "You are not in trouble" in words(page)
    assert "/join/" in words(page)
    assert "Alex" not in words(page)
    assert code not in words(client.get(url("others")))
    again = client.post(url("invitation", number=2), follow=True)
    assert "You have made this invitation already." in words(again)
    accept(code=code, network="198.51.100.7")
    assert fresh(others_of(case)[0]).entry is not None


@pytest.mark.parametrize("number", [1, 9])
def test_there_is_no_invitation_for_anybody_else(client, number):
    handing_over(client)

    assert client.post(url("invitation", number=number)).status_code == 404


def test_only_the_requester_names_the_others(client, invited):
    assert client.get(url("others")).status_code == 404
    assert client.post(url("add_other"), {"route": Route.REQUESTER}).status_code == 404
    assert client.post(url("invitation", number=2)).status_code == 404


def everyone_in(client):
    case = inviting_case()
    other = join(others_of(case)[0], case.coordinator)
    for person in (requester_of(case), other):
        read(person)
        answer(person, True)
    use_pass(client, other.entry)
    return case, requester_of(case), other


def test_a_party_names_somebody_and_the_others_answer(client):
    _case, alex, other = everyone_in(client)

    client.post(url("companions"), {"role": "SUPPORTER", "name": "Robin Vale"})

    assert "Robin Vale" in words(client.get(url("companions")))
    use_pass(client, alex.entry)
    page = client.get(url("companions"))
    assert "Somebody who takes part would like to bring this person as supporter." in words(page)
    number = other.case.participants.get(role="SUPPORTER").number
    client.post(url("companion_answer", number=number), {"answer": "YES"})
    assert "You agree" in words(client.get(url("companions")))
    assert client.post(url("companion_back", number=number)).status_code == 404


def test_an_answer_about_a_companion_is_yes_or_no(client):
    case, _alex, other = everyone_in(client)
    companion = actions.name_companion(
        participant_id=requester_of(case).pk,
        role="ADVISOR",
        name="Lee",
        channel=Channel.PHONE,
        by=case.coordinator,
    )

    page = client.post(url("companion_answer", number=companion.number), {"answer": "PERHAPS"}, follow=True)

    assert "Please choose yes or no." in words(page)
    assert client.post(url("companion_answer", number=99), {"answer": "YES"}).status_code == 404
    assert other.pk


def test_a_party_comes_alone_after_all(client):
    _case, _alex, other = everyone_in(client)
    client.post(url("companions"), {"role": "SUPPORTER", "name": "Robin Vale"})
    number = other.case.participants.get(role="SUPPORTER").number

    page = client.post(url("companion_back", number=number), follow=True)

    assert "Robin Vale" not in words(page)


def test_a_withdrawn_person_reads_that_it_took_effect(client, requester):
    requester.left_at = requester.created_at
    requester.save()

    assert "You have withdrawn." in words(client.get(url("home")))
    assert client.get(url("rights")).status_code == 404


@pytest.mark.parametrize("people", [1, 3])
def test_the_first_page_costs_the_same_however_many_take_part(client, people, django_assert_max_num_queries):
    case = inviting_case(others=people)
    use_pass(client, requester_of(case).entry)
    client.get(url("home"))

    with django_assert_max_num_queries(15) as counted:
        assert client.get(url("home")).status_code == 200

    assert len(counted) <= 15
    assert Case.objects.get(pk=case.pk).status == CaseStatus.INVITING
