import pytest

from portal.cases import gates
from portal.cases.models import Case
from portal.cases.queries import people_of
from portal.cases.statuses import CaseStatus, ConsentKind, ParticipantRole, Willing
from tests.factories import make_case, make_consent, make_participant
from tests.factories.texts import make_texts

pytestmark = pytest.mark.django_db


def a_case(**facts):
    return make_case(facts.pop("status", CaseStatus.INVITING), programme=make_texts(), **facts)


def words(lines):
    return [line.words for line in lines]


def people(case):
    return list(case.participants.order_by("number"))


def test_a_case_without_a_requester_waits_for_one():
    case = a_case(names=())

    assert words(gates.requester_goes_on(case)) == ["There is no requester in this case"]


def test_the_requester_is_asked_and_the_newest_answer_counts():
    case = a_case()
    alex = people(case)[0]
    assert [line.person for line in gates.requester_goes_on(case)] == [alex]

    make_consent(alex, ConsentKind.GO_ON)
    assert gates.requester_goes_on(Case.objects.get(pk=case.pk)) == []

    make_consent(alex, ConsentKind.GO_ON, yes=False)
    assert words(gates.requester_goes_on(case)) == ["Waiting for Alex to say whether to go on"]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ((), ["2 more people have to be added"]),
        (("Alex",), ["1 more person has to be added"]),
        (("Alex", "Sam"), []),
        (("Alex", "Sam", "Kim"), []),
    ],
)
def test_a_case_needs_as_many_parties_as_its_process_says(names, expected):
    assert words(gates.somebody_to_ask(a_case(names=names))) == expected


def test_a_companion_is_no_party_and_neither_is_somebody_who_left():
    case = a_case(names=("Alex", "Sam"))
    alex, sam = people(case)
    make_participant(case, name="Robin", role=ParticipantRole.SUPPORTER, comes_with=alex)
    sam.left_at = case.opened_at
    sam.save()

    assert words(gates.somebody_to_ask(case)) == ["1 more person has to be added"]


@pytest.mark.parametrize("willing", [Willing.UNASKED, Willing.ASKED, Willing.NO])
def test_everyone_says_yes_or_nothing_goes_on(willing):
    case = a_case()
    sam = people(case)[1]
    assert gates.everyone_willing(case) == []

    sam.willing = willing
    sam.save()

    missing = gates.everyone_willing(case)
    assert (words(missing), missing[0].person) == (["Waiting for Sam to say whether they take part"], sam)


def test_a_case_of_one_waits_for_somebody_else_too():
    assert words(gates.everyone_willing(a_case(names=("Alex",)))) == ["1 more person has to be added"]


def test_every_party_agrees_to_every_companion():
    case = a_case(names=("Alex", "Sam", "Kim"))
    alex, sam, kim = people(case)
    robin = make_participant(case, name="Robin", role=ParticipantRole.INTERPRETER, comes_with=alex)
    make_consent(alex, ConsentKind.COMPANION, about=robin)
    make_consent(kim, ConsentKind.COMPANION, about=robin, yes=False)
    assert [line.person for line in gates.companions_agreed(case)] == [sam, kim]

    make_consent(sam, ConsentKind.COMPANION, about=robin)
    make_consent(kim, ConsentKind.COMPANION, about=robin)

    assert gates.companions_agreed(Case.objects.get(pk=case.pk)) == []


def test_a_companion_leaves_with_the_party_who_brought_them():
    case = a_case(names=("Alex", "Sam", "Kim"))
    alex = people(case)[0]
    make_participant(case, name="Robin", role=ParticipantRole.ADVISOR, comes_with=alex)
    assert len(gates.companions_agreed(case)) == 3

    alex.left_at = case.opened_at
    alex.save()

    assert gates.companions_agreed(Case.objects.get(pk=case.pk)) == []


@pytest.mark.parametrize("number", [1, 3])
def test_gates_ask_the_database_for_nobody_once_people_are_fetched(number, django_assert_num_queries):
    case = a_case(names=("Alex", *(f"Sam{one}" for one in range(number))))
    for person in people(case):
        make_consent(person)
    case = Case.objects.select_related("programme").get(pk=case.pk)

    with django_assert_num_queries(3):
        people_of(case)
    with django_assert_num_queries(0):
        gates.requester_goes_on(case)
        gates.everyone_willing(case)
        gates.companions_agreed(case)
