import datetime

import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from portal.audit.events import AuditEvent
from portal.cases import actions
from portal.cases.models import Case, Consent
from portal.cases.queries import notices_to_read
from portal.cases.statuses import CaseStatus, Channel, ConsentKind, Ending, Route, Willing
from tests.factories import make_participant
from tests.portal.cases.people import (
    answer,
    events,
    fresh,
    inviting_case,
    join,
    mail_to,
    opened_case,
    others_of,
    read,
    requester_of,
    say_yes,
)

pytestmark = pytest.mark.django_db


def go_on(case, yes, by=None):
    requester = requester_of(case)
    channel = Channel.SELF if by is None else Channel.IN_PERSON
    return actions.say_go_on(participant_id=requester.pk, yes=yes, channel=channel, by=by or requester.entry)


def status_of(case):
    return Case.objects.get(pk=case.pk).status


def test_the_requester_goes_on_and_it_is_written_down_who_said_so():
    case = opened_case()

    go_on(case, True)

    consent = Consent.objects.get(kind=ConsentKind.GO_ON)
    assert (consent.yes, consent.channel, consent.recorded_by) == (True, Channel.SELF, None)
    assert events(case)[-1] == AuditEvent.REQUESTER_GOES_ON


def test_staff_enter_it_for_the_requester():
    case = opened_case()

    go_on(case, True, by=case.coordinator)

    consent = Consent.objects.get(kind=ConsentKind.GO_ON)
    assert (consent.channel, consent.recorded_by) == (Channel.IN_PERSON, case.coordinator)


def test_a_requester_who_does_not_go_on_ends_the_case_there():
    case = opened_case()

    go_on(case, False)

    assert status_of(case) == CaseStatus.ENDED
    assert Case.objects.get(pk=case.pk).ending == Ending.NOT_PURSUED


def test_going_on_is_the_requesters_word_alone_and_asked_once():
    case = inviting_case()
    other = join(others_of(case)[0], case.coordinator)

    with pytest.raises(actions.TransitionRefused):
        actions.say_go_on(participant_id=other.pk, yes=True, channel=Channel.SELF, by=other.entry)
    with pytest.raises(actions.TransitionRefused):
        go_on(case, False)


def test_the_versions_that_were_read_are_kept():
    case = opened_case()
    requester = requester_of(case)

    read(requester)

    shown = {notice.pk for notice in notices_to_read(requester)}
    assert {row.notice_id for row in Consent.objects.filter(kind=ConsentKind.RIGHTS_READ)} == shown
    assert fresh(requester).rights_read_at is not None


def test_nothing_is_read_after_the_end():
    case = opened_case()
    go_on(case, False)

    with pytest.raises(actions.TransitionRefused):
        read(requester_of(case))


def test_nobody_takes_part_before_they_have_read_their_rights():
    case = inviting_case()
    person = join(others_of(case)[0], case.coordinator)

    with pytest.raises(actions.TransitionRefused, match="rights"):
        answer(person, True)

    assert fresh(person).willing == Willing.ASKED


def test_a_no_needs_neither_reading_nor_a_reason():
    case = inviting_case()
    person = join(others_of(case)[0], case.coordinator)

    answer(person, False)

    assert fresh(person).willing == Willing.NO
    assert status_of(case) == CaseStatus.INVITING
    assert {field.name for field in Consent._meta.get_fields()} & {"reason", "note", "comment", "words"} == set()


def test_the_last_yes_moves_the_case_on_and_everyone_hears_it():
    case = inviting_case()
    requester, other = requester_of(case), others_of(case)[0]
    other = join(other, case.coordinator)
    actions.keep_details(
        participant_id=other.pk,
        name="Sam",
        contact={"way": "EMAIL", "email": "sam@example.net"},
        needs={},
        channel=Channel.SELF,
        by=other.entry,
    )

    say_yes(requester)
    assert status_of(case) == CaseStatus.INVITING
    assert mail_to(requester) == []
    say_yes(other)

    assert status_of(case) == CaseStatus.ARRANGING
    assert mail_to(fresh(requester)) == ["NEWS"]
    assert mail_to(fresh(other)) == ["NEWS"]


def test_with_three_parties_two_yeses_are_not_enough():
    case = inviting_case(others=2)
    first, second = others_of(case)
    for person in (requester_of(case), first):
        say_yes(person, by=case.coordinator)

    assert status_of(case) == CaseStatus.INVITING
    say_yes(second, by=case.coordinator)
    assert status_of(case) == CaseStatus.ARRANGING


def test_a_no_may_become_a_yes_and_a_yes_a_no_while_people_are_asked():
    case = inviting_case()
    person = join(others_of(case)[0], case.coordinator)

    answer(person, False)
    say_yes(person)
    assert fresh(person).willing == Willing.YES
    answer(person, False)
    assert fresh(person).willing == Willing.NO

    given = Consent.objects.filter(participant=person, kind=ConsentKind.TAKE_PART).values_list("yes", flat=True)
    assert list(given) == [False, True, False]


def test_the_same_answer_twice_is_one_answer():
    case = inviting_case()
    person = others_of(case)[0]

    answer(person, False, by=case.coordinator)
    answer(person, False, by=case.coordinator)

    assert Consent.objects.filter(participant=person, kind=ConsentKind.TAKE_PART).count() == 1


def test_once_everyone_takes_part_the_question_is_closed():
    case = inviting_case()
    for person in [requester_of(case), *others_of(case)]:
        say_yes(person, by=case.coordinator)

    with pytest.raises(actions.TransitionRefused):
        answer(others_of(case)[0], False, by=case.coordinator)


def test_others_answer_nothing_before_they_are_asked():
    case = opened_case()
    person = make_participant(case, name="Sam", willing=Willing.UNASKED)

    with pytest.raises(actions.TransitionRefused):
        answer(person, False)


def test_a_requester_who_says_no_before_anybody_was_asked_ends_the_case():
    case = opened_case()

    answer(requester_of(case), False)

    assert Case.objects.get(pk=case.pk).ending == Ending.NOT_PURSUED


def test_somebody_elses_pass_answers_nothing():
    case = inviting_case()
    person = join(others_of(case)[0], case.coordinator)

    with pytest.raises(PermissionDenied):
        actions.answer_taking_part(
            participant_id=person.pk, yes=True, channel=Channel.SELF, by=requester_of(case).entry
        )


def test_a_no_takes_back_an_invitation_that_was_not_used():
    case = inviting_case(route=Route.REQUESTER)
    person = others_of(case)[0]
    actions.hand_over_invitation(participant_id=person.pk, channel=Channel.SELF, by=requester_of(case).entry)
    invitation = fresh(person).invitation

    answer(person, False, by=case.coordinator)

    invitation.refresh_from_db()
    assert invitation.revoked_at is not None
    assert fresh(person).invitation is None


def test_a_case_that_is_set_aside_does_not_move_on_with_the_last_yes():
    case = inviting_case()
    actions.set_aside(case_id=case.pk, by=case.coordinator)

    for person in [requester_of(case), *others_of(case)]:
        say_yes(person, by=case.coordinator)

    assert status_of(case) == CaseStatus.INVITING


def test_the_clock_stands_still_while_somebody_needs_more_time():
    case = inviting_case()
    person = join(others_of(case)[0], case.coordinator)
    today = datetime.datetime.now(datetime.UTC)

    actions.ask_for_more_time(participant_id=person.pk, channel=Channel.SELF, by=person.entry)
    actions.ask_for_more_time(participant_id=person.pk, channel=Channel.SELF, by=person.entry)
    assert fresh(person).more_time_asked_at is not None
    with time_machine.travel(today + datetime.timedelta(days=3), tick=True):
        read(person)

    kept = Case.objects.get(pk=case.pk)
    assert (kept.clock_paused_on, kept.clock_paused_days) == (None, 3)
    assert fresh(person).more_time_asked_at is None
    assert events(case).count(AuditEvent.MORE_TIME_ASKED) == 1


def test_the_clock_waits_for_everyone_who_needs_time():
    case = inviting_case()
    requester, other = requester_of(case), others_of(case)[0]
    for person in (requester, other):
        actions.ask_for_more_time(participant_id=person.pk, channel=Channel.PHONE, by=case.coordinator)

    read(requester)

    assert Case.objects.get(pk=case.pk).clock_paused_on is not None


def test_after_the_end_nobody_needs_time():
    case = opened_case()
    go_on(case, False)

    with pytest.raises(actions.TransitionRefused):
        actions.ask_for_more_time(participant_id=requester_of(case).pk, channel=Channel.PHONE, by=case.coordinator)
