"""The sheet of a circle, hidden contacts, and what is left when somebody leaves (M50)."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from portal.agreements.queries import agreement_values
from portal.cases import actions
from portal.cases.models import CircleGroup, CircleSheet, Participant
from portal.cases.statuses import CaseStatus, Channel, CircleForm, OutreachOrder
from portal.withdrawals.actions import withdraw
from tests.factories import make_staff, sign_in, verified
from tests.factories.circles import choose_form, make_circle, make_prepared

from .opened import Role, changes, client_of, opened

pytestmark = pytest.mark.django_db


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
    case, _pair = make_circle()
    hana = case.participants.get(role=Role.HARMED)

    withdraw(participant_id=hana.pk, channel=Channel.SELF, by=hana.entry)

    case.refresh_from_db()
    assert (case.status, case.ending) == (CaseStatus.ENDED, "WITHDRAWN")


def test_with_another_who_was_harmed_the_rest_is_asked_afresh():
    facts = {"invited_at": timezone.now(), "answer_by": timezone.localdate()}
    case, _pair = make_circle(**facts, roles={"Hana": Role.HARMED, "Ida": Role.HARMED, "Caleb": Role.CAUSED_HARM})
    ida = case.participants.get(number=2)

    withdraw(participant_id=ida.pk, channel=Channel.SELF, by=ida.entry)

    case.refresh_from_db()
    assert case.status == CaseStatus.INVITING


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
    case.programme.conducts = [case.process, "COACHING"]
    case.programme.save(update_fields=["conducts"])
    CircleGroup.objects.create(vault_key=case.vault_key, case=case, number=1, label="The third floor", invited=9)
    hana = case.participants.get(number=1)
    actions.set_roles(participant_id=hana.pk, role=Role.CAUSED_HARM, second=Role.HARMED, by=case.coordinator)
    actions.end_case(case, ending="NO_ANSWER", actor=None)

    actions.turn_to_coaching(case_id=case.pk, by=case.coordinator)

    assert Participant.objects.get().roles == {Role.COACHEE}
    assert not CircleSheet.objects.exists()
    assert not CircleGroup.objects.exists()
