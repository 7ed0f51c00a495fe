"""A plan that a formal proceeding has a say in: requirements, the Chair, and the move to the enforcing office."""

import json
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import models
from django.utils import timezone

from portal.audit.events import AuditEvent
from portal.audit.models import AuditLink
from portal.audit.verification import verify
from portal.cases.actions import TransitionRefused
from portal.cases.models import Case, Matter
from portal.cases.statuses import CaseStatus
from portal.mail.models import Mailing
from portal.plans import actions
from portal.plans.gates import plan_settled
from portal.plans.models import Commitment, EnforcementRecord, Plan, Review
from portal.plans.statuses import CheckInState, CommitmentStatus, PlanStatus, RecordStatus
from portal.records.actions import ask_about_idle, close, finish_case
from portal.records.destruction import finish
from portal.vault.keystore.models import DataKey
from portal.vault.models import sealed_models
from tests.factories import make_programme, make_staff, verified
from tests.factories.closing import confirm_all_outside
from tests.factories.plans import (
    confirm_all,
    fetch,
    make_chair,
    make_conduct_office,
    make_plan,
    make_plan_in_force,
    make_record,
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


def test_an_approved_plan_moves_under_a_key_and_a_chain_of_its_own():
    plan, kept = make_record()

    assert plan.status == PlanStatus.MOVED
    assert kept.pk == kept.vault_key != plan.vault_key
    assert kept.chain_id != plan.case.matter.chain_id
    row = kept.commitments.get()
    assert (row.what, row.by_whom, row.meets, row.owner) == (
        "Repaint the practice room",
        "Rae",
        "Put the room in order",
        None,
    )
    assert (kept.proceeding, kept.person, kept.comment) == ("CD-2026-14", "Rae", "Well thought through")
    assert plan_settled(plan.case) == []


def test_no_column_of_the_record_points_into_a_case():
    """From the record nobody finds back to what was said: no relation leads there, and no sealed word quotes it."""
    relations = {
        field.related_model.__name__
        for model in (EnforcementRecord, *EnforcementRecord.__subclasses__())
        for field in model._meta.get_fields()
        if isinstance(field, models.ForeignKey)
    }
    plan, kept = make_record()

    assert relations == {"Programme", "User"}
    assert str(plan.case.reference) not in json.dumps([kept.person, kept.proceeding, kept.comment])
    assert not hasattr(kept, "harms")


def test_the_record_stays_whole_when_the_case_is_closed_and_destroyed():
    plan, kept = make_record()
    case = plan.case
    director = verified(make_staff("DIRECTOR", programme=case.programme))
    finish_case(case_id=case.pk, by=director)
    confirm_all_outside(case.matter, director)

    finish(close(matter_id=case.matter_id, by=director).pk)

    assert not Matter.objects.filter(pk=plan.vault_key).exists()
    assert not Plan.objects.exists()
    again = EnforcementRecord.objects.get(pk=kept.pk)
    assert again.commitments.get().what == "Repaint the practice room"
    assert DataKey.objects.filter(pk=kept.pk).exists()


def test_ties_go_along_as_bars():
    plan = make_submitted_plan()
    office = make_conduct_office(plan.case.programme)
    plan.case.matter.ties.create(person=office, answer="YES", source="DECLARED")

    kept = actions.approve_plan(plan_id=plan.pk, edition=1, comment="", by=make_chair(plan.case.programme))

    other = make_conduct_office(plan.case.programme)
    assert list(EnforcementRecord.objects.visible_to(office)) == []
    assert list(EnforcementRecord.objects.visible_to(other)) == [kept]
    with pytest.raises(PermissionDenied):
        actions.report_breach(record_id=kept.pk, to_whom="x", words="y", by=office)


def test_the_office_follows_moves_days_and_reports_what_was_not_kept():
    _plan, kept = make_record()
    office = make_conduct_office(kept.programme)
    row = kept.commitments.get()
    later = row.due_on + timedelta(days=7)

    actions.move_due_day(commitment_id=row.pk, due_on=later, reason="Exams", by=office)
    actions.check_in_record(commitment_id=row.pk, state=CheckInState.NOT_DONE, words="Never came", by=office)
    actions.report_breach(record_id=kept.pk, to_whom="The Dean", words="The room was not painted", by=office)

    row.refresh_from_db()
    assert (row.due_on, row.status) == (later, CommitmentStatus.NOT_DONE)
    assert "Exams" in kept.amendments.get().words
    assert kept.breaches.get().to_whom == "The Dean"
    assert {AuditEvent.BREACH_REPORTED, AuditEvent.CHECKED_IN, AuditEvent.PLAN_AMENDED} <= set(
        AuditLink.objects.filter(chain_id=kept.chain_id).values_list("kind", flat=True)
    )


def test_a_record_is_completed_only_when_nothing_is_open_and_then_kept_for_seven_years():
    _plan, kept = make_record()
    office = make_conduct_office(kept.programme)
    end = {"record_id": kept.pk, "by": office}
    assert "still open" in refused(actions.end_record, status=RecordStatus.COMPLETED, **end)

    row = kept.commitments.get()
    actions.check_in_record(commitment_id=row.pk, state=CheckInState.DONE, words="", by=office)
    actions.end_record(status=RecordStatus.COMPLETED, **end)

    kept.refresh_from_db()
    assert kept.keep_until.year == timezone.localdate().year + 7
    assert "has ended" in refused(actions.report_breach, record_id=kept.pk, to_whom="x", words="y", by=office)


def test_at_the_end_of_its_time_its_key_and_rows_go_and_its_chain_stays():
    _plan, kept = make_record()
    office = make_conduct_office(kept.programme)
    actions.end_record(record_id=kept.pk, status=RecordStatus.NOT_COMPLETED, by=office)
    assert actions.destroy_expired_records() == 0
    past = timezone.localdate() - timedelta(days=1)
    EnforcementRecord.objects.filter(pk=kept.pk).update(ended_on=past - timedelta(days=1), keep_until=past)

    assert actions.destroy_expired_records() == 1

    left = [model.__name__ for model in sealed_models() if model.objects.filter(vault_key=kept.pk).exists()]
    assert left == ["AuditLink"]
    assert not DataKey.objects.filter(pk=kept.pk).exists()
    assert verify()[0] == []


def test_a_destruction_that_was_killed_midway_is_finished():
    _plan, kept = make_record()
    past = timezone.localdate() - timedelta(days=1)
    EnforcementRecord.objects.filter(pk=kept.pk).update(
        status="COMPLETED", ended_on=past - timedelta(days=1), keep_until=past
    )
    DataKey.objects.filter(pk=kept.pk).delete()

    assert actions.destroy_expired_records() == 1
    assert not EnforcementRecord.objects.exists()


def test_the_leap_day_is_kept_until_the_first_of_march():
    assert actions.records.years_later(date(2028, 2, 29), 7) == date(2035, 3, 1)


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
