"""What people agreed on: plans of circles on their way to whoever follows them."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from portal.cases.statuses import Channel, ParticipantRole
from portal.plans import actions
from portal.plans.models import Plan
from portal.plans.statuses import CheckInState
from portal.programmes.models import Programme
from portal.sessions.statuses import Outcome

from .circle import Circle
from .people import person

RJ_PAIR = ("Amara", "Henry")
_TERM = {"starts_on": None, "shown_by": "", "mentor": "", "obstacle": "", "by_whom": ""}


def seed_agreeing(circles: Programme) -> None:
    """Once: a database that has plans is left as it is."""
    if Plan.objects.exists():
        return
    _with_chair(_circle(circles, "Jo Brandt", "Lex Moran", "A bicycle that was ridden into the canal"))
    _followed(_circle(circles, "Mo Achterberg", "Kay Lund", "A joke in front of the choir"))
    _in_force(_circle(circles, "Bo Iversen", "Sid Halm", "Seats that were kept for friends"))


def _circle(programme: Programme, one: str, other: str, about: str) -> Circle:
    circle = Circle(programme, one=one, other=other, about=about, pair=RJ_PAIR)
    circle.ask().reply().screen().reach_out().all_take_part().plan().ask_pair()
    circle.prepare().give_times()
    # In the morning, on days that follow each other: the other demo cases of this pair meet in the afternoon.
    circle.starts_at = circle.starts_at.replace(hour=10)
    circle.book().gather().sign().look().begin().go_round().write()
    return circle


def _plan(circle: Circle, *, proceeding: str = "") -> Plan:
    """Written, put before everyone, and everyone said yes."""
    by, today = circle.dana, timezone.localdate()
    plan = actions.begin_plan(case_id=circle.case.pk, by=by)
    actions.change_words(
        plan_id=plan.pk,
        harms="Something dear is broken, and trust with it.",
        needs="To have it back, and to hear that it was seen.",
        done_when="Both say so at the talk in six weeks.",
        if_not_done="We meet once more before anybody else is told.",
        follow_up="A talk in six weeks, with both facilitators.",
        by=by,
    )
    row = actions.keep_commitment(
        plan_id=plan.pk,
        owner_id=circle.case.participants.get(role=ParticipantRole.CAUSED_HARM).pk,
        what="Repairs it in the workshop on four Saturdays",
        for_whom=circle.one,
        kind="REPAIR",
        due_on=today + timedelta(days=30),
        by=by,
        **_TERM | {"shown_by": "A photograph", "mentor": "The workshop master"},
    )
    if proceeding:
        actions.link_plan(plan_id=plan.pk, is_linked=True, proceeding=proceeding, by=by)
        words = "Puts right what was broken, before the end of term"
        asked = actions.enter_requirement(plan_id=plan.pk, words=words, by=person("Edda"))
        actions.match_requirement(requirement_id=asked.pk, commitment_id=row.pk, by=by)
    plan = actions.ask_to_confirm(plan_id=plan.pk, by=by)
    for one in circle.case.participants.select_related("entry"):
        common = {"edition": plan.edition, "yes": True, "channel": Channel.SELF, "by": one.entry}
        actions.answer_plan(participant_id=one.pk, **common)
    return Plan.objects.get(pk=plan.pk)


def _in_force(circle: Circle) -> None:
    """Nobody else asks for it: the office follows what was promised."""
    plan = _plan(circle)
    circle.end(Outcome.PLAN)
    promise = plan.commitments.get()
    words = "The first two Saturdays are done."
    actions.check_in(commitment_id=promise.pk, state=CheckInState.ON_THE_WAY, words=words, by=circle.dana)


def _with_chair(circle: Circle) -> None:
    """A proceeding asks for it: the Chair of the Committee on Discipline reads it next."""
    plan = _plan(circle, proceeding="CD-2026-14")
    circle.end(Outcome.PLAN)
    actions.hand_in_plan(plan_id=plan.pk, by=circle.dana)


def _followed(circle: Circle) -> None:
    """Approved, and followed by the conduct office."""
    plan = _plan(circle, proceeding="CD-2026-11")
    circle.end(Outcome.PLAN)
    actions.hand_in_plan(plan_id=plan.pk, by=circle.dana)
    comment = "Thought through, and everybody stands behind it."
    actions.approve_plan(plan_id=plan.pk, edition=plan.edition, comment=comment, by=person("Chidi"))
