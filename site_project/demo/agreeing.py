"""What people agreed on: plans of circles on their way to whoever follows them, and an agreement that is kept."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from portal.agreements.statuses import SigningMethod
from portal.cases.models import Case
from portal.cases.statuses import Channel, ParticipantRole
from portal.documents.statuses import VersionStatus
from portal.papers.actions import make_notice, note_delivery, say_in_own_words
from portal.papers.statuses import DeliveryResult, DeliveryWay
from portal.plans import actions
from portal.plans.models import Plan, Resolution
from portal.plans.statuses import Capacity, CheckInState
from portal.programmes.models import Programme
from portal.screening.actions import Finding, add_allegation, decide, route_allegation, sign_way
from portal.screening.models import RubricCriterion
from portal.screening.scoring import EVERYBODY
from portal.screening.statuses import AllegationWay, Decision
from portal.sessions.statuses import Outcome

from .circle import Circle
from .people import person
from .walk import Walk

RJ_PAIR = ("Amara", "Henry")
_TERM = {"starts_on": None, "shown_by": "", "mentor": "", "obstacle": "", "by_whom": ""}


def seed_agreeing(circles: Programme, keeping: Programme) -> None:
    """Once: a database that has plans is left as it is."""
    if Plan.objects.exists():
        return
    _with_chair(_circle(circles, "Jo Brandt", "Lex Moran", "A bicycle that was ridden into the canal"))
    _followed(_circle(circles, "Mo Achterberg", "Kay Lund", "A joke in front of the choir"))
    _in_force(_circle(circles, "Bo Iversen", "Sid Halm", "Seats that were kept for friends"))
    _agreement(keeping)


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


def _agreement(programme: Programme) -> None:
    """The Coordinator's programme: an allegation with its papers, and an agreement that waits for signatures."""
    walk = Walk(programme, one="Mika Sund", other="Ola Brekke", about="Remarks in the seminar", pair=())
    walk.dana = person("Noor")
    walk.ask().reply()
    _allege(walk)
    _weigh(walk)
    walk.go_on().invite()
    _give_papers(walk.case, walk)
    walk.all_take_part()
    row = _written(walk)
    actions.open_resolution(resolution_id=row.pk, by=walk.dana)
    actions.sign_resolution(
        participant_id=walk.asker.pk,
        resolution_id=row.pk,
        typed_name=walk.asker.display_name,
        method=SigningMethod.OWN_PAGE,
        agreed_to_electronic=True,
        by=walk.asker.entry,  # type: ignore[arg-type]
    )
    name = walk.dana.get_full_name()
    common = {"typed_name": name, "agreed_to_electronic": True, "by": walk.dana}
    actions.sign_for_office(resolution_id=row.pk, capacity=Capacity.COORDINATOR, **common)


def _allege(walk: Walk) -> None:
    facts = {
        "law": "TITLE_VI",
        "basis": "ORIGIN",
        "harmed_is": ["STUDENT"],
        "named_is": ["STUDENT"],
        "harmed": walk.one,
        "named": walk.other,
        "what": "Imitated the way she speaks, twice, in front of the others.",
        "when": "In October",
        "where": "In the seminar room",
        "policy": "Equal treatment",
    }
    row = add_allegation(matter_id=walk.request.matter_id, facts=facts, by=walk.dana)
    reason = "Both want to talk, and nothing speaks against it."
    route = route_allegation(allegation_id=row.pk, way=AllegationWay.MEDIATION, reason=reason, by=walk.dana)
    if walk.programme.cosigns_allegations:
        sign_way(route_id=route.pk, agrees=True, by=person("Imani"))


def _weigh(walk: Walk) -> None:
    """No stop applies, and every criterion speaks for it."""
    people = (("1", walk.one), ("2", walk.other))
    rows = RubricCriterion.objects.filter(rubric__programme=walk.programme, rubric__status=VersionStatus.APPROVED)
    scores = {
        row.code: dict.fromkeys([key for key, _name in people] if row.per_person else [EVERYBODY], 3) for row in rows
    }
    reason = "Both know why they want to talk, and both may say no."
    finding = Finding(Decision.SUITABLE, reason, "MEDIATION", gone_through=True, people=people, scores=scores)
    decide(request_id=walk.request.pk, finding=finding, by=walk.dana)
    walk.case = Case.objects.get(requests=walk.request)


def _give_papers(case: Case, walk: Walk) -> None:
    """The sheet and the notice, before anybody says yes."""
    notice = make_notice(
        case_id=case.pk, facilitator=walk.dana.get_full_name(), timeline="Ten days to answer.", by=walk.dana
    )
    for one in case.participants.parties():
        words = "I may say no at any time, and nobody holds it against me."
        say_in_own_words(participant_id=one.pk, words=words, channel=Channel.PHONE, by=walk.dana)
        handed = {"way": DeliveryWay.IN_PERSON, "result": DeliveryResult.HANDED_OVER}
        note_delivery(notice_id=notice.pk, participant_id=one.pk, by=walk.dana, **handed)


def _written(walk: Walk) -> Resolution:
    by, today = walk.dana, timezone.localdate()
    row = actions.begin_resolution(case_id=walk.case.pk, by=by)
    actions.change_resolution(
        resolution_id=row.pk,
        allegations=list(walk.case.matter.allegations.values_list("pk", flat=True)),
        wording="NO_FINDING",
        acknowledgement="",
        covers="What was said in the seminar in October",
        measures="Separate working groups until June",
        permitted="The teacher of the seminar",
        breach_to="The coordinator hears it; the director may open the talks again",
        review_on=today + timedelta(days=60),
        ends_on=today + timedelta(days=200),
        by=by,
    )
    term = _TERM | {"due_on": today + timedelta(days=40), "for_whom": walk.one}
    named = walk.case.participants.get(is_requester=False)
    words = "Writes a letter that says what happened"
    actions.keep_term(resolution_id=row.pk, owner_id=named.pk, kind="APOLOGY", what=words, by=by, **term)
    for one in walk.case.participants.all():
        facts = {"kind": "GRADUATION", "leaves_on": None, "effect": ""}
        actions.say_leaving(resolution_id=row.pk, participant_id=one.pk, by=by, **facts)
    return row
