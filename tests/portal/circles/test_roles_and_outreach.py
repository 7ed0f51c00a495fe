"""Typed roles, staff-only outreach, the order of asking, hidden contacts (M45, M47, M50, C12, C28)."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from portal.agreements.queries import agreement_values
from portal.cases import actions
from portal.cases.models import CircleGroup, CircleSheet, Participant
from portal.cases.statuses import CaseStatus, Channel, CircleForm, OutreachOrder, ParticipantRole, Route, Willing
from portal.cases.transitions import missing
from portal.programmes.processes import definition
from tests.factories import make_staff, sign_in, use_pass, verified
from tests.factories.circles import choose_form, make_circle, make_prepared

pytestmark = pytest.mark.django_db
Role = ParticipantRole
ADD = {"route": Route.STAFF_PHONE, "permitted": True, "channel": Channel.PHONE}


def asked_for(case, role):
    """Somebody added by staff who was not asked yet."""
    return actions.add_person(
        case_id=case.pk, name=role, role=role, contact={"phone": "617-555-0103"}, by=case.coordinator, **ADD
    )


def changes(case, **facts):
    usual = {
        "community_is_harmed": False,
        "nobody_is_known": False,
        "order": OutreachOrder.HARMED_FIRST,
        "form": None,
        "safety": "",
    }
    return actions.change_circle(case_id=case.pk, by=case.coordinator, **(usual | facts))


def client_of(user):
    client = Client()
    sign_in(client, user)
    return client


def opened(roles=None, status=CaseStatus.OPENED):
    case, _pair = make_circle(status, roles=roles or {"Hana": Role.HARMED}, prepared=False, ready=False, pair=False)
    return case


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


def test_the_sheet_of_a_circle_is_for_no_participant_and_for_no_other_process():
    case = opened()
    sheet = changes(case, safety="The back door, and a seat beside it", form=CircleForm.IN_TWO_ROOMS)
    other = make_circle(roles={"Alex": Role.HARMED})[0]
    type(other).objects.filter(pk=other.pk).update(process="MEDIATION")

    assert CircleSheet.objects.visible_to(case.participants.get().entry).count() == 0
    assert CircleSheet.objects.visible_to(case.coordinator).get(case=case) == sheet
    with pytest.raises(actions.TransitionRefused, match="another service"):
        changes(other)
    with pytest.raises(PermissionDenied):
        actions.change_circle(
            case_id=case.pk,
            community_is_harmed=False,
            nobody_is_known=False,
            order=OutreachOrder.TOGETHER,
            form=None,
            safety="",
            by=verified(make_staff("NEUTRAL")),
        )


def test_a_hidden_contact_is_read_by_the_coordinator_of_the_case_alone():
    case = opened()
    hana = case.participants.get()
    address = hana.contact["email"]
    colleague = make_staff("CASE_MANAGER", programme=case.programme)
    page = reverse("portal:cases:person", args=[case.reference, hana.number])
    assert address in client_of(colleague).get(page).text

    actions.hide_contact(participant_id=hana.pk, hide=True, channel=Channel.SELF, by=hana.entry)

    shown = client_of(colleague).get(page)
    assert shown.status_code == 200
    assert address not in shown.text
    assert "Hidden at their wish" in shown.text
    for name in ("details", "change_route", "call"):
        place = reverse(f"portal:cases:{name}", args=[case.reference, hana.number])
        assert client_of(colleague).get(place).status_code == 403, name
    assert address in client_of(case.coordinator).get(page).text


def test_a_contact_is_hidden_by_nobody_else_and_not_after_the_end():
    case, _pair = make_circle()
    hana, caleb = case.participants.all()[:2]

    with pytest.raises(PermissionDenied):
        actions.hide_contact(participant_id=hana.pk, hide=True, channel=Channel.SELF, by=caleb.entry)
    actions.end_case(case, ending="STOPPED", actor=None)
    with pytest.raises(actions.TransitionRefused):
        actions.hide_contact(participant_id=hana.pk, hide=True, channel=Channel.SELF, by=hana.entry)


def test_without_the_only_one_who_was_harmed_a_circle_ends():
    from portal.withdrawals.actions import withdraw

    case, _pair = make_circle()
    hana = case.participants.get(role=Role.HARMED)

    withdraw(participant_id=hana.pk, channel=Channel.SELF, by=hana.entry)

    case.refresh_from_db()
    assert (case.status, case.ending) == (CaseStatus.ENDED, "WITHDRAWN")


def test_with_another_who_was_harmed_the_rest_is_asked_afresh():
    from portal.withdrawals.actions import withdraw

    facts = {"invited_at": timezone.now(), "answer_by": timezone.localdate()}
    case, _pair = make_circle(**facts, roles={"Hana": Role.HARMED, "Ida": Role.HARMED, "Caleb": Role.CAUSED_HARM})
    ida = case.participants.get(number=2)

    withdraw(participant_id=ida.pk, channel=Channel.SELF, by=ida.entry)

    case.refresh_from_db()
    assert case.status == CaseStatus.INVITING


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


def test_the_sheet_is_kept_from_its_screen(client):
    case = opened()
    make_prepared(case.participants.get())
    sign_in(client, case.coordinator)
    place = reverse("portal:circles:change", args=[case.reference])
    assert client.post(place, {"order": "", "safety": "A seat by the door"}).status_code == 422
    assert not CircleSheet.objects.exists()
    client.post(place, {"order": "TOGETHER", "form": "BY_VIDEO", "safety": "A seat by the door"})
    sheet = CircleSheet.objects.get()
    assert (sheet.order, sheet.form, sheet.safety) == ("TOGETHER", "BY_VIDEO", "A seat by the door")
    assert "A seat by the door" in client.get(reverse("portal:circles:circle", args=[case.reference])).text


def test_a_form_that_is_chosen_stands_in_the_agreement():
    case = opened()
    choose_form(case, CircleForm.IN_WRITING)
    assert agreement_values(case)["way"] == CircleForm.IN_WRITING.label.lower()


def test_the_way_to_meet_stands_while_a_time_is_booked():
    case, _pair = make_circle(CaseStatus.BOOKED)

    with pytest.raises(actions.TransitionRefused, match="Cancel the booking first"):
        changes(case, form=CircleForm.BY_VIDEO)
    changes(case, form=CircleForm.IN_ONE_ROOM, safety="A seat by the door")

    sheet = CircleSheet.objects.get(case=case)
    assert (sheet.form, sheet.safety) == (CircleForm.IN_ONE_ROOM, "A seat by the door")


def test_what_turns_to_coaching_leaves_nothing_of_the_circle():
    case, _pair = make_circle()
    CircleGroup.objects.create(vault_key=case.vault_key, case=case, number=1, label="The third floor", invited=9)
    hana = case.participants.get(number=1)
    actions.set_roles(participant_id=hana.pk, role=Role.CAUSED_HARM, second=Role.HARMED, by=case.coordinator)
    actions.end_case(case, ending="NO_ANSWER", actor=None)

    actions.turn_to_coaching(case_id=case.pk, by=case.coordinator)

    assert Participant.objects.get().roles == {Role.COACHEE}
    assert not CircleSheet.objects.exists()
    assert not CircleGroup.objects.exists()
