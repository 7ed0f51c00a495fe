"""The talks beforehand, the way to meet, and the will to make it right (M48, M50, M51)."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from portal.cases.actions import TransitionRefused
from portal.cases.models import Case
from portal.cases.statuses import CaseStatus, Channel, CircleForm, ParticipantRole
from portal.cases.transitions import missing
from portal.circles import actions
from portal.circles.checklist import items_for
from portal.circles.models import Preparation, Readiness
from portal.screening.statuses import Safeguard
from tests.factories import make_neutral, make_participant, make_staff, verified
from tests.factories.circles import choose_form, make_circle, make_prepared

pytestmark = pytest.mark.django_db
Role = ParticipantRole


def waits(case, step="book"):
    return [line.words for line in missing(Case.objects.get(pk=case.pk), step)]


def test_a_time_is_booked_only_after_a_talk_with_each_person():
    case, _pair = make_circle(prepared=False)
    choose_form(case)
    for person in case.participants.all():
        make_prepared(person, leave_out=["SAFE"] if person.number == 3 else [])

    assert waits(case) == ["The talk with Rosa before the circle is not complete"]

    Preparation.objects.filter(participant__number=3).delete()
    make_prepared(case.participants.get(number=3))
    assert waits(case) == []


def test_a_list_without_the_day_of_a_talk_is_not_a_talk():
    case, _pair = make_circle()
    Preparation.objects.filter(participant__number=1).update(met_on=None)

    assert waits(case) == ["The talk with Hana before the circle is not complete"]


def test_whoever_comes_along_is_talked_with_as_well():
    case, _pair = make_circle(roles={"Hana": Role.HARMED, "Caleb": Role.CAUSED_HARM})
    hana = case.participants.get(number=1)
    supporter = make_participant(case, name="Uma", role=Role.SUPPORTER, comes_with=hana, willing="UNASKED")

    lines = waits(case)

    assert "The talk with Uma before the circle is not complete" in lines
    assert {item.code for item in items_for(supporter)} == {"EXPLAINED", "KEPT", "QUESTIONS", "UNDERTAKES"}


def test_each_role_has_lines_of_its_own():
    case, _pair = make_circle()
    own = {person.role: {item.code for item in items_for(person)} for person in case.participants.all()}

    assert "NO_DUTY" in own[Role.HARMED] - own[Role.CAUSED_HARM]
    assert {"OWN_PART", "ELSEWHERE"} <= own[Role.CAUSED_HARM] - own[Role.HARMED]
    assert "SPEAKS_FOR" in own[Role.COMMUNITY_REPRESENTATIVE] - own[Role.HARMED]


def test_the_way_to_meet_suits_everyone_or_it_waits():
    case, _pair = make_circle(prepared=False)
    for person in case.participants.all():
        make_prepared(person, forms=[CircleForm.IN_WRITING] if person.number == 1 else CircleForm.values)
    assert waits(case) == ["How people meet has to be chosen"]

    sheet = choose_form(case, CircleForm.IN_ONE_ROOM)
    assert waits(case) == ["Waiting for Hana to say yes to this way of meeting"]

    sheet.form = CircleForm.IN_WRITING
    sheet.save()
    assert waits(case) == []


def test_what_screening_asked_for_binds_the_way_to_meet(monkeypatch):
    from portal.circles import gates

    class Found:
        safeguards = (Safeguard.WRITTEN, Safeguard.SUPPORTER)

    case, _pair = make_circle(safeguards=None)
    monkeypatch.setattr(gates, "latest", lambda matter: Found)

    (line,) = waits(case)

    assert line == "Screening asked for another way to meet: in letters or recordings that the facilitators bring"


def test_what_screening_handed_down_to_the_case_binds_it_without_a_look_at_the_screening(monkeypatch):
    from portal.circles import gates

    case, _pair = make_circle(safeguards=["WRITTEN", "SUPPORTER"])
    monkeypatch.setattr(gates, "latest", None)

    assert "Screening asked for another way to meet" in waits(case)[0]


def test_two_different_facilitators_find_that_somebody_wants_to_make_it_right():
    case, pair = make_circle(ready=False)
    caleb = case.participants.get(role=Role.CAUSED_HARM)
    assert waits(case) == ["2 more facilitators have to find whether Caleb wants to make it right"]

    for _twice in range(2):
        actions.confirm_readiness(participant_id=caleb.pk, by=pair[0])
    assert waits(case) == ["1 more facilitator has to find whether Caleb wants to make it right"]

    actions.confirm_readiness(participant_id=caleb.pk, by=pair[1])
    assert waits(case) == []


def test_a_facilitator_may_become_unsure_again():
    case, pair = make_circle()
    caleb = case.participants.get(role=Role.CAUSED_HARM)

    for _twice in range(2):
        actions.take_back_readiness(participant_id=caleb.pk, by=pair[1])

    assert waits(case) == ["1 more facilitator has to find whether Caleb wants to make it right"]


def test_what_a_facilitator_found_who_left_the_case_does_not_count():
    case, pair = make_circle()
    case.assignments.filter(neutral=pair[1]).update(ended_at=timezone.now(), end_reason="OBJECTION")

    assert "1 more facilitator has to find whether Caleb wants to make it right" in waits(case)


def test_nobody_confirms_for_a_facilitator_and_nothing_is_confirmed_of_others():
    case, pair = make_circle(ready=False)
    caleb, hana = case.participants.get(number=2), case.participants.get(number=1)

    for nobody in (case.coordinator, verified(make_neutral("RJ"))):
        with pytest.raises(PermissionDenied):
            actions.confirm_readiness(participant_id=caleb.pk, by=nobody)
        with pytest.raises(PermissionDenied):
            actions.take_back_readiness(participant_id=caleb.pk, by=nobody)
    with pytest.raises(TransitionRefused, match="caused harm"):
        actions.confirm_readiness(participant_id=hana.pk, by=pair[0])
    assert not Readiness.objects.exists()


def test_being_ready_is_a_row_without_room_for_words():
    """M51: no confession can be stored, because there is no field for one."""
    fields = {field.name for field in Readiness._meta.fields}

    assert fields == {"id", "vault_key", "participant", "facilitator", "confirmed_at"}


def test_one_facilitator_counts_once():
    case, pair = make_circle()
    caleb = case.participants.get(role=Role.CAUSED_HARM)

    with pytest.raises(IntegrityError), transaction.atomic():
        Readiness.objects.create(vault_key=case.vault_key, participant=caleb, facilitator=pair[0])


def test_a_circle_without_anybody_known_to_have_done_it_waits_for_no_readiness():
    case, _pair = make_circle(roles={"Rosa": Role.COMMUNITY_REPRESENTATIVE}, prepared=False, ready=False)
    choose_form(case, community_is_harmed=True, nobody_is_known=True)
    make_prepared(case.participants.get())

    assert waits(case) == []


def test_the_talk_is_written_by_staff_and_by_those_who_conduct_it():
    case, pair = make_circle(prepared=False)
    hana = case.participants.get(number=1)
    facts = {
        "participant_id": hana.pk,
        "met_on": timezone.localdate(),
        "gone_through": ["EXPLAINED", "OWN_PART", "NEVER_HEARD_OF"],
        "forms": [CircleForm.IN_TWO_ROOMS],
        "wishes": " By the window ",
        "safety": "Not alone in the corridor",
    }

    row = actions.write_preparation(by=pair[0], **facts)
    assert (row.gone_through, row.wishes) == (["EXPLAINED"], "By the window")
    actions.write_preparation(by=case.coordinator, **facts)

    with pytest.raises(PermissionDenied):
        actions.write_preparation(by=verified(make_staff("NEUTRAL")), **facts)
    tomorrow = timezone.localdate() + timedelta(days=1)
    with pytest.raises(TransitionRefused, match="has not come yet"):
        actions.write_preparation(by=pair[0], **(facts | {"met_on": tomorrow}))
    assert Preparation.objects.count() == 1


@pytest.mark.parametrize("status", [CaseStatus.IN_SESSION, CaseStatus.HELD, CaseStatus.ENDED])
def test_nothing_is_prepared_any_more_once_it_has_begun(status):
    case, pair = make_circle(status)
    hana, caleb = case.participants.get(number=1), case.participants.get(number=2)
    wishes = {"forms": [], "wishes": "", "safety": ""}

    with pytest.raises(TransitionRefused):
        actions.say_wishes(participant_id=hana.pk, channel=Channel.SELF, by=hana.entry, **wishes)
    with pytest.raises(TransitionRefused):
        actions.write_preparation(participant_id=hana.pk, met_on=None, gone_through=[], by=case.coordinator, **wishes)
    if status != CaseStatus.ENDED:
        with pytest.raises(TransitionRefused):
            actions.confirm_readiness(participant_id=caleb.pk, by=pair[0])


def test_in_another_process_nobody_is_prepared_for_a_circle():
    case, _pair = make_circle(prepared=False, ready=False)
    Case.objects.update(process="MEDIATION")
    hana = case.participants.get(number=1)

    with pytest.raises(TransitionRefused, match="another service"):
        actions.say_wishes(participant_id=hana.pk, forms=[], wishes="", safety="", channel=Channel.SELF, by=hana.entry)
