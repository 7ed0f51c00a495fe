"""Observed practice: asked, seen, shared, counted."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from portal.mail.models import Mailing
from tests.factories import make_staff, verified
from tests.factories.learning import feedback, make_observation, make_shared
from tests.factories.training import make_credit, make_learner, make_requirement
from training import actions
from training.models import Credit, Observation, Requirement

pytestmark = pytest.mark.django_db


@pytest.fixture
def manager():
    return verified(make_staff("TRAINING_MANAGER"))


def kinds(learner):
    return sorted(Credit.objects.filter(learner=learner).values_list("kind", flat=True))


def test_sharing_is_one_step_the_learner_reads_it_and_the_session_counts():
    asked = make_observation(kind="CO_LED")
    assert asked not in Observation.objects.visible_to(asked.learner.entry)

    shared = actions.share_feedback(observation_id=asked.pk, by=asked.observer, **feedback())

    assert shared in Observation.objects.visible_to(shared.learner.entry)
    assert kinds(shared.learner) == ["CO_LED", "EVALUATION"]
    assert shared.strengths == "Lets people finish."
    assert set(Mailing.objects.values_list("kind", flat=True)) == {"STAFF_NEWS", "LEARNING_NEWS"}


def test_more_practice_first_counts_the_session_but_is_no_good_evaluation():
    assert kinds(make_shared(verdict="MORE").learner) == ["OBSERVED"]


def test_feedback_is_shared_once_by_the_one_who_was_asked():
    asked = make_observation()
    stranger = verified(make_staff("NEUTRAL"))
    with pytest.raises(PermissionDenied):
        actions.share_feedback(observation_id=asked.pk, by=stranger, **feedback())
    actions.share_feedback(observation_id=asked.pk, by=asked.observer, **feedback(verdict="MORE"))

    with pytest.raises(actions.Refused, match="already"):
        actions.share_feedback(observation_id=asked.pk, by=asked.observer, **feedback())

    assert kinds(asked.learner) == ["OBSERVED"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"held_on": timezone.localdate() + timedelta(days=3)},
        {"marks": {"opening": "3"}},
        {"marks": {**feedback()["marks"], "opening": "9"}},
        {"verdict": "PERFECT"},
    ],
)
def test_a_form_with_holes_changes_nothing(wrong):
    asked = make_observation()

    with pytest.raises(ValidationError):
        actions.share_feedback(observation_id=asked.pk, by=asked.observer, **feedback(**wrong))

    assert Observation.objects.get().shared_at is None
    assert Credit.objects.count() == 0


def test_nobody_observes_themselves_or_asks_for_their_own_practice(manager):
    learner = make_learner(address=manager.email)
    observer = make_staff("NEUTRAL")
    with pytest.raises(PermissionDenied):
        make_observation(learner, observer, by=manager)

    other = make_learner(address=observer.email)
    with pytest.raises(actions.Refused, match="own practice"):
        make_observation(other, observer, by=manager)

    assert Observation.objects.count() == 0


def test_asking_twice_is_once_and_what_was_shared_stays(manager):
    asked = make_observation(by=manager)
    again = make_observation(asked.learner, asked.observer, by=manager)
    shared = make_shared()

    actions.stop_asking(observation_id=asked.pk, by=asked.observer)
    actions.stop_asking(observation_id=asked.pk, by=manager)
    with pytest.raises(actions.Refused, match="stays"):
        actions.stop_asking(observation_id=shared.pk, by=manager)

    assert again.pk == asked.pk
    assert list(Observation.objects.all()) == [shared]


def test_whoever_stops_being_asked_can_no_longer_share():
    asked = make_observation()
    actions.stop_asking(observation_id=asked.pk, by=asked.observer)

    with pytest.raises(actions.Refused, match="no longer"):
        actions.share_feedback(observation_id=asked.pk, by=asked.observer, **feedback())


def test_nobody_becomes_a_trainer_without_observed_sessions_whatever_the_rows_say(manager):
    learner, second = make_learner(), verified(make_staff("DIRECTOR"))
    # A row that somebody put there past the form.
    make_requirement("TRAINER", "REFERENCE", 1)
    make_credit(learner, kind="REFERENCE", amount=1)
    for signer in (manager, second):
        actions.sign_off(learner_id=learner.pk, level="TRAINER", by=signer)
    with pytest.raises(actions.Refused) as refusal:
        actions.grant_certification(learner_id=learner.pk, level="TRAINER", by=manager)
    assert refusal.value.reasons == ["Nobody is certified at this level without 2 observed sessions."]

    for _ in range(2):
        make_shared(learner)

    assert actions.grant_certification(learner_id=learner.pk, level="TRAINER", by=manager).level == "TRAINER"


def test_the_observed_sessions_of_a_trainer_cannot_be_taken_out_or_made_a_choice(manager):
    row = Requirement(level="TRAINER")
    with pytest.raises(actions.Refused, match="observed sessions"):
        actions.save_requirement(asked=row, facts={"kind": "REFERENCE", "minimum": 1}, by=manager)
    watched = Requirement(level="TRAINER")
    actions.save_requirement(asked=watched, facts={"kind": "OBSERVED", "minimum": 2}, by=manager)
    kept = actions.save_requirement(
        asked=Requirement(level="TRAINER"), facts={"kind": "REFERENCE", "minimum": 1}, by=manager
    )
    for facts in ({"minimum": 1}, {"group": "either"}):
        with pytest.raises(actions.Refused):
            actions.save_requirement(asked=Requirement.objects.get(pk=watched.pk), facts=facts, by=manager)
    with pytest.raises(actions.Refused):
        actions.remove_requirement(requirement_id=watched.pk, by=manager)

    assert {(one.pk, one.minimum, one.group) for one in Requirement.objects.all()} == {
        (watched.pk, 2, ""),
        (kept.pk, 1, ""),
    }


def test_only_those_who_run_courses_change_what_a_level_asks_for():
    row = make_requirement()
    stranger = verified(make_staff("NEUTRAL"))

    with pytest.raises(PermissionDenied):
        actions.save_requirement(asked=row, facts={"minimum": 1}, by=stranger)
    with pytest.raises(PermissionDenied):
        actions.remove_requirement(requirement_id=row.pk, by=stranger)

    assert Requirement.objects.get().minimum == 4
