"""Writing a plan, putting it before everyone, and changing it."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from portal.audit.events import AuditEvent
from portal.audit.models import AuditLink
from portal.cases.actions import TransitionRefused
from portal.cases.models import Case
from portal.cases.statuses import CaseStatus, Channel, StopReason
from portal.mail.models import Mailing
from portal.plans import actions
from portal.plans.gates import plan_settled
from portal.plans.models import Amendment, Commitment, Confirmation, Plan
from portal.plans.statuses import CommitmentKind, PlanStatus
from portal.programmes.processes import PROCESSES
from portal.programmes.statuses import FollowUp
from portal.withdrawals.actions import stop_case, withdraw
from tests.factories import make_assignment, make_case, make_neutral, make_staff, verified
from tests.factories.plans import (
    confirm_all,
    fetch,
    make_circle,
    make_plan,
    make_plan_in_force,
    named,
    owner_of,
    promise,
)

pytestmark = pytest.mark.django_db


def refused(action, **arguments):
    with pytest.raises(TransitionRefused) as refusal:
        action(**arguments)
    return str(refusal.value)


@pytest.mark.parametrize("process", [one.code for one in PROCESSES.values() if one.follow_up != FollowUp.UNTIL_KEPT])
def test_a_process_that_follows_nothing_up_has_no_plan(process):
    case = make_case(CaseStatus.HELD, process=process, coordinator=verified(make_staff()))

    with pytest.raises(PermissionDenied):
        actions.begin_plan(case_id=case.pk, by=case.coordinator)

    assert not Plan.objects.exists()
    assert plan_settled(case) == []


def test_a_plan_is_begun_once_and_only_after_everyone_has_met():
    case = make_circle()
    first = actions.begin_plan(case_id=case.pk, by=case.coordinator)

    assert actions.begin_plan(case_id=case.pk, by=case.coordinator) == first
    early = make_circle(CaseStatus.BOOKED)
    assert "everyone has met" in refused(actions.begin_plan, case_id=early.pk, by=early.coordinator)


def test_a_facilitator_of_the_case_writes_and_a_stranger_does_not():
    case = make_circle()
    facilitator = case.assignments.first().neutral
    plan = actions.begin_plan(case_id=case.pk, by=facilitator)

    assert promise(plan, by=facilitator).number == 1
    for stranger in (make_neutral("RJ"), make_staff("CHAIR"), make_staff("CONDUCT_OFFICE")):
        with pytest.raises(PermissionDenied):
            promise(plan, by=stranger)


def test_what_somebody_else_adds_is_support_whatever_kind_was_chosen():
    plan = make_plan()
    harmed = named(plan, "Han")

    own = plan.commitments.get()
    theirs = promise(plan, owner=harmed, by=plan.case.coordinator)
    office = promise(plan, by_whom="Residence life", by=plan.case.coordinator)

    assert (own.is_support, own.kind, own.by_whom) == (False, "REPAIR", "Rae")
    assert (theirs.is_support, theirs.kind) == (True, CommitmentKind.SUPPORT)
    assert (office.is_support, office.owner, office.by_whom) == (True, None, "Residence life")


def test_a_commitment_may_not_be_due_before_it_starts_and_has_somebody():
    plan = make_plan()
    today = timezone.localdate()
    wrong = {"starts_on": today, "due_on": today - timedelta(days=1)}

    assert "before it starts" in refused(promise, plan=plan, by=plan.case.coordinator, **wrong)
    facts = {"what": "x", "kind": "SERVICE", "due_on": today, "by_whom": ""}
    said = refused(actions.keep_commitment, plan_id=plan.pk, owner_id=None, by=plan.case.coordinator, **facts)
    assert said == "Say who promises this."
    assert Commitment.objects.count() == 1
    with pytest.raises(IntegrityError), transaction.atomic():
        Commitment.objects.filter(plan=plan).update(starts_on=today, due_on=today - timedelta(days=1))


def test_nobody_of_another_case_can_be_an_owner():
    plan, other = make_plan(), make_circle()

    assert "does not take part" in refused(promise, plan=plan, owner=owner_of(other), by=plan.case.coordinator)


def test_a_plan_without_a_promise_of_who_caused_harm_is_not_put_before_anyone():
    plan = make_plan()
    actions.remove_commitment(commitment_id=plan.commitments.get().pk, by=plan.case.coordinator)
    promise(plan, by_whom="Residence life", by=plan.case.coordinator)

    assert "caused harm" in refused(actions.ask_to_confirm, plan_id=plan.pk, by=plan.case.coordinator)


def test_everyone_is_told_and_the_words_are_fixed_once_asked():
    plan = make_plan()
    Mailing.objects.all().delete()

    actions.ask_to_confirm(plan_id=plan.pk, by=plan.case.coordinator)

    assert Mailing.objects.filter(kind="NEWS").count() == 3
    assert "not possible" in refused(promise, plan=fetch(plan), by=plan.case.coordinator)


def test_the_last_yes_puts_an_unlinked_plan_into_force():
    plan = make_plan()
    actions.ask_to_confirm(plan_id=plan.pk, by=plan.case.coordinator)

    confirm_all(plan, leave_out=("Com",))
    assert fetch(plan).status == PlanStatus.CONFIRMING
    assert [line.words for line in plan_settled(fetch(plan).case)] == ["Waiting for Com to confirm the plan"]
    confirm_all(plan)

    assert fetch(plan).status == PlanStatus.IN_FORCE
    assert AuditLink.objects.filter(kind=AuditEvent.PLAN_IN_FORCE).count() == 1


def test_a_no_keeps_it_open_and_can_be_taken_back():
    plan = make_plan()
    actions.ask_to_confirm(plan_id=plan.pk, by=plan.case.coordinator)
    com = named(plan, "Com")
    confirm_all(plan, leave_out=("Com",))

    answer = {"participant_id": com.pk, "edition": 1}
    actions.answer_plan(yes=False, channel=Channel.SELF, by=com.entry, **answer)
    assert fetch(plan).status == PlanStatus.CONFIRMING
    actions.answer_plan(yes=True, channel=Channel.PHONE, by=plan.case.coordinator, **answer)

    assert fetch(plan).status == PlanStatus.IN_FORCE
    assert Confirmation.objects.filter(participant=com).count() == 2


def test_an_older_edition_cannot_be_confirmed_and_a_change_asks_everyone_anew():
    plan = make_plan_in_force()
    by = plan.case.coordinator

    actions.amend_plan(plan_id=plan.pk, reason="The room is closed in May", by=by)
    assert (fetch(plan).status, fetch(plan).edition) == (PlanStatus.DRAFT, 2)
    assert Amendment.objects.get(plan=plan).words == "The room is closed in May"
    actions.ask_to_confirm(plan_id=plan.pk, by=by)
    rae = named(plan, "Rae")
    old = {"participant_id": rae.pk, "edition": 1, "yes": True, "channel": Channel.SELF, "by": rae.entry}

    assert "has changed" in refused(actions.answer_plan, **old)
    assert fetch(plan).status == PlanStatus.CONFIRMING
    confirm_all(plan)
    assert fetch(plan).status == PlanStatus.IN_FORCE


def test_nobody_answers_for_another():
    plan = make_plan()
    actions.ask_to_confirm(plan_id=plan.pk, by=plan.case.coordinator)
    rae, han, *_rest = plan.case.participants.select_related("entry")

    with pytest.raises(PermissionDenied):
        actions.answer_plan(participant_id=rae.pk, edition=1, yes=True, channel=Channel.SELF, by=han.entry)


def test_when_somebody_leaves_while_it_is_being_confirmed_it_is_written_again():
    plan = make_plan()
    actions.ask_to_confirm(plan_id=plan.pk, by=plan.case.coordinator)
    han = named(plan, "Han")

    withdraw(participant_id=han.pk, channel=Channel.SELF, by=han.entry)

    assert (fetch(plan).status, fetch(plan).edition) == (PlanStatus.DRAFT, 2)


def test_a_case_that_is_stopped_takes_its_plan_with_it():
    plan = make_plan_in_force()

    stop_case(case_id=plan.case_id, reason=StopReason.SAFETY, by=plan.case.coordinator)

    assert fetch(plan).status == PlanStatus.GIVEN_UP
    assert "paused or has ended" in refused(
        actions.amend_plan, plan_id=plan.pk, reason="x", by=Case.objects.get(pk=plan.case_id).coordinator
    )


def test_somebody_with_a_tie_cannot_write(django_user_model):
    plan = make_plan()
    colleague = make_staff(programme=plan.case.programme)
    make_assignment(plan.case, colleague)
    plan.case.matter.ties.create(person=colleague, answer="YES", source="DECLARED")

    with pytest.raises(PermissionDenied):
        promise(plan, by=colleague)
