"""The Coordinator's programme: a report at each step, from the one that has just come in to what was agreed on."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from portal.accounts.models import User
from portal.agreements.statuses import SigningMethod
from portal.cases.models import Case, Participant
from portal.cases.statuses import Channel
from portal.documents.statuses import VersionStatus
from portal.intake.models import Request
from portal.papers.actions import make_notice, note_delivery, say_in_own_words
from portal.papers.statuses import DeliveryResult, DeliveryWay
from portal.plans import actions
from portal.plans.models import Resolution
from portal.plans.statuses import Capacity
from portal.programmes.models import Programme
from portal.screening.actions import Finding, add_allegation, decide, route_allegation, sign_way
from portal.screening.models import RubricCriterion
from portal.screening.scoring import EVERYBODY
from portal.screening.statuses import AllegationWay, Decision

from .people import person
from .walk import Walk

_TERM = {"starts_on": None, "shown_by": "", "mentor": "", "obstacle": "", "by_whom": ""}
_MOCKED = "Imitated the way she speaks, twice, in front of the others."


def seed_keeping(programme: Programme) -> None:
    """Once: a database that has reports is left as it is."""
    if Request.objects.filter(programme=programme).exists():
        return
    _report_given(programme)
    _routed(programme)
    _notice_given(programme)
    _being_signed(programme)
    _agreed(programme)


def _walk(programme: Programme, one: str, other: str, about: str, **facts: str) -> Walk:
    walk = Walk(programme, one=one, other=other, about=about, pair=(), **facts)
    walk.dana = person("Noor")
    return walk


def _report_given(programme: Programme) -> None:
    """One by the person, one by an office that leaves the name out."""
    _walk(programme, "Ines Falk", "Jon Ritter", "Jokes about my headscarf at the reading group").ask()
    facts = {"door": "PARTNER", "sent_by": "Robin Hale, Housing", "name": "", "contact": {}, "safe_way": "CODE"}
    _walk(programme, "A resident", "", "Somebody was told to speak English in the kitchen", **facts).ask()


def _routed(programme: Programme) -> None:
    """Two allegations, two ways: one signed by the director, one that waits for her."""
    walk = _walk(programme, "Lia Moss", "Per Dahl", "Remarks and notes in the workshop")
    walk.ask().reply()
    _allege(walk)
    _allege(
        walk, what="Notes about her accent lay on her bench, three times.", way=AllegationWay.FORMAL, is_signed=False
    )


def _notice_given(programme: Programme) -> None:
    """Both have the sheet and the notice, and think about it."""
    _give_papers(_invited(programme, "Tara Voss", "Nils Eklund", "Remarks at the front desk"))


def _invited(programme: Programme, one: str, other: str, about: str) -> Walk:
    walk = _walk(programme, one, other, about)
    walk.ask().reply()
    _allege(walk)
    _weigh(walk)
    walk.go_on().invite()
    return walk


def _being_signed(programme: Programme) -> None:
    """One party and the coordinator have signed; the other party and the director have not."""
    walk = _invited(programme, "Mika Sund", "Ola Brekke", "Remarks in the seminar")
    _give_papers(walk)
    walk.all_take_part()
    row = _written(walk)
    actions.open_resolution(resolution_id=row.pk, by=walk.dana)
    _sign(row, walk.asker)
    _sign_for_office(row, Capacity.COORDINATOR, walk.dana)


def _agreed(programme: Programme) -> None:
    """Everyone has signed: it holds, and what it settles goes to no formal process."""
    walk = _invited(programme, "Eva Roth", "Ulf Stenberg", "Remarks on the excursion")
    _give_papers(walk)
    walk.all_take_part()
    row = _written(walk)
    actions.open_resolution(resolution_id=row.pk, by=walk.dana)
    for one in walk.case.participants.select_related("entry"):
        _sign(row, one)
    _sign_for_office(row, Capacity.COORDINATOR, walk.dana)
    _sign_for_office(row, Capacity.DIRECTOR, person("Imani"))


def _sign(row: Resolution, one: Participant) -> None:
    actions.sign_resolution(
        participant_id=one.pk,
        resolution_id=row.pk,
        typed_name=one.display_name,
        method=SigningMethod.OWN_PAGE,
        agreed_to_electronic=True,
        by=one.entry,  # type: ignore[arg-type]
    )


def _sign_for_office(row: Resolution, capacity: Capacity, by: User) -> None:
    common = {"typed_name": by.get_full_name(), "agreed_to_electronic": True, "by": by}
    actions.sign_for_office(resolution_id=row.pk, capacity=capacity, **common)


def _allege(
    walk: Walk, what: str = _MOCKED, way: AllegationWay = AllegationWay.MEDIATION, *, is_signed: bool = True
) -> None:
    facts = {
        "law": "TITLE_VI",
        "basis": "ORIGIN",
        "harmed_is": ["STUDENT"],
        "named_is": ["STUDENT"],
        "harmed": walk.one,
        "named": walk.other,
        "what": what,
        "when": "In October",
        "where": "In the seminar room",
        "policy": "Equal treatment",
    }
    row = add_allegation(matter_id=walk.request.matter_id, facts=facts, by=walk.dana)
    reason = "Talked over with her: what she wishes, and what speaks against it."
    route = route_allegation(allegation_id=row.pk, way=way, reason=reason, by=walk.dana)
    if walk.programme.cosigns_allegations and is_signed:
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


def _give_papers(walk: Walk) -> None:
    """The sheet and the notice, before anybody says yes."""
    case = walk.case
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
