"""What learners write down, what observers share, and trainers."""

from django.utils import timezone

from training.actions import add_log_entry, ask_to_observe, share_feedback
from training.practice import CRITERIA

from .people import make_staff
from .training import make_learner


def make_entry(learner=None, **facts):
    """An entry that waits for the office."""
    learner = learner or make_learner()
    usual = {"category": "MEDIATION", "quarters": 6, "done_on": timezone.localdate(), "what": "A day on listening"}
    return add_log_entry(learner_id=learner.pk, by=learner.entry, **(usual | facts))


def make_observation(learner=None, observer=None, by=None, **facts):
    """Somebody was asked to watch, and has not done so yet."""
    usual = {"level": "LEAD", "kind": "OBSERVED"}
    return ask_to_observe(
        learner_id=(learner or make_learner()).pk,
        observer=observer or make_staff("NEUTRAL"),
        by=by or make_staff("TRAINING_MANAGER"),
        **(usual | facts),
    )


def feedback(**facts):
    """What an observer fills in."""
    usual = {
        "held_on": timezone.localdate(),
        "marks": {code: "3" for code, *_words in CRITERIA},
        "strengths": "Lets people finish.",
        "next_steps": "Shorter sentences.",
        "verdict": "READY",
    }
    return usual | facts


def make_shared(learner=None, observer=None, **facts):
    asked = make_observation(learner, observer)
    return share_feedback(observation_id=asked.pk, by=asked.observer, **feedback(**facts))
