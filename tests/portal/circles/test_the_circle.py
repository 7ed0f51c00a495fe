"""The circle itself: signing each role's own words, rounds, what the group writes, plan or no plan (M53, M54, M42)."""

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from portal.agreements.actions import prepare_agreement, sign
from portal.agreements.gates import everyone_signed, in_force
from portal.agreements.queries import signed_pdf
from portal.agreements.statuses import SigningMethod
from portal.cases.actions import TransitionRefused, set_roles
from portal.cases.models import Case
from portal.cases.statuses import CaseStatus, ParticipantRole
from portal.circles import actions
from portal.circles.models import Harm
from portal.records.actions import finish_case
from portal.reports.coding import coded_values
from portal.sessions.actions import begin_session, end_session, stop_for_safety, take_turn
from portal.sessions.models import Session, Turn
from portal.sessions.pack import session_pack
from portal.sessions.statuses import Outcome, Round, SessionStatus
from tests.factories import make_neutral, sign_in, use_pass, verified
from tests.factories.circles import make_gathered_circle, make_running_circle
from tests.factories.sessions import make_running_session, sign_all

pytestmark = pytest.mark.django_db
Role = ParticipantRole


def go_round(session, pair, *, leave_out=()):
    for code in Round:
        for person in session.case.participants.all():
            if (person.number, code) not in leave_out:
                common = {"session_id": session.pk, "participant_id": person.pk, "by": pair[0]}
                take_turn(in_round=code, passed=False, **common)


def case_of(session):
    return Case.objects.get(pk=session.case_id)


def test_each_role_signs_words_of_its_own_and_facilitators_theirs():
    session, _pair = make_gathered_circle()
    case = case_of(session)

    texts = {person.role: in_force(case, person).text for person in case.participants.all()}

    assert "You owe nobody forgiveness" in texts[Role.HARMED]
    assert "not an admission" in texts[Role.CAUSED_HARM]
    assert "speak for a community" in texts[Role.COMMUNITY_REPRESENTATIVE]
    assert "We hold the circle and do not judge" in in_force(case).text
    assert "Caleb" not in texts[Role.HARMED]
    assert len({*texts.values(), in_force(case).text}) == 4


def test_it_does_not_begin_while_one_of_them_has_not_signed():
    session, pair = make_gathered_circle()
    hana = session.case.participants.get(number=1)
    sign_all(session.case, pair, leave_out=hana)

    with pytest.raises(TransitionRefused, match="Waiting for Hana to sign"):
        begin_session(session_id=session.pk, by=pair[0])

    assert [line.words for line in everyone_signed(case_of(session))] == ["Waiting for Hana to sign"]


def test_nobody_signs_somebody_elses_words():
    session, _pair = make_gathered_circle()
    case = case_of(session)
    hana, caleb = case.participants.get(number=1), case.participants.get(number=2)

    with pytest.raises(TransitionRefused, match="somebody else"):
        sign(
            agreement_id=in_force(case, caleb).pk,
            participant_id=hana.pk,
            typed_name="Hana",
            method=SigningMethod.OWN_PAGE,
            agreed_to_electronic=True,
            by=hana.entry,
        )


def test_somebody_with_both_roles_signs_words_for_both():
    session, pair = make_gathered_circle()
    case = case_of(session)
    Case.objects.filter(pk=case.pk).update(status=CaseStatus.ARRANGING)
    hana = case.participants.get(number=1)
    set_roles(participant_id=hana.pk, role=Role.CAUSED_HARM, second=Role.HARMED, by=case.coordinator)

    prepare_agreement(case_of(session), session_at=None, actor=pair[0])

    now = case_of(session)
    assert "caused harm and were harmed" in in_force(now, now.participants.get(number=1)).text
    # Nobody is left who would sign the words for the harmed alone.
    assert not now.agreements.filter(variant="HARMED", replaced_at=None).exists()


def test_a_signers_copy_and_the_pack_hold_the_words_of_each_role():
    session, _pair = make_running_circle()
    case = case_of(session)
    hana = case.participants.get(number=1)

    assert signed_pdf(in_force(case, hana)).startswith(b"%PDF")
    assert session_pack(case).startswith(b"%PDF")


def test_a_circle_ends_when_everyone_has_had_a_turn_in_each_round():
    session, pair = make_running_circle()
    go_round(session, pair, leave_out=[(3, Round.REPAIR)])
    ending = {"session_id": session.pk, "outcome": Outcome.PLAN, "minutes": 90, "by": pair[0]}

    with pytest.raises(TransitionRefused, match="Rosa has not had a turn: What can be done"):
        end_session(**ending)
    assert Session.objects.get().status == SessionStatus.RUNNING

    rosa = session.case.participants.get(number=3)
    take_turn(session_id=session.pk, participant_id=rosa.pk, in_round=Round.REPAIR, passed=True, by=pair[1])
    end_session(**ending)
    assert (Session.objects.get().outcome, case_of(session).status) == (Outcome.PLAN, CaseStatus.HELD)


@pytest.mark.parametrize("outcome", [Outcome.WRITTEN, Outcome.VERBAL, Outcome.NONE, Outcome.HELD])
def test_a_circle_is_held_only_with_a_plan_or_without_one_in_so_many_words(outcome):
    session, pair = make_running_circle()
    go_round(session, pair)

    with pytest.raises(TransitionRefused, match="does not end like that"):
        end_session(session_id=session.pk, outcome=outcome, minutes=90, by=pair[0])

    assert case_of(session).status == CaseStatus.IN_SESSION
    end_session(session_id=session.pk, outcome=Outcome.NO_PLAN, minutes=90, by=pair[0])
    assert Session.objects.get().outcome == Outcome.NO_PLAN


def test_a_mediation_does_not_end_with_a_plan():
    session, pair = make_running_session()

    with pytest.raises(TransitionRefused, match="does not end like that"):
        end_session(session_id=session.pk, outcome=Outcome.PLAN, minutes=90, by=pair[0])


def test_to_stop_for_safety_asks_for_no_turn_and_no_plan():
    session, pair = make_running_circle()

    stop_for_safety(session_id=session.pk, by=pair[0])

    assert Session.objects.get().outcome == Outcome.STOPPED_FOR_SAFETY


def test_turns_belong_to_those_who_are_here_and_to_those_who_hold_the_circle():
    session, pair = make_running_circle()
    other, _pair = make_running_circle(programme=session.case.programme)
    hana = session.case.participants.get(number=1)
    turn = {"session_id": session.pk, "in_round": Round.HAPPENED, "passed": False}

    with pytest.raises(TransitionRefused, match="no turn"):
        take_turn(participant_id=other.case.participants.first().pk, by=pair[0], **turn)
    with pytest.raises(PermissionDenied):
        take_turn(participant_id=hana.pk, by=verified(make_neutral("RJ")), **turn)
    for passed in (True, False):
        take_turn(participant_id=hana.pk, by=pair[0], **(turn | {"passed": passed}))
    assert [row.passed for row in Turn.objects.filter(session=session)] == [False]


def test_a_mediation_has_no_rounds_and_no_turn_list(client):
    session, pair = make_running_session()

    common = {"session_id": session.pk, "participant_id": session.case.participants.first().pk, "by": pair[0]}
    with pytest.raises(TransitionRefused):
        take_turn(in_round=Round.HAPPENED, passed=False, **common)
    sign_in(client, pair[0])
    assert "Has spoken" not in client.get(session.get_absolute_url()).text


def test_the_turn_list_on_the_session_page(client):
    session, pair = make_running_circle()
    hana = session.case.participants.get(number=1)
    sign_in(client, pair[0])
    page = client.get(session.get_absolute_url()).text
    assert page.count("Still to come") == 6

    place = reverse("portal:sessions:turn", args=[session.pk])
    client.post(place, {"participant": hana.pk, "round": "HAPPENED"})
    client.post(place, {"participant": hana.pk, "round": "REPAIR", "passed": "on"})
    page = client.get(session.get_absolute_url()).text
    assert (page.count("Still to come"), page.count("Let it go by")) == (4, 1)
    assert "Rosa: What happened" in client.get(reverse("portal:sessions:end", args=[session.pk])).text

    for bad in ({}, {"participant": "x", "round": "HAPPENED"}, {"participant": hana.pk, "round": "THIRD"}):
        assert client.post(place, bad).status_code == 302
    assert Turn.objects.count() == 2


def test_the_group_writes_harm_need_and_obligation_when_it_is_together():
    session, pair = make_gathered_circle()
    caleb = session.case.participants.get(number=2)
    line = {"case_id": session.case_id, "harm": "The mural", "need": "To see it again", "obligation": "Paint it anew"}
    with pytest.raises(TransitionRefused, match="when it is together"):
        actions.write_harm(by=pair[0], **line)
    sign_all(session.case, pair)
    begin_session(session_id=session.pk, by=pair[0])

    row = actions.write_harm(owed_by=caleb.pk, by=pair[0], **line)
    actions.write_harm(harm_id=row.pk, by=pair[1], **(line | {"need": "A new one"}))

    (row,) = Harm.objects.all()
    assert (row.harm, row.need, row.owed_by) == ("The mural", "A new one", None)
    with pytest.raises(PermissionDenied):
        actions.write_harm(by=verified(make_neutral("RJ")), **line)
    with pytest.raises(PermissionDenied):
        actions.remove_harm(case_id=session.case_id, harm_id=row.pk, by=verified(make_neutral("RJ")))
    actions.remove_harm(case_id=session.case_id, harm_id=row.pk, by=pair[0])
    assert not Harm.objects.exists()


def test_what_somebody_owes_who_is_not_in_it_is_refused():
    session, pair = make_running_circle()
    other, _pair = make_running_circle(programme=session.case.programme)

    stranger = other.case.participants.first().pk
    with pytest.raises(TransitionRefused, match="does not take part"):
        actions.write_harm(case_id=session.case_id, harm="The mural", owed_by=stranger, by=pair[0])


def test_everybody_in_the_circle_reads_what_they_wrote_and_nobody_else(client):
    session, pair = make_running_circle()
    other, _pair = make_running_circle(programme=session.case.programme)
    room = Client()
    sign_in(room, pair[0])
    place = reverse("portal:circles:words", args=[session.pk])
    assert room.post(place, {"harm": "", "need": "Sleep"}).status_code == 422
    room.post(place, {"harm": "WHAT-WAS-HARMED", "need": "Sleep", "obligation": "Quiet after ten", "owed_by": ""})
    assert "WHAT-WAS-HARMED" in room.get(place).text
    row = Harm.objects.get()
    room.post(reverse("portal:circles:change_words", args=[session.pk, row.pk]), {"harm": "WHAT-WAS-HARMED-THEN"})
    # A line of one case is not found under another.
    assert room.get(reverse("portal:circles:change_words", args=[other.pk, row.pk])).status_code == 404

    for person, sees in ((session.case.participants.get(number=2), True), (other.case.participants.first(), False)):
        use_pass(client, person.entry)
        page = client.get(reverse("portal:party:circle_words"))
        assert page.status_code == 200
        assert ("WHAT-WAS-HARMED-THEN" in page.text) is sees

    room.post(reverse("portal:circles:remove_words", args=[session.pk, row.pk]))
    assert not Harm.objects.exists()


def test_the_session_page_of_a_mediation_leads_to_no_words_of_a_group(client):
    session, pair = make_running_session()
    sign_in(client, pair[0])

    assert client.get(reverse("portal:circles:words", args=[session.pk])).status_code == 404
    assert reverse("portal:sessions:points", args=[session.pk]) in client.get(session.get_absolute_url()).text


def test_what_is_left_of_a_circle_in_the_statistics():
    session, pair = make_running_circle()
    go_round(session, pair)
    end_session(session_id=session.pk, outcome=Outcome.NO_PLAN, minutes=100, by=pair[0])
    finish_case(case_id=session.case_id, by=session.case.coordinator)

    values = coded_values(case_of(session).matter)

    assert (values["process"], values["outcome"], values["ending"]) == ("RESTORATIVE_JUSTICE", "NO_PLAN", "DONE")
    assert (values["form"], values["crowd"], values["parties"]) == ("JOINT", "", 3)


def test_a_circle_that_found_a_plan_is_not_over_before_the_plan_is_written():
    session, pair = make_running_circle()
    go_round(session, pair)
    end_session(session_id=session.pk, outcome=Outcome.PLAN, minutes=100, by=pair[0])

    with pytest.raises(TransitionRefused, match="has to be written down"):
        finish_case(case_id=session.case_id, by=session.case.coordinator)

    assert case_of(session).status == CaseStatus.HELD
