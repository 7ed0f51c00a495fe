"""Typed roles, staff-only outreach, the order of asking, hidden contacts (M45, M47, M50, C12, C28)."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from portal.cases import actions
from portal.cases.models import Participant
from portal.cases.statuses import CaseStatus, Channel, OutreachOrder, Route, Willing
from portal.cases.transitions import missing
from portal.programmes.processes import definition
from tests.factories import make_staff, sign_in, use_pass, verified
from tests.factories.circles import make_circle

from .opened import Role, changes, opened

pytestmark = pytest.mark.django_db
ADD = {"route": Route.STAFF_PHONE, "permitted": True, "channel": Channel.PHONE}


def asked_for(case, role):
    """Somebody added by staff who was not asked yet."""
    return actions.add_person(
        case_id=case.pk, name=role, role=role, contact={"phone": "617-555-0103"}, by=case.coordinator, **ADD
    )


def test_whoever_is_added_gets_one_of_the_roles_of_a_circle():
    case = opened()

    person = asked_for(case, Role.CAUSED_HARM)

    assert (person.role, person.willing) == (Role.CAUSED_HARM, Willing.UNASKED)
    for role in (None, Role.COACHEE, Role.PARTY):
        with pytest.raises(actions.TransitionRefused, match="does not have that role"):
            asked_for(case, role)


def test_only_staff_reach_out_in_a_circle():
    case = opened()
    hana = case.participants.get()

    facts = {"route": Route.STAFF_PHONE, "permitted": True, "channel": Channel.SELF}
    with pytest.raises(actions.TransitionRefused, match="the office asks the others"):
        actions.add_person(case_id=case.pk, name="Caleb", role=Role.CAUSED_HARM, by=hana.entry, **facts)
    facts = {"route": Route.REQUESTER, "channel": Channel.PHONE}
    with pytest.raises(actions.TransitionRefused, match="does not use that way"):
        actions.add_person(case_id=case.pk, role=Role.CAUSED_HARM, by=case.coordinator, **facts)
    own = Client()
    use_pass(own, hana.entry)
    assert own.get(reverse("portal:party:others")).status_code == 404
    assert own.get(reverse("portal:party:add_other")).status_code == 404


def test_a_circle_needs_somebody_who_was_harmed_and_somebody_who_caused_it():
    case = opened({"Rosa": Role.COMMUNITY_REPRESENTATIVE})

    words = [line.words for line in missing(case, "invite")]

    assert words == ["Nobody has been added yet who was harmed", "Nobody has been added yet who caused harm"]


def test_a_community_can_be_what_was_harmed_with_nobody_known_who_did_it():
    case = opened({"Rosa": Role.COMMUNITY_REPRESENTATIVE})
    changes(case, community_is_harmed=True, nobody_is_known=True)

    case.refresh_from_db()

    assert missing(case, "invite") == []


def test_where_a_community_was_harmed_somebody_speaks_for_it():
    case = opened({"Caleb": Role.CAUSED_HARM})
    changes(case, community_is_harmed=True)

    words = [line.words for line in missing(case, "invite")]

    assert words == ["Nobody has been added yet who speaks for the community"]


def test_one_person_may_have_caused_harm_and_been_harmed():
    case = opened()
    hana = case.participants.get()

    person = actions.set_roles(participant_id=hana.pk, role=Role.CAUSED_HARM, second=Role.HARMED, by=case.coordinator)

    assert person.roles == {Role.CAUSED_HARM, Role.HARMED}
    assert person.roles_in_words == "Caused harm, harmed"
    assert missing(case, "invite") == []


def test_other_pairs_of_roles_and_roles_of_other_processes_are_refused():
    case = opened()
    hana = case.participants.get()

    with pytest.raises(actions.TransitionRefused, match="can be one person"):
        actions.set_roles(
            participant_id=hana.pk, role=Role.HARMED, second=Role.COMMUNITY_REPRESENTATIVE, by=case.coordinator
        )
    with pytest.raises(actions.TransitionRefused, match="does not have that role"):
        actions.set_roles(participant_id=hana.pk, role=Role.COACHEE, by=case.coordinator)
    with pytest.raises(PermissionDenied):
        actions.set_roles(participant_id=hana.pk, role=Role.CAUSED_HARM, by=verified(make_staff("NEUTRAL")))
    assert Participant.objects.get(pk=hana.pk).role == Role.HARMED


def test_a_second_role_is_never_the_first_one():
    hana = opened().participants.get()

    with pytest.raises(IntegrityError), transaction.atomic():
        Participant.objects.filter(pk=hana.pk).update(second_role=Role.HARMED)


def test_a_role_stands_once_a_time_is_booked():
    case, _pair = make_circle(CaseStatus.BOOKED)

    with pytest.raises(actions.TransitionRefused, match="stands now"):
        actions.set_roles(participant_id=case.participants.first().pk, role=Role.CAUSED_HARM, by=case.coordinator)


def test_those_who_were_harmed_are_asked_before_anybody_else():
    case = opened({"Hana": Role.HARMED}, CaseStatus.INVITING)
    Participant.objects.update(willing=Willing.ASKED)
    caleb = asked_for(case, Role.CAUSED_HARM)

    with pytest.raises(actions.TransitionRefused, match="First we hear from Hana"):
        actions.write_invitation(participant_id=_with_mail(caleb).pk, by=case.coordinator)

    Participant.objects.filter(role=Role.HARMED).update(willing=Willing.YES)
    actions.write_invitation(participant_id=caleb.pk, by=case.coordinator)
    assert Participant.objects.get(pk=caleb.pk).willing == Willing.ASKED


def test_staff_may_decide_on_another_order():
    case = opened({"Hana": Role.HARMED}, CaseStatus.INVITING)
    Participant.objects.update(willing=Willing.ASKED)
    caleb = _with_mail(asked_for(case, Role.CAUSED_HARM))

    changes(case, order=OutreachOrder.TOGETHER)
    actions.write_invitation(participant_id=caleb.pk, by=case.coordinator)

    assert Participant.objects.get(pk=caleb.pk).willing == Willing.ASKED


def test_the_definition_says_what_sets_a_circle_apart():
    circle = definition("RESTORATIVE_JUSTICE")

    assert circle.has_typed_roles
    assert circle.is_for_staff_to_ask
    assert not circle.asks_requester_first
    assert [code for code in circle.outcomes if code not in {"NOT_HELD", "STOPPED_FOR_SAFETY"}] == ["PLAN", "NO_PLAN"]
    assert [definition(code).has_typed_roles for code in ("COACHING", "FACILITATION", "MEDIATION")] == [False] * 3


def _with_mail(person):
    row = Participant.objects.get(pk=person.pk)
    row.contact = {"email": "caleb@example.net"}
    row.save()
    return row


def test_screens_ask_for_the_role_and_keep_it(client):
    case = opened()
    sign_in(client, case.coordinator)
    place = reverse("portal:cases:add_person", args=[case.reference])
    typed = {"route": "STAFF_PHONE", "name": "Caleb", "phone": "617-555-0103", "permitted": "on", "channel": "PHONE"}

    refused = client.post(place, typed)
    assert "In which role?" in refused.text
    assert "Caleb" in refused.text
    assert case.participants.count() == 1

    client.post(place, {**typed, "role": "CAUSED_HARM"})
    assert case.participants.get(number=2).role == Role.CAUSED_HARM
    roles = reverse("portal:circles:roles", args=[case.reference, 2])
    client.post(roles, {"role": "BOTH"})
    assert case.participants.get(number=2).roles == {Role.CAUSED_HARM, Role.HARMED}
    assert client.get(roles).context["form"].initial == {"role": "BOTH"}
