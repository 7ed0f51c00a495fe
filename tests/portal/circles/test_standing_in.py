"""Somebody stands in for a person who was harmed: agreed by every party, prepared, in the room in their place."""

import pytest

from portal.agreements.gates import in_force
from portal.cases import actions, transitions
from portal.cases.actions import TransitionRefused
from portal.cases.models import Case, Participant
from portal.cases.statuses import CaseStatus, Channel, CircleForm, ParticipantRole
from portal.circles.checklist import items_for
from portal.circles.gates import way_agreed
from portal.circles.models import Preparation
from portal.sessions.actions import open_signing, prepare_session
from tests.factories import use_pass
from tests.factories.circles import make_circle, make_prepared
from tests.factories.scheduling import make_booking

pytestmark = pytest.mark.django_db
Role = ParticipantRole
SURROGATE = ParticipantRole.SURROGATE


def name(party, who="Nia", role=SURROGATE, **facts):
    usual = {"channel": Channel.SELF, "by": party.entry}
    return actions.name_companion(participant_id=party.pk, role=role, name=who, **(usual | facts))


def everyone_agrees(case, stand_in):
    for party in case.participants.parties().select_related("entry"):
        if party.pk != stand_in.comes_with_id:
            common = {"companion_id": stand_in.pk, "participant_id": party.pk, "yes": True}
            actions.answer_companion(channel=Channel.SELF, by=party.entry, **common)


def people(case):
    return {one.name: one for one in case.participants.select_related("entry", "case__programme")}


def words(case, step):
    case = Case.objects.select_related("programme", "matter").get(pk=case.pk)
    return [line.words for line in transitions.missing(case, step)]


def test_only_somebody_who_was_harmed_names_one_and_only_one():
    case, _pair = make_circle()
    here = people(case)

    for other in ("Caleb", "Rosa"):
        with pytest.raises(TransitionRefused, match="only for a person who was harmed"):
            name(here[other])
    name(here["Hana"])
    with pytest.raises(TransitionRefused, match="stands in already"):
        name(here["Hana"], who="Ola")

    assert Participant.objects.filter(role=SURROGATE).count() == 1


def test_no_other_process_knows_the_role(client):
    from tests.portal.cases.people import opened_case, requester_of

    requester = requester_of(opened_case())
    with pytest.raises(TransitionRefused):
        name(requester)

    use_pass(client, requester.entry)
    assert "Stands in" not in client.get("/my/along/").text


def test_the_own_page_of_whoever_was_harmed_offers_it(client):
    case, _pair = make_circle()
    use_pass(client, people(case)["Hana"].entry)

    assert "says what you want said" in client.get("/my/along/").text


def test_every_party_has_to_agree_as_to_a_supporter():
    case, _pair = make_circle()
    stand_in = name(people(case)["Hana"])
    waiting = "Waiting for Caleb to agree that Nia comes along"
    assert waiting in words(case, "book")

    everyone_agrees(case, stand_in)

    assert waiting not in words(case, "book")


def test_a_circle_with_somebody_in_the_place_of_one_side_waits_for_a_name():
    case, _pair = make_circle()
    case.circle.form = CircleForm.BY_SURROGATE
    case.circle.save()
    waiting = "Somebody has to be named who stands in for a person who was harmed"
    assert waiting in [line.words for line in way_agreed(Case.objects.get(pk=case.pk))]

    name(people(case)["Hana"])

    assert waiting not in [line.words for line in way_agreed(Case.objects.get(pk=case.pk))]


def test_the_talk_with_them_says_for_whom_they_speak():
    case, _pair = make_circle()
    stand_in = name(people(case)["Hana"])
    supporter = name(people(case)["Caleb"], who="Sol", role=Role.SUPPORTER)

    assert "STANDS_IN" in {item.code for item in items_for(stand_in)}
    assert "STANDS_IN" not in {item.code for item in items_for(supporter)}
    assert "The talk with Nia before the circle is not complete" in words(case, "book")


def test_whoever_is_stood_in_for_need_not_be_in_the_room_and_the_stand_in_must():
    case, pair = make_circle(CaseStatus.BOOKED)
    make_booking(case)
    hana = people(case)["Hana"]
    stand_in = name(hana)
    everyone_agrees(case, stand_in)
    make_prepared(stand_in)
    session = prepare_session(case_id=case.pk, by=pair[0])
    here = {*case.participants.values_list("pk", flat=True), *(one.pk for one in pair)} - {hana.pk}

    with pytest.raises(TransitionRefused, match="Not here yet: Nia"):
        open_signing(session_id=session.pk, present=here - {stand_in.pk}, by=pair[0])
    open_signing(session_id=session.pk, present=here, by=pair[0])

    case = Case.objects.get(pk=case.pk)
    text = in_force(case, stand_in).text
    assert "You speak in the place of one person" in text
    assert "not in their place" not in text
    assert session.attendances.get(participant=hana).present is False
    assert "Waiting for Hana to sign" in words(case, "begin")


def test_when_the_stand_in_is_taken_back_the_person_comes_themselves():
    case, pair = make_circle(CaseStatus.BOOKED)
    make_booking(case)
    hana = people(case)["Hana"]
    stand_in = name(hana)
    actions.take_back_companion(companion_id=stand_in.pk, channel=Channel.SELF, by=hana.entry)
    session = prepare_session(case_id=case.pk, by=pair[0])
    here = {*case.participants.values_list("pk", flat=True), *(one.pk for one in pair)} - {hana.pk}

    with pytest.raises(TransitionRefused, match="Not here yet: Hana"):
        open_signing(session_id=session.pk, present=here, by=pair[0])
    assert not Preparation.objects.filter(participant=stand_in).exists()
