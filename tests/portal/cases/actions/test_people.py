import pytest
from django.core.exceptions import PermissionDenied

from portal.audit.events import AuditEvent
from portal.cases import actions
from portal.cases.models import Consent, Participant, Tie
from portal.cases.statuses import CaseStatus, Channel, ConsentKind, Route, TieSource, Willing
from portal.vault import tokens
from portal.vault.keystore.models import TokenKind
from tests.factories import make_neutral, make_staff, make_user, verified
from tests.portal.cases.people import (
    add_other,
    answer,
    events,
    fresh,
    inviting_case,
    opened_case,
    others_of,
    requester_of,
    say_yes,
)

pytestmark = pytest.mark.django_db


def test_of_somebody_the_requester_passes_the_invitation_to_nothing_is_stored():
    case = opened_case()

    person = add_other(case, route=Route.REQUESTER, name="Sam")

    assert (fresh(person).name, fresh(person).contact) == ("", {})
    assert tokens.find(TokenKind.NAME, "Sam") == set()
    permission = Consent.objects.get(kind=ConsentKind.CONTACT, about=person)
    assert permission.yes is False


def test_with_permission_a_name_and_an_address_are_kept_and_can_be_found():
    case = opened_case()

    person = add_other(case, route=Route.STAFF_MAIL, name="Sam")

    assert fresh(person).contact["email"] == "sam@example.net"
    assert tokens.find(TokenKind.EMAIL, "SAM@example.net") == {person.pk}
    assert tokens.find(TokenKind.PHONE, "(617) 555-0199") == {person.pk}
    permission = Consent.objects.get(kind=ConsentKind.CONTACT, about=person)
    assert (permission.yes, permission.participant) == (True, requester_of(case))
    assert permission.recorded_by == case.coordinator
    assert events(case)[-1] == AuditEvent.PARTICIPANT_ADDED


def test_without_the_requesters_permission_nobody_is_added():
    case = opened_case()

    with pytest.raises(actions.TransitionRefused):
        actions.add_person(
            case_id=case.pk, route=Route.STAFF_PHONE, name="Sam", channel=Channel.PHONE, by=case.coordinator
        )

    assert Participant.objects.filter(case=case).count() == 1


def test_the_requester_adds_somebody_on_their_own_page():
    case = opened_case()

    person = actions.add_person(
        case_id=case.pk, route=Route.REQUESTER, channel=Channel.SELF, by=requester_of(case).entry
    )

    assert person.number == 2
    assert Consent.objects.get(about=person).recorded_by is None


def test_another_party_adds_nobody():
    case = inviting_case()
    other = others_of(case)[0]
    issued = actions.log_attempt(participant_id=other.pk, result="SPOKE", by=case.coordinator)
    assert issued is not None
    actions.issue_code(participant_id=other.pk, by=case.coordinator)

    with pytest.raises(PermissionDenied):
        actions.add_person(case_id=case.pk, route=Route.REQUESTER, channel=Channel.SELF, by=fresh(other).entry)


def test_staff_without_the_case_add_nobody():
    case = opened_case()
    outsider = verified(make_staff("INTERN"))

    with pytest.raises(PermissionDenied):
        add_other(case, by=outsider)


def test_a_route_that_the_process_does_not_use_is_refused():
    case = opened_case(process="COACHING")

    with pytest.raises(actions.TransitionRefused):
        add_other(case, route=Route.STAFF_MAIL)


def test_nobody_is_added_once_everyone_takes_part():
    case = inviting_case()
    for person in [requester_of(case), *others_of(case)]:
        say_yes(person, by=case.coordinator)

    with pytest.raises(actions.TransitionRefused):
        add_other(case)


def test_nobody_is_added_to_a_paused_case():
    case = opened_case()
    case.paused_at = case.opened_at
    case.save()

    with pytest.raises(actions.TransitionRefused):
        add_other(case)


def test_a_case_without_a_requester_takes_nobody_in():
    case = opened_case()
    requester_of(case).delete()

    with pytest.raises(actions.TransitionRefused):
        add_other(case)


def test_the_way_of_inviting_changes_and_takes_back_what_was_stored():
    case = inviting_case()
    person = others_of(case)[0]

    actions.change_route(participant_id=person.pk, route=Route.REQUESTER, channel=Channel.PHONE, by=case.coordinator)

    assert (fresh(person).name, fresh(person).contact) == ("", {})
    assert tokens.find(TokenKind.EMAIL, "sam0@example.net") == set()


def test_the_way_of_inviting_stays_once_somebody_has_said_no():
    case = inviting_case()
    person = others_of(case)[0]
    answer(person, False, by=case.coordinator)

    with pytest.raises(actions.TransitionRefused):
        actions.change_route(
            participant_id=person.pk, route=Route.REQUESTER, channel=Channel.PHONE, by=case.coordinator
        )


@pytest.mark.parametrize("email", ["dana@example.edu", "DANA@example.edu "])
def test_an_address_that_belongs_to_somebody_who_works_here_walls_them_off(email):
    case = opened_case()
    colleague = make_user(email="dana@example.edu")

    actions.add_person(
        case_id=case.pk,
        route=Route.STAFF_MAIL,
        contact={"email": email},
        permitted=True,
        channel=Channel.PHONE,
        by=case.coordinator,
    )

    assert Tie.objects.get().person == colleague
    assert Tie.objects.get().source == TieSource.SAME_ADDRESS


def test_people_say_for_themselves_how_to_reach_them():
    case = inviting_case()
    requester = requester_of(case)
    neutral = make_neutral(email="pat@example.edu")

    actions.keep_details(
        participant_id=requester.pk,
        name="Alex M.",
        contact={"way": "EMAIL", "email": "pat@example.edu"},
        needs={"pronouns": "they"},
        channel=Channel.SELF,
        by=requester.entry,
    )

    kept = fresh(requester)
    assert (kept.name, kept.needs) == ("Alex M.", {"pronouns": "they"})
    assert tokens.find(TokenKind.NAME, "alex m") == {requester.pk}
    assert [tie.person for tie in Tie.objects.all()] == [neutral]
    assert AuditEvent.CONTACT_CHANGED in events(case)


def test_after_a_no_nothing_more_is_kept_of_somebody():
    case = inviting_case()
    person = others_of(case)[0]
    answer(person, False, by=case.coordinator)

    with pytest.raises(actions.TransitionRefused):
        actions.keep_details(
            participant_id=person.pk, name="Sam", contact={}, needs={}, channel=Channel.PHONE, by=case.coordinator
        )


def test_the_requester_of_a_request_becomes_the_first_participant():
    case = opened_case()
    requester_of(case).delete()

    person = actions.add_requester(
        case, name="Alex", contact={"email": "alex@example.net"}, entry=None, by=case.coordinator
    )

    assert (person.number, person.is_requester, person.willing) == (1, True, Willing.ASKED)
    assert tokens.find(TokenKind.EMAIL, "alex@example.net") == {person.pk}


def test_a_person_in_a_case_that_is_gone_cannot_be_changed():
    case = opened_case()
    requester = requester_of(case)
    case.matter.status = "DESTROYING"
    case.matter.save()

    with pytest.raises(actions.MatterGone):
        actions.issue_code(participant_id=requester.pk, by=case.coordinator)


def test_somebody_who_never_was_cannot_be_changed():
    case = opened_case()

    with pytest.raises(actions.MatterGone):
        actions.issue_code(participant_id=case.pk, by=case.coordinator)


def test_a_step_of_staff_always_names_how_it_came_in():
    case = opened_case()

    with pytest.raises(ValueError, match="channel"):
        actions.say_go_on(participant_id=requester_of(case).pk, yes=True, channel=Channel.SELF, by=case.coordinator)


def test_a_case_is_still_open_while_people_are_added():
    case = inviting_case()

    add_other(case, name="Kim")

    assert case.status == CaseStatus.INVITING
    assert [person.number for person in case.participants.all()] == [1, 2, 3]
