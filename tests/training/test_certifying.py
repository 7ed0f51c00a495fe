"""From hours to a certification, and from a certification to a case."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from portal.roster.qualification import NotQualified
from portal.roster.queries import check_qualified, who_may_conduct
from tests.factories import make_profile, make_staff, make_user, verified
from tests.factories.training import (
    make_course,
    make_credit,
    make_enrolment,
    make_learner,
    make_offering,
    make_requirement,
)
from training import actions
from training.levels import LEVELS
from training.models import Attendance, Credit
from training.months import months_after
from training.statuses import EnrolmentStatus as S

pytestmark = pytest.mark.django_db


@pytest.fixture
def manager():
    return verified(make_staff("TRAINING_MANAGER"))


def certify(learner, level, by, **facts):
    return actions.grant_certification(learner_id=learner.pk, level=level, by=by, **facts)


def someone_on_the_roster():
    """A learner with an account, on the roster and without any credential."""
    profile, learner = make_profile(tier="CO"), make_learner()
    learner.user = profile.user
    learner.save()
    return learner, profile


def test_a_finished_course_credits_hours_as_attended_and_itself_only_when_completed(manager):
    offering = make_offering(make_course(hours=4))
    always, once, never = (make_enrolment(offering) for _ in range(3))
    meetings = list(offering.meetings.all())
    with time_machine.travel(meetings[-1].ends_at):
        for enrolment, meeting in [(always, meetings[0]), (always, meetings[1]), (once, meetings[0])]:
            actions.take_attendance(enrolment_id=enrolment.pk, meeting_id=meeting.pk, quarters=8, by=manager)
        actions.finish_offering(offering_id=offering.pk, by=manager)

    statuses = [offering.enrolments.get(pk=one.pk).status for one in (always, once, never)]
    assert statuses == [S.COMPLETED, S.PARTLY, S.NO_SHOW]
    rows = {(one.learner_id, one.kind, one.amount) for one in Credit.objects.all()}
    assert rows == {(always.learner_id, "HOURS", 16), (always.learner_id, "MODULE", 1), (once.learner_id, "HOURS", 8)}


def test_nobody_was_at_a_meeting_for_longer_than_it_lasted_and_a_slip_can_be_taken_back(manager):
    enrolment = make_enrolment()
    meeting = enrolment.offering.meetings.first()
    note = {"enrolment_id": enrolment.pk, "meeting_id": meeting.pk, "by": manager}

    with pytest.raises(ValidationError, match="2 hours"):
        actions.take_attendance(quarters=9, **note)
    actions.take_attendance(quarters=8, **note)
    actions.take_attendance(quarters=0, **note)

    assert Attendance.objects.count() == 0


def test_a_course_is_not_finished_before_its_last_meeting(manager):
    with pytest.raises(actions.Refused, match="after its last meeting"):
        actions.finish_offering(offering_id=make_offering().pk, by=manager)


def test_a_certification_needs_all_that_the_level_asks_for_and_says_what_is_missing(manager):
    learner = make_learner()
    with pytest.raises(actions.Refused, match="written down"):
        certify(learner, "BASIC", manager)
    make_requirement(minimum=4)
    make_credit(learner, amount=9)

    with pytest.raises(actions.Refused) as refusal:
        certify(learner, "BASIC", manager)

    assert refusal.value.reasons == ["Still missing: 1.75 more hours of training."]


def test_the_last_day_is_fixed_when_it_is_granted_and_a_renewal_is_a_new_row(manager):
    learner, today = make_learner(), timezone.localdate()
    make_requirement(minimum=4)
    make_credit(learner)

    first = certify(learner, "BASIC", manager)
    with pytest.raises(actions.Refused, match="today already"):
        certify(learner, "BASIC", manager)
    with time_machine.travel(timezone.now() + timedelta(days=400)):
        second = certify(learner, "BASIC", manager)

    assert first.expires_on == months_after(today, LEVELS["BASIC"].months)
    assert (second.renews, second.pk == first.pk) == (first, False)


def test_a_trainer_needs_two_people_to_vouch_and_twice_one_is_one(manager):
    learner = make_learner()
    make_requirement("TRAINER", "OBSERVED", 1)
    make_credit(learner, kind="OBSERVED", amount=2)
    second = verified(make_staff("DIRECTOR"))
    for _ in range(2):
        actions.sign_off(learner_id=learner.pk, level="TRAINER", by=manager)
    with pytest.raises(actions.Refused, match="1 person still has to vouch"):
        certify(learner, "TRAINER", manager)

    actions.sign_off(learner_id=learner.pk, level="TRAINER", by=second)

    assert certify(learner, "TRAINER", manager).sign_offs.count() == 2


def test_the_line_of_trainers_can_be_followed_back(manager):
    make_requirement(minimum=4)
    learners = [make_learner() for _ in range(3)]
    for learner in learners:
        make_credit(learner)
        actions.sign_off(learner_id=learner.pk, level="BASIC", by=manager)

    root = certify(learners[0], "BASIC", manager)
    child = certify(learners[1], "BASIC", manager, trained_by=root)
    grandchild = certify(learners[2], "BASIC", manager, trained_by=child)

    assert grandchild.trained_by.trained_by == root


def test_a_certified_mediator_can_be_chosen_from_today_until_the_last_day_and_not_after(manager):
    learner, profile = someone_on_the_roster()
    make_requirement("CO_MEDIATOR", minimum=30)
    make_credit(learner, amount=120)
    actions.sign_off(learner_id=learner.pk, level="CO_MEDIATOR", by=manager)
    today = timezone.localdate()
    assert profile.user not in who_may_conduct("MEDIATION", today)

    certification = certify(learner, "CO_MEDIATOR", manager)

    last = certification.expires_on
    assert profile.user in who_may_conduct("MEDIATION", today)
    assert profile.user in who_may_conduct("MEDIATION", last)
    assert profile.user not in who_may_conduct("MEDIATION", last + timedelta(days=1))
    with pytest.raises(NotQualified, match="ended on"):
        check_qualified([profile.user], process="MEDIATION", on=last + timedelta(days=1))
    assert certification.credential.hours == 30


def test_a_lead_leads_from_then_on(manager):
    learner, profile = someone_on_the_roster()
    make_requirement("LEAD", "CO_LED", 1)
    make_credit(learner, kind="CO_LED", amount=1)
    for by in (manager, verified(make_staff("DIRECTOR"))):
        actions.sign_off(learner_id=learner.pk, level="LEAD", by=by)

    certify(learner, "LEAD", manager)

    profile.refresh_from_db()
    assert profile.tier == "LEAD"


def test_what_is_taken_back_takes_the_credential_with_it_and_needs_a_reason(manager):
    learner, profile = someone_on_the_roster()
    make_requirement("COACH", minimum=4)
    make_credit(learner)
    actions.sign_off(learner_id=learner.pk, level="COACH", by=manager)
    certification = certify(learner, "COACH", manager)
    with pytest.raises(ValidationError):
        actions.revoke_certification(certification_id=certification.pk, reason=" ", by=manager)

    for _ in range(2):
        actions.revoke_certification(certification_id=certification.pk, reason="Terms broken", by=manager)

    assert profile.user not in who_may_conduct("COACHING", timezone.localdate())


def test_whoever_has_no_place_on_the_roster_is_told_what_comes_first(manager):
    learner = make_learner()
    make_requirement("COACH", minimum=4)
    make_credit(learner)
    actions.sign_off(learner_id=learner.pk, level="COACH", by=manager)

    with pytest.raises(actions.Refused, match="a place on the roster"):
        certify(learner, "COACH", manager)


def test_nobody_certifies_credits_or_vouches_for_themselves_nor_without_the_permission(manager):
    learner = make_learner()
    learner.user = manager
    learner.save()
    credit = {"kind": "OBSERVED", "amount": 1, "earned_on": timezone.localdate(), "note": ""}

    for by in (manager, verified(make_user())):
        with pytest.raises(PermissionDenied):
            certify(learner, "BASIC", by)
        with pytest.raises(PermissionDenied):
            actions.sign_off(learner_id=learner.pk, level="BASIC", by=by)
        with pytest.raises(PermissionDenied):
            actions.record_credit(learner_id=learner.pk, by=by, **credit)


def test_a_credit_has_a_day_that_has_come(manager):
    learner = make_learner()
    credit = {"learner_id": learner.pk, "kind": "OBSERVED", "amount": 1, "note": "Saw a hard one", "by": manager}

    with pytest.raises(ValidationError):
        actions.record_credit(earned_on=timezone.localdate() + timedelta(days=1), **credit)
    made = actions.record_credit(earned_on=timezone.localdate(), **credit)

    assert Credit.objects.get().note == made.note == "Saw a hard one"


def test_a_learner_with_the_address_of_an_account_is_that_person_and_cannot_certify_themselves(manager):
    learner, stranger = make_learner(address="pat.reed@example.edu"), make_learner()
    make_requirement(minimum=4)
    make_credit(learner)
    account = verified(make_staff("TRAINING_MANAGER", email="pat.reed@example.edu"))

    with pytest.raises(PermissionDenied):
        certify(learner, "BASIC", account)
    certification = certify(learner, "BASIC", manager)

    assert certification.learner.user == account
    assert stranger.user is None
