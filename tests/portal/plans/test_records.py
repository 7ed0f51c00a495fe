"""The record of the enforcing office: what moves into it, how it is followed, how it goes."""

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
from portal.cases.models import Matter
from portal.plans import actions
from portal.plans.gates import plan_settled
from portal.plans.models import EnforcementRecord, Plan
from portal.plans.statuses import CheckInState, CommitmentStatus, PlanStatus, RecordStatus
from portal.records.actions import close, finish_case
from portal.records.destruction import finish
from portal.vault.keystore.models import DataKey
from portal.vault.models import sealed_models
from tests.factories import make_staff, verified
from tests.factories.closing import confirm_all_outside
from tests.factories.plans import (
    make_chair,
    make_conduct_office,
    make_record,
    make_submitted_plan,
)

pytestmark = pytest.mark.django_db


def refused(action, **arguments):
    with pytest.raises(TransitionRefused) as refusal:
        action(**arguments)
    return str(refusal.value)


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
    assert {AuditEvent.BREACH_REPORTED, AuditEvent.COMMITMENT_LOOKED_AT, AuditEvent.PLAN_AMENDED} <= set(
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
