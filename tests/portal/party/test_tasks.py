import pytest

from portal.cases import actions
from portal.cases.models import Participant
from portal.cases.statuses import CaseStatus, Channel, ConsentKind, ParticipantRole, Route
from portal.party.queries import own_place
from portal.party.tasks import tasks_of
from tests.factories import make_case, make_consent, make_participant
from tests.factories.texts import make_texts
from tests.portal.cases.people import (
    add_other,
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

GO_ON = "Say whether we may go on"
OTHERS = "Say how we may reach the others"
RIGHTS = "Read your rights and what confidential means"
TAKE_PART = "Say whether you want to take part"
ALONG = "Say whether somebody may come along"


def shown(person):
    return {task.title: str(task.word) for task in tasks_of(own_place(fresh(person).entry))}


def test_the_requester_first_says_whether_to_go_on():
    tasks = shown(requester_of(opened_case()))

    assert [tasks[name] for name in (GO_ON, OTHERS, RIGHTS, TAKE_PART)] == ["To do", "Not yet", "To do", "Not yet"]


def test_then_how_to_reach_the_others_and_whether_they_take_part():
    case = opened_case()
    requester = requester_of(case)
    actions.say_go_on(participant_id=requester.pk, yes=True, channel=Channel.SELF, by=requester.entry)
    assert [shown(requester)[name] for name in (GO_ON, OTHERS, TAKE_PART)] == ["Goes on", "To do", "To do"]

    add_other(case, route=Route.REQUESTER)

    assert shown(requester)[OTHERS] == "Said"


def test_somebody_invited_reads_and_answers_and_is_asked_nothing_else():
    case = inviting_case()
    person = join(others_of(case)[0], case.coordinator)

    tasks = shown(person)

    assert GO_ON not in tasks
    assert OTHERS not in tasks
    assert (tasks[RIGHTS], tasks[TAKE_PART]) == ("To do", "To do")
    read(person)
    answer(person, True)
    assert (shown(person)[RIGHTS], shown(person)[TAKE_PART]) == ("Done", "Takes part")


def test_after_a_no_nothing_is_asked():
    case = inviting_case()
    person = join(others_of(case)[0], case.coordinator)

    answer(person, False)

    assert shown(person) == {}


def test_a_companion_of_somebody_else_is_a_task_only_once_everyone_takes_part():
    case = make_case(CaseStatus.INVITING, programme=make_texts())
    alex, sam = case.participants.order_by("number")
    robin = make_participant(case, name="Robin", role=ParticipantRole.SUPPORTER, comes_with=alex, with_page=False)
    assert ALONG not in shown(sam)

    case.status = CaseStatus.ARRANGING
    case.save()
    assert (shown(sam)[ALONG], ALONG in shown(alex)) == ("To do", False)

    make_consent(sam, ConsentKind.COMPANION, about=robin)
    assert shown(sam)[ALONG] == "Answered"


def test_a_pass_without_a_case_has_no_place():
    case = opened_case()
    requester = requester_of(case)
    entry = requester.entry
    Participant.objects.filter(pk=requester.pk).update(entry=None)

    assert own_place(entry) is None
