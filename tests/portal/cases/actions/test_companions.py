import pytest
from django.core.exceptions import PermissionDenied

from portal.audit.events import AuditEvent
from portal.cases import actions, gates
from portal.cases.models import Consent, Tie
from portal.cases.statuses import CaseStatus, Channel, ConsentKind, ParticipantRole
from tests.factories import make_case, make_user
from tests.factories.texts import make_texts
from tests.portal.cases.people import events, fresh, inviting_case, mail_to, make_coordinator, requester_of

pytestmark = pytest.mark.django_db


def arranging_case(names=("Alex", "Sam")):
    return make_case(CaseStatus.ARRANGING, programme=make_texts(), coordinator=make_coordinator(), names=names)


def parties(case):
    return [fresh(person) for person in case.participants.parties()]


def name_one(party, role=ParticipantRole.INTERPRETER, **facts):
    return actions.name_companion(
        participant_id=party.pk, role=role, name="Robin", channel=Channel.SELF, by=party.entry, **facts
    )


def agree(companion, party, yes=True):
    return actions.answer_companion(
        companion_id=companion.pk, participant_id=party.pk, yes=yes, channel=Channel.SELF, by=party.entry
    )


def test_a_companion_comes_along_only_with_everyones_yes():
    case = arranging_case()
    alex, sam = parties(case)
    companion = name_one(alex)
    assert [line.person for line in gates.companions_agreed(case)] == [sam]

    agree(companion, sam)

    assert gates.companions_agreed(case) == []
    assert events(case) == [AuditEvent.COMPANION_PROPOSED, AuditEvent.COMPANION_ANSWERED]


def test_the_others_are_told_that_there_is_news():
    case = arranging_case()
    alex, sam = parties(case)

    name_one(alex)

    assert mail_to(sam) == ["NEWS"]
    assert mail_to(alex) == []


def test_one_no_is_enough_and_who_named_them_hears_only_that_there_is_news():
    case = arranging_case(names=("Alex", "Sam", "Kim"))
    alex, sam, kim = parties(case)
    companion = name_one(alex)
    agree(companion, kim)

    agree(companion, sam, yes=False)

    assert fresh(companion).has_left
    assert mail_to(alex) == ["NEWS"]
    assert gates.companions_agreed(case) == []
    with pytest.raises(actions.TransitionRefused):
        agree(companion, kim)


def test_before_everyone_takes_part_nobody_is_asked_about_a_companion():
    case = inviting_case()
    requester = requester_of(case)
    other = case.participants.parties().get(is_requester=False)
    companion = name_one(requester)

    with pytest.raises(actions.TransitionRefused):
        actions.answer_companion(
            companion_id=companion.pk, participant_id=other.pk, yes=True, channel=Channel.PHONE, by=case.coordinator
        )

    assert mail_to(other) == []


def test_nobody_answers_about_their_own_companion_or_about_a_party():
    case = arranging_case()
    alex, sam = parties(case)
    companion = name_one(alex)

    with pytest.raises(PermissionDenied):
        agree(companion, alex)
    with pytest.raises(PermissionDenied):
        agree(sam, alex)


def test_a_party_is_not_named_as_a_companion():
    case = arranging_case()

    with pytest.raises(actions.TransitionRefused):
        name_one(parties(case)[0], role=ParticipantRole.PARTY)


def test_a_companion_names_nobody():
    case = arranging_case()
    companion = name_one(parties(case)[0])

    with pytest.raises(actions.TransitionRefused):
        actions.name_companion(
            participant_id=companion.pk,
            role=ParticipantRole.ADVISOR,
            name="Lee",
            channel=Channel.PHONE,
            by=case.coordinator,
        )


def test_a_companion_who_works_here_is_walled_off():
    case = arranging_case()
    colleague = make_user(email="robin@example.edu")

    name_one(parties(case)[0], contact={"email": "robin@example.edu"})

    assert Tie.objects.get().person == colleague


def test_a_party_may_come_alone_after_all():
    case = arranging_case()
    alex, sam = parties(case)
    companion = name_one(alex)

    with pytest.raises(PermissionDenied):
        actions.take_back_companion(companion_id=companion.pk, channel=Channel.SELF, by=sam.entry)
    actions.take_back_companion(companion_id=companion.pk, channel=Channel.SELF, by=alex.entry)

    assert fresh(companion).has_left
    with pytest.raises(actions.TransitionRefused):
        actions.take_back_companion(companion_id=companion.pk, channel=Channel.SELF, by=alex.entry)


def test_only_companions_are_taken_back():
    case = arranging_case()

    with pytest.raises(PermissionDenied):
        actions.take_back_companion(companion_id=parties(case)[1].pk, channel=Channel.PHONE, by=case.coordinator)


def test_the_party_who_names_somebody_has_said_yes_with_it():
    case = arranging_case()
    alex = parties(case)[0]

    companion = name_one(alex)

    consent = Consent.objects.get(kind=ConsentKind.COMPANION)
    assert (consent.participant, consent.about, consent.yes) == (alex, companion, True)
