"""A plan that a formal proceeding has a say in: requirements, the Chair, and the move to the enforcing office."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from portal.cases.actions import TransitionRefused
from portal.cases.models import Case, Matter
from portal.cases.statuses import CaseStatus
from portal.mail.models import Mailing
from portal.plans import actions
from portal.plans.gates import plan_settled
from portal.plans.models import Commitment, EnforcementRecord, Plan, Review
from portal.plans.statuses import CheckInState, PlanStatus
from portal.records.actions import ask_about_idle, finish_case
from portal.sessions.models import Session
from portal.vault.keystore.models import DataKey
from tests.factories import make_booking, make_programme, make_staff, verified
from tests.factories.plans import (
    confirm_all,
    fetch,
    make_chair,
    make_circle,
    make_conduct_office,
    make_plan,
    make_plan_in_force,
    make_submitted_plan,
    promise,
)

pytestmark = pytest.mark.django_db


def refused(action, **arguments):
    with pytest.raises(TransitionRefused) as refusal:
        action(**arguments)
    return str(refusal.value)


def test_only_the_conduct_office_enters_requirements_and_hears_of_the_link():
    plan = make_plan()
    office = make_conduct_office(plan.case.programme)
    by = plan.case.coordinator

    actions.link_plan(plan_id=plan.pk, is_linked=True, proceeding="CD-7", by=by)

    assert Mailing.objects.filter(kind="STAFF_NEWS", vault_key=plan.vault_key).count() == 1
    elsewhere = make_conduct_office(make_programme("ELSEWHERE"))
    for person in (by, make_chair(plan.case.programme), elsewhere):
        with pytest.raises(PermissionDenied):
            actions.enter_requirement(plan_id=plan.pk, words="x", by=person)
    assert actions.enter_requirement(plan_id=plan.pk, words="Twenty hours", by=office).number == 1
    assert "has entered" in refused(actions.link_plan, plan_id=plan.pk, is_linked=False, proceeding="", by=by)


def test_a_linked_plan_waits_for_requirements_and_each_needs_its_commitment():
    plan = make_plan()
    by, office = plan.case.coordinator, make_conduct_office(plan.case.programme)
    actions.link_plan(plan_id=plan.pk, is_linked=True, proceeding="CD-7", by=by)
    assert "conduct office" in refused(actions.ask_to_confirm, plan_id=plan.pk, by=by)

    one = actions.enter_requirement(plan_id=plan.pk, words="Twenty hours", by=office)
    two = actions.enter_requirement(plan_id=plan.pk, words="A written apology", by=office)
    row = plan.commitments.get()
    actions.match_requirement(requirement_id=one.pk, commitment_id=row.pk, by=by)

    assert refused(actions.ask_to_confirm, plan_id=plan.pk, by=by) == "Requirement 2 is met by no commitment yet"
    actions.match_requirement(requirement_id=two.pk, commitment_id=row.pk, by=by)
    actions.ask_to_confirm(plan_id=plan.pk, by=by)
    assert fetch(plan).status == PlanStatus.CONFIRMING


def test_a_requirement_entered_after_everyone_was_asked_keeps_the_plan_from_the_chair():
    plan = make_plan(linked=True)
    by = plan.case.coordinator
    actions.ask_to_confirm(plan_id=plan.pk, by=by)
    confirm_all(plan)

    office = make_conduct_office(plan.case.programme)
    actions.enter_requirement(plan_id=plan.pk, words="And a talk with the dean", by=office)

    assert refused(actions.hand_in_plan, plan_id=plan.pk, by=by) == "Requirement 2 is met by no commitment yet"


def test_taking_out_the_commitment_opens_its_requirement_again():
    plan = make_plan(linked=True)
    actions.remove_commitment(commitment_id=plan.commitments.get().pk, by=plan.case.coordinator)

    assert plan.requirements.get().met_by is None


def test_a_linked_plan_confirmed_by_all_is_not_in_force_and_is_handed_in():
    plan = make_plan(linked=True)
    actions.ask_to_confirm(plan_id=plan.pk, by=plan.case.coordinator)
    confirm_all(plan, leave_out=("Han",))
    assert "Waiting for Han" in refused(actions.hand_in_plan, plan_id=plan.pk, by=plan.case.coordinator)
    confirm_all(plan)
    assert fetch(plan).status == PlanStatus.CONFIRMING
    chair = make_chair(plan.case.programme)

    actions.hand_in_plan(plan_id=plan.pk, by=plan.case.coordinator)

    assert fetch(plan).status == PlanStatus.SUBMITTED
    assert chair.email in [row.address for row in Mailing.objects.filter(kind="STAFF_NEWS")]
    assert "Chair" in plan_settled(fetch(plan).case)[0].words


def test_the_chair_returns_it_with_a_comment_and_it_is_written_again():
    plan = make_submitted_plan()
    chair = make_chair(plan.case.programme)

    actions.return_plan(plan_id=plan.pk, edition=1, comment="Say who counts the hours", by=chair)

    found = fetch(plan)
    assert (found.status, found.edition) == (PlanStatus.DRAFT, 2)
    assert [(row.decision, row.comment) for row in Review.objects.all()] == [("RETURNED", "Say who counts the hours")]
    assert not EnforcementRecord.objects.exists()


@pytest.mark.parametrize("role", ["COORDINATOR", "DIRECTOR", "CONDUCT_OFFICE", "NEUTRAL"])
def test_nobody_but_the_chair_decides(role):
    plan = make_submitted_plan()
    person = verified(make_staff(role, programme=plan.case.programme))
    keys = DataKey.objects.count()

    with pytest.raises(PermissionDenied):
        actions.approve_plan(plan_id=plan.pk, edition=1, comment="", by=person)
    with pytest.raises(PermissionDenied):
        actions.return_plan(plan_id=plan.pk, edition=1, comment="x", by=person)

    assert fetch(plan).status == PlanStatus.SUBMITTED
    assert DataKey.objects.count() == keys


def test_a_chair_with_a_tie_does_not_decide():
    plan = make_submitted_plan()
    chair = make_chair(plan.case.programme)
    plan.case.matter.ties.create(person=chair, answer="YES", source="DECLARED")

    assert list(Plan.objects.to_review(chair)) == []
    with pytest.raises(PermissionDenied):
        actions.approve_plan(plan_id=plan.pk, edition=1, comment="", by=chair)


def test_an_edition_that_changed_meanwhile_is_not_decided_on():
    plan = make_submitted_plan()
    chair = make_chair(plan.case.programme)
    assert "meanwhile" in refused(actions.approve_plan, plan_id=plan.pk, edition=2, comment="", by=chair)
    actions.approve_plan(plan_id=plan.pk, edition=1, comment="", by=chair)

    assert "meanwhile" in refused(actions.approve_plan, plan_id=plan.pk, edition=1, comment="", by=chair)
    assert EnforcementRecord.objects.count() == 1


def test_the_case_waits_for_an_unlinked_plan_until_it_is_completed_or_given_up():
    plan = make_plan_in_force()
    director = verified(make_staff("DIRECTOR", programme=plan.case.programme))
    assert refused(finish_case, case_id=plan.case_id, by=director) == "1 commitment is open"
    end = {"plan_id": plan.pk, "by": plan.case.coordinator}
    assert "still open" in refused(actions.end_plan, completed=True, **end)

    actions.check_in(commitment_id=plan.commitments.get().pk, state=CheckInState.DONE, words="", by=end["by"])
    actions.end_plan(completed=True, **end)
    finish_case(case_id=plan.case_id, by=director)

    assert Case.objects.get(pk=plan.case_id).status == CaseStatus.ENDED


def test_an_open_support_item_holds_nobody_up():
    plan = make_plan_in_force()
    by = plan.case.coordinator
    actions.amend_plan(plan_id=plan.pk, reason="Help was offered", by=by)
    promise(plan, by_whom="Residence life", by=by)
    actions.ask_to_confirm(plan_id=plan.pk, by=by)
    confirm_all(plan)
    own = Commitment.objects.get(plan=plan, is_support=False)

    actions.check_in(commitment_id=own.pk, state=CheckInState.PARTLY, words="Half of it", by=by)
    actions.end_plan(plan_id=plan.pk, completed=True, by=by)

    assert fetch(plan).status == PlanStatus.COMPLETED


def test_a_matter_whose_promises_run_is_not_asked_whether_it_is_idle():
    plan = make_plan_in_force()
    long_ago = timezone.now() - timedelta(days=60)
    Matter.objects.filter(pk=plan.vault_key).update(last_activity_at=long_ago)
    assert ask_about_idle() == 0

    Commitment.objects.filter(plan=plan).update(starts_on=None, due_on=timezone.localdate() - timedelta(days=1))
    assert ask_about_idle() == 1


def test_a_circle_that_ended_with_a_plan_is_not_finished_without_it():
    case = make_circle()
    booking = make_booking(case)
    facts = {"case": case, "vault_key": case.vault_key, "number": 1, "status": "ENDED", "outcome": "PLAN"}
    Session.objects.create(booking=booking, **facts)
    director = verified(make_staff("DIRECTOR", programme=case.programme))

    assert "has to be written down" in refused(finish_case, case_id=case.pk, by=director)
    plan = actions.begin_plan(case_id=case.pk, by=case.coordinator)
    actions.end_plan(plan_id=plan.pk, completed=False, by=case.coordinator)
    assert finish_case(case_id=case.pk, by=director).ending == "DONE"
