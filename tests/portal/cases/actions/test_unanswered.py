import datetime

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from portal.audit.events import AuditEvent
from portal.cases import actions
from portal.cases.models import Case
from portal.cases.statuses import CaseStatus, Ending, Route
from portal.mail.models import Mailing
from portal.passes.actions import EntryRefused, accept
from tests.factories import make_neutral, verified
from tests.factories.cases import make_assignment
from tests.portal.cases.people import (
    answer,
    events,
    inviting_case,
    mail_to,
    opened_case,
    others_of,
    requester_of,
    say_yes,
)

pytestmark = pytest.mark.django_db


def on_the_day(case):
    """Noon of the day on which answers are due."""
    day = datetime.datetime.combine(case.answer_by, datetime.time(12), tzinfo=timezone.get_current_timezone())
    return time_machine.travel(day, tick=True)


def ended(case):
    return Case.objects.get(pk=case.pk)


def test_no_answer_ends_the_case_on_its_day_and_not_before():
    case = inviting_case()

    assert actions.end_unanswered() == 0
    with on_the_day(case):
        assert actions.end_unanswered() == 1
        assert actions.end_unanswered() == 0

    assert (ended(case).status, ended(case).ending) == (CaseStatus.ENDED, Ending.NO_ANSWER)


def test_a_no_waits_for_the_same_day():
    case = inviting_case()
    answer(others_of(case)[0], False, by=case.coordinator)

    assert actions.end_unanswered() == 0
    assert mail_to(requester_of(case)) == []
    with on_the_day(case):
        actions.end_unanswered()

    assert ended(case).ending == Ending.DECLINED


def test_a_late_not_suitable_waits_for_the_same_day_even_with_everyones_yes():
    case = inviting_case()
    assert actions.set_aside(case_id=case.pk, by=case.coordinator) is False
    for person in [requester_of(case), *others_of(case)]:
        say_yes(person, by=case.coordinator)

    with on_the_day(case):
        actions.end_unanswered()

    assert ended(case).ending == Ending.UNSUITABLE


def test_the_requester_and_whoever_said_yes_hear_it_and_nobody_else():
    case = inviting_case(others=3)
    yes, no, _silent = others_of(case)
    for person in (yes, no):
        person.contact = {**person.contact, "way": "EMAIL"}
        person.save()
    say_yes(yes, by=case.coordinator)
    answer(no, False, by=case.coordinator)

    with on_the_day(case):
        actions.end_unanswered()

    assert {row.address for row in Mailing.objects.all()} == {
        requester_of(case).contact["email"],
        yes.contact["email"],
    }
    assert {row.kind for row in Mailing.objects.all()} == {"NEWS"}
    assert events(case)[-1] == AuditEvent.REQUESTER_TOLD


def test_the_end_takes_back_invitations_and_releases_neutrals():
    case = inviting_case(route=Route.REQUESTER)
    neutral = make_neutral()
    make_assignment(case, neutral, accepted=True)
    _person, code = actions.print_invitation(participant_id=others_of(case)[0].pk, by=case.coordinator)

    with on_the_day(case):
        actions.end_unanswered()
        with pytest.raises(EntryRefused):
            accept(code=code, network="198.51.100.7")

    assert case.assignments.current().count() == 0


def test_a_paused_case_and_one_that_is_being_destroyed_are_left_alone():
    paused, gone = inviting_case(), inviting_case()
    Case.objects.filter(pk=paused.pk).update(paused_at=timezone.now())
    gone.matter.status = "DESTROYING"
    gone.matter.save()

    with on_the_day(paused):
        assert actions.end_unanswered() == 0

    assert ended(paused).status == CaseStatus.INVITING
    assert ended(gone).status == CaseStatus.INVITING


def test_before_anybody_was_invited_not_suitable_ends_the_case_at_once():
    case = opened_case()

    assert actions.set_aside(case_id=case.pk, by=case.coordinator) is True

    assert ended(case).ending == Ending.UNSUITABLE


def test_once_everyone_takes_part_the_case_is_stopped_instead():
    case = inviting_case()
    for person in [requester_of(case), *others_of(case)]:
        say_yes(person, by=case.coordinator)

    with pytest.raises(actions.TransitionRefused):
        actions.set_aside(case_id=case.pk, by=case.coordinator)


def test_only_who_coordinates_sets_a_case_aside_or_waits_longer():
    case = inviting_case()
    neutral = verified(make_neutral())

    with pytest.raises(PermissionDenied):
        actions.set_aside(case_id=case.pk, by=neutral)
    with pytest.raises(PermissionDenied):
        actions.move_answer_day(case_id=case.pk, day=case.answer_by, by=neutral)


def test_staff_wait_longer_for_answers():
    case = inviting_case()
    day = case.answer_by + datetime.timedelta(days=3)

    actions.move_answer_day(case_id=case.pk, day=day, by=case.coordinator)

    with on_the_day(case):
        assert actions.end_unanswered() == 0
    assert ended(case).answer_by == day


@pytest.mark.parametrize("days", [0, -1, 60])
def test_the_day_for_answers_moves_only_forward_and_not_far(days):
    case = inviting_case()

    with pytest.raises(actions.TransitionRefused):
        actions.move_answer_day(
            case_id=case.pk, day=case.answer_by + datetime.timedelta(days=days), by=case.coordinator
        )


def test_a_case_that_is_not_inviting_has_no_day_to_move():
    case = opened_case()

    with pytest.raises(actions.TransitionRefused):
        actions.move_answer_day(case_id=case.pk, day=timezone.localdate(), by=case.coordinator)
