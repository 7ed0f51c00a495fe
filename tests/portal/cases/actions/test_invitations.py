import pytest
from django.core.exceptions import PermissionDenied

from portal.audit.events import AuditEvent
from portal.cases import actions
from portal.cases.models import ContactAttempt
from portal.cases.statuses import AttemptResult, Channel, Ending, Route, Willing
from portal.mail.models import Mailing
from portal.mail.statuses import MailKind
from portal.passes.actions import EntryRefused, accept, invite
from portal.passes.models import Pass
from tests.factories import make_programme, make_staff, verified
from tests.portal.cases.people import (
    add_other,
    answer,
    events,
    fresh,
    inviting_case,
    join,
    opened_case,
    others_of,
    requester_of,
)

pytestmark = pytest.mark.django_db

NETWORK = "198.51.100.7"


def hand_over(person, requester):
    return actions.hand_over_invitation(participant_id=person.pk, channel=Channel.SELF, by=requester.entry)


def test_the_requester_makes_an_invitation_and_nothing_is_known_of_the_other():
    case = inviting_case(route=Route.REQUESTER)
    person = others_of(case)[0]

    code = hand_over(person, requester_of(case))

    kept = fresh(person)
    assert code
    assert (kept.name, kept.contact, kept.entry, kept.willing) == ("", {}, None, Willing.ASKED)
    attempt = ContactAttempt.objects.get()
    assert (attempt.result, attempt.made_by) == (AttemptResult.HANDED_OVER, None)
    assert Mailing.objects.count() == 0


def test_a_used_invitation_gives_its_holder_their_own_place():
    case = inviting_case(route=Route.REQUESTER)
    person = others_of(case)[0]
    code = hand_over(person, requester_of(case))

    issued = accept(code=code, network=NETWORK)

    arrived = fresh(person)
    assert arrived.entry == issued.entry
    assert arrived.invitation is None
    assert arrived.asked_at is not None
    assert AuditEvent.INVITATION_ACCEPTED in events(case)


def test_a_new_invitation_ends_the_one_before():
    case = inviting_case(route=Route.REQUESTER)
    person = others_of(case)[0]
    first = hand_over(person, requester_of(case))

    hand_over(person, requester_of(case))

    with pytest.raises(EntryRefused):
        accept(code=first, network=NETWORK)


def test_only_the_requester_or_staff_make_an_invitation():
    case = inviting_case(route=Route.REQUESTER, others=2)
    first, second = others_of(case)
    code = hand_over(first, requester_of(case))
    accept(code=code, network=NETWORK)

    with pytest.raises(PermissionDenied):
        hand_over(second, fresh(first))


def test_the_requester_makes_no_invitation_for_somebody_the_office_writes_to():
    case = inviting_case(route=Route.STAFF_MAIL)

    with pytest.raises(actions.TransitionRefused):
        hand_over(others_of(case)[0], requester_of(case))


def test_staff_write_with_permission_and_the_mail_names_a_person_and_a_phone():
    case = inviting_case()
    person = others_of(case)[0]

    actions.write_invitation(participant_id=person.pk, by=case.coordinator)

    mail = Mailing.objects.get(kind=MailKind.INVITATION)
    assert mail.address == "sam0@example.net"
    assert mail.context["staff"] == "Dana Okafor"
    assert mail.context["phone"] == "617-555-0142"
    assert mail.context["answer_by"] == case.answer_by.isoformat()
    assert fresh(person).willing == Willing.ASKED
    assert events(case)[-1] == AuditEvent.INVITATION_SENT


def test_staff_do_not_write_to_somebody_without_an_address():
    case = inviting_case()
    person = actions.add_person(
        case_id=case.pk,
        route=Route.STAFF_PHONE,
        contact={"phone": "617-555-0111"},
        permitted=True,
        channel=Channel.PHONE,
        by=case.coordinator,
    )

    with pytest.raises(actions.TransitionRefused):
        actions.write_invitation(participant_id=person.pk, by=case.coordinator)


def test_staff_neither_write_to_nor_phone_somebody_the_requester_wants_to_reach_alone():
    case = inviting_case(route=Route.REQUESTER)
    person = others_of(case)[0]

    with pytest.raises(actions.TransitionRefused):
        actions.write_invitation(participant_id=person.pk, by=case.coordinator)
    with pytest.raises(actions.TransitionRefused):
        actions.log_attempt(participant_id=person.pk, result=AttemptResult.SPOKE, by=case.coordinator)


def test_an_invitation_can_be_printed_for_either_way():
    for route, result in ((Route.REQUESTER, AttemptResult.HANDED_OVER), (Route.STAFF_MAIL, AttemptResult.SENT)):
        case = inviting_case(route=route)
        person = others_of(case)[0]

        printed, code = actions.print_invitation(participant_id=person.pk, by=case.coordinator)

        assert (printed, bool(code)) == (person, True)
        assert person.attempts.get().result == result


def test_tries_are_counted_and_end_at_the_cap():
    make_programme(contact_attempts_cap=2)
    case = inviting_case()
    person = others_of(case)[0]
    case.programme.contact_attempts_cap = 2
    case.programme.save()
    for result in (AttemptResult.NOT_REACHED, AttemptResult.BOUNCED, AttemptResult.SPOKE):
        actions.log_attempt(participant_id=person.pk, result=result, by=case.coordinator)

    with pytest.raises(actions.TransitionRefused, match="2 times"):
        actions.write_invitation(participant_id=person.pk, by=case.coordinator)

    assert person.attempts.count() == 3


def test_speaking_with_somebody_asks_them_and_a_missed_call_does_not():
    case = inviting_case()
    person = others_of(case)[0]

    actions.log_attempt(participant_id=person.pk, result=AttemptResult.NOT_REACHED, by=case.coordinator)
    assert fresh(person).willing == Willing.UNASKED

    actions.log_attempt(participant_id=person.pk, result=AttemptResult.SPOKE, by=case.coordinator)
    assert fresh(person).willing == Willing.ASKED


def test_staff_log_only_what_staff_do():
    case = inviting_case()

    with pytest.raises(ValueError, match="HANDED_OVER"):
        actions.log_attempt(participant_id=others_of(case)[0].pk, result=AttemptResult.HANDED_OVER, by=case.coordinator)


def test_nobody_who_said_no_is_asked_again():
    case = inviting_case()
    person = others_of(case)[0]
    answer(person, False, by=case.coordinator)

    for ask in (actions.write_invitation, actions.print_invitation):
        with pytest.raises(actions.TransitionRefused, match="said no"):
            ask(participant_id=person.pk, by=case.coordinator)

    assert Mailing.objects.count() == 0


def test_nobody_is_asked_before_the_requester_goes_on():
    case = opened_case()
    person = add_other(case)

    with pytest.raises(actions.TransitionRefused):
        actions.write_invitation(participant_id=person.pk, by=case.coordinator)


def test_nobody_is_asked_who_has_arrived():
    case = inviting_case()
    person = join(others_of(case)[0], case.coordinator)

    with pytest.raises(actions.TransitionRefused, match="already answered"):
        actions.write_invitation(participant_id=person.pk, by=case.coordinator)


def test_the_requester_is_not_invited():
    case = inviting_case()

    with pytest.raises(actions.TransitionRefused):
        actions.print_invitation(participant_id=requester_of(case).pk, by=case.coordinator)


def test_staff_ask_nobody_else_once_another_way_fits_better():
    case = inviting_case()
    actions.set_aside(case_id=case.pk, by=case.coordinator)

    with pytest.raises(actions.TransitionRefused):
        actions.write_invitation(participant_id=others_of(case)[0].pk, by=case.coordinator)


def test_only_who_coordinates_asks_anybody():
    case = inviting_case()
    outsider = verified(make_staff("TRAINING_MANAGER"))

    with pytest.raises(PermissionDenied):
        actions.write_invitation(participant_id=others_of(case)[0].pk, by=outsider)


def test_an_invitation_that_belongs_to_nobody_opens_nothing():
    case = inviting_case()
    stray = invite(key_id=case.vault_key)

    with pytest.raises(EntryRefused):
        accept(code=stray.code, network=NETWORK)

    assert Pass.objects.count() == 1


def test_an_invitation_into_an_ended_case_opens_nothing():
    case = inviting_case(route=Route.REQUESTER)
    person = others_of(case)[0]
    code = hand_over(person, requester_of(case))
    actions.end_case(actions.lock_case(case.pk), ending=Ending.STOPPED, actor=case.coordinator)

    with pytest.raises(EntryRefused):
        accept(code=code, network=NETWORK)

    assert fresh(person).entry is None


def test_an_invitation_into_a_case_that_is_being_destroyed_opens_nothing():
    case = inviting_case(route=Route.REQUESTER)
    code = hand_over(others_of(case)[0], requester_of(case))
    case.matter.status = "DESTROYING"
    case.matter.save()

    with pytest.raises(EntryRefused):
        accept(code=code, network=NETWORK)
