import pytest

from portal.cases import actions
from portal.cases.models import Case, Consent
from portal.cases.queries import (
    agreements_of,
    attempts_left,
    facts_of,
    has_read_all,
    may_be_contacted,
    notices_to_read,
    people_of,
    person_of,
    steps_for,
)
from portal.cases.statuses import AttemptResult, CaseStatus, Channel, ConsentKind, ParticipantRole, Route
from portal.handbook.models import Notice
from tests.factories import make_case, make_consent, make_participant
from tests.factories.texts import make_texts
from tests.portal.cases.people import answer, fresh, inviting_case, opened_case, others_of, read, requester_of

pytestmark = pytest.mark.django_db


def loaded(case):
    return Case.objects.select_related("programme", "matter").get(pk=case.pk)


def rows(case):
    return {row.person.display_name: (row.word, row.kind) for row in people_of(loaded(case))}


def test_the_people_of_a_case_stand_with_a_word_for_each():
    case = inviting_case(others=2)
    first = others_of(case)[0]
    answer(first, False, by=case.coordinator)

    assert rows(case) == {
        "Alex": ("Asked", "wait"),
        "Sam0": ("Does not take part", "late"),
        "Sam1": ("Not asked yet", "empty"),
    }


def test_a_companion_stands_with_whether_everyone_agrees():
    case = make_case(CaseStatus.ARRANGING, programme=make_texts())
    alex, sam = case.participants.order_by("number")
    robin = make_participant(case, name="Robin", role=ParticipantRole.SUPPORTER, comes_with=alex)
    make_consent(alex, ConsentKind.COMPANION, about=robin)
    assert rows(case)["Robin"] == ("Not everyone has agreed", "wait")

    make_consent(sam, ConsentKind.COMPANION, about=robin)
    assert rows(case)["Robin"] == ("Everyone agrees", "go")
    assert people_of(loaded(case))[2].comes_with == "Alex"

    robin.left_at = case.opened_at
    robin.save()
    assert rows(case)["Robin"][0] == "Does not come along"


def test_whoever_left_is_said_to_have_left():
    case = make_case(CaseStatus.ARRANGING, programme=make_texts())
    alex = case.participants.get(number=1)
    alex.left_at = case.opened_at
    alex.save()

    assert rows(case)["Alex"] == ("Withdrew", "empty")


def test_one_person_is_found_by_number_and_nobody_else():
    case = loaded(inviting_case())

    assert person_of(case, 2).name == "Sam0"
    assert person_of(case, 9) is None


def test_tries_that_are_left_are_counted_without_mail_that_came_back():
    case = inviting_case()
    person = others_of(case)[0]
    for result in (AttemptResult.NOT_REACHED, AttemptResult.BOUNCED):
        actions.log_attempt(participant_id=person.pk, result=result, by=case.coordinator)

    assert attempts_left(person_of(loaded(case), 2)) == 2


def test_somebody_is_contacted_only_with_the_requesters_newest_permission():
    case = inviting_case()
    assert may_be_contacted(person_of(loaded(case), 2)) is True

    actions.change_route(
        participant_id=others_of(case)[0].pk, route=Route.REQUESTER, channel=Channel.PHONE, by=case.coordinator
    )

    assert may_be_contacted(person_of(loaded(case), 2)) is False


def test_a_new_version_of_the_words_is_to_be_read_anew():
    case = opened_case()
    requester = requester_of(case)
    assert has_read_all(requester) is False
    read(requester)
    assert has_read_all(fresh(requester)) is True

    first = notices_to_read(requester)[0]
    Notice.objects.filter(pk=first.pk).update(status="SUPERSEDED")
    first.pk, first.version = None, first.version + 1
    first.save()

    assert has_read_all(fresh(requester)) is False
    assert Consent.objects.filter(kind=ConsentKind.RIGHTS_READ).count() == 3


def codes(case, number):
    return [code for code, _label in steps_for(person_of(loaded(case), number))]


def test_staff_are_offered_the_steps_that_make_sense():
    opened, inviting = opened_case(), inviting_case()

    assert codes(opened, 1) == ["GO_ON_YES", "GO_ON_NO", "RIGHTS", "YES", "NO", "MORE_TIME"]
    assert codes(inviting, 1) == ["RIGHTS", "YES", "NO", "MORE_TIME"]
    read(requester_of(inviting))
    assert codes(inviting, 1) == ["YES", "NO", "MORE_TIME"]


def test_after_the_end_no_steps_are_offered():
    case = opened_case()
    actions.say_go_on(participant_id=requester_of(case).pk, yes=False, channel=Channel.PHONE, by=case.coordinator)

    assert codes(case, 1) == []


def test_the_facts_of_a_person_are_complete_and_in_words():
    case = inviting_case()
    requester = requester_of(case)
    actions.keep_details(
        participant_id=requester.pk,
        name="Alex",
        contact={
            "way": "EMAIL",
            "email": "a@example.net",
            "shared_mailbox": True,
            "phone": "617-555-0101",
            "when": "after six",
        },
        needs={"access": "breaks"},
        channel=Channel.PHONE,
        by=case.coordinator,
    )
    actions.ask_for_more_time(participant_id=requester.pk, channel=Channel.PHONE, by=case.coordinator)

    facts = {fact.name: fact.text for fact in facts_of(person_of(loaded(case), 1))}

    assert facts["Goes on"] == "Yes"
    assert facts["E-mail"] == "a@example.net (others read this mailbox)"
    assert facts["Phone"] == "617-555-0101 after six"
    assert facts["Needs"] == "breaks"
    assert "Asked for more time" in facts
    other = {fact.name: fact.text for fact in facts_of(person_of(loaded(case), 2))}
    assert other["Way of inviting"] == "Staff write (3 more tries)"


def test_agreements_are_read_from_either_side():
    case = make_case(CaseStatus.ARRANGING, programme=make_texts())
    alex, sam = case.participants.order_by("number")
    robin = make_participant(case, name="Robin", role=ParticipantRole.SUPPORTER, comes_with=alex)
    make_consent(alex, ConsentKind.COMPANION, about=robin)

    of_robin = agreements_of(person_of(loaded(case), robin.number))
    assert [(one.party, one.answer, one.is_own) for one in of_robin] == [(alex, True, True), (sam, None, False)]
    assert [one.companion for one in agreements_of(person_of(loaded(case), sam.number))] == [robin]
    companion_facts = {fact.name: fact.text for fact in facts_of(person_of(loaded(case), robin.number))}
    assert companion_facts == {
        "Role": "Supporter",
        "Wants to hear from us": "by e-mail",
        "E-mail": robin.contact["email"],
    }
