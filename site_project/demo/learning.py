"""What people of the demo office learned: logs, observed practice, a certification that ends soon, degrees, numbers."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from portal.programmes.terms import term_of
from portal.roster.actions import add_background, see_paper
from portal.roster.models import Credential
from training import actions
from training.models import Certification, Learner, SelfDescription
from training.practice import CRITERIA

from .people import person

# Days ago, what it was about, quarters, the learner's own words.
LOG = (
    (40, "ETHICS", 6, "An evening on what stays confidential, at the county's mediation center."),
    (21, "MEDIATION", 14, "Half a day on interpreters in the room, online."),
    (9, "FACILITATION", 4, "Our department's meeting about the new timetable."),
)
# Question, answer, how many said so last term.
DESCRIBED = (
    ("ROLE", "STAFF", 14),
    ("ROLE", "GRADUATE", 11),
    ("ROLE", "NEIGHBOR", 3),
    ("FIRST_GEN", "YES", 9),
    ("FIRST_GEN", "NO", 17),
)


def seed_learning() -> None:
    """Kenji is certified until next month and learns on; Amara is on her way to lead and was watched once."""
    kenji, amara = _learner("Kenji"), _learner("Amara")
    for learner in (kenji, amara):
        _credit(learner, "HOURS", 128, category="MEDIATION")
    for watched in (kenji, kenji, amara):
        _watch(watched)
    _certify_until_next_month(kenji)
    _write_log(kenji)
    actions.ask_to_observe(
        learner_id=amara.pk, level="LEAD", kind="CO_LED", observer=person("Henry"), by=person("Greta")
    )
    _bring_along()
    _describe()


def _learner(first: str) -> Learner:
    """Somebody with an account: their page is behind their sign-in."""
    user = person(first)
    return actions.know(address=user.email, name=user.get_full_name()).learner


def _credit(learner: Learner, kind: str, amount: int, **facts: str) -> None:
    actions.record_credit(
        learner_id=learner.pk,
        kind=kind,
        amount=amount,
        earned_on=timezone.localdate() - timedelta(days=200),
        note="The course at Harborview, certificate seen",
        by=person("Greta"),
        **facts,
    )


def _watch(learner: Learner) -> None:
    priya = person("Priya")
    asked = actions.ask_to_observe(
        learner_id=learner.pk, level="CO_MEDIATOR", kind="OBSERVED", observer=priya, by=person("Greta")
    )
    actions.share_feedback(
        observation_id=asked.pk,
        held_on=timezone.localdate() - timedelta(days=60),
        marks={code: "4" if code == "listening" else "3" for code, *_words in CRITERIA},
        strengths="You let a silence stand until somebody filled it. That changed the evening.",
        next_steps="Say the agenda aloud after each break, so that nobody has to remember it.",
        verdict="READY",
        by=priya,
    )


def _certify_until_next_month(learner: Learner) -> None:
    """Granted today, then moved back: what ends soon was granted long ago."""
    made = actions.grant_certification(learner_id=learner.pk, level="CO_MEDIATOR", by=person("Greta"))
    today = timezone.localdate()
    span = {"granted_on": today - timedelta(days=705), "expires_on": today + timedelta(days=25)}
    Certification.objects.filter(pk=made.pk).update(**span)
    Credential.objects.filter(pk=made.credential_id).update(**span)


def _write_log(learner: Learner) -> None:
    """One confirmed, one that waits, one that does not count."""
    by, user = person("Greta"), person("Kenji")
    made = [
        actions.add_log_entry(
            learner_id=learner.pk,
            category=category,
            quarters=quarters,
            done_on=timezone.localdate() - timedelta(days=days),
            what=what,
            by=user,
        )
        for days, category, quarters, what in LOG
    ]
    actions.confirm_log_entry(entry_id=made[0].pk, by=by)
    reason = "A meeting of one's own department is work, not training. A course on leading meetings would count."
    actions.decline_log_entry(entry_id=made[2].pk, reason=reason, by=by)


def _bring_along() -> None:
    greta, kenji = person("Greta"), person("Kenji")
    degree = add_background(person=kenji, by=kenji, kind="DEGREE", title="M.S.W.", place="Example State")
    see_paper(background_id=degree.pk, by=greta)
    add_background(person=kenji, by=kenji, kind="EXPERIENCE", title="Community mediator", place="Harborview", years=6)


def _describe() -> None:
    term = term_of(timezone.localdate() - timedelta(days=150))
    for question, answer, count in DESCRIBED:
        SelfDescription.objects.create(term=term, question=question, answer=answer, count=count)
