"""Allegations, and the papers that people get before they are asked."""

from portal.papers import actions as papers
from portal.screening import actions
from portal.screening.statuses import AllegationWay

from .people import make_staff
from .signing_in import verified


def make_allegation(matter, by=None, **facts):
    """What somebody is said to have done, with everything that a notice wants."""
    usual = {
        "law": "TITLE_VI",
        "basis": "RACE",
        "harmed_is": ["STUDENT"],
        "named_is": ["STUDENT"],
        "harmed": "Alex Rivera",
        "named": "Sam Lee",
        "what": "Sam mocked the way Alex speaks.",
        "when": "In March",
        "where": "In the reading room",
        "policy": "Policy on discrimination",
    }
    by = by or make_staff(programme=matter.programme)
    return actions.add_allegation(matter_id=matter.pk, facts=usual | facts, by=verified(by))


def make_routed_allegation(matter, way="MEDIATION", **facts):
    """One that has its way, signed by a director where the programme asks for it."""
    row = make_allegation(matter, **facts)
    route = actions.route_allegation(
        allegation_id=row.pk, way=AllegationWay(way), reason="Both want to talk.", by=row.added_by
    )
    if matter.programme.cosigns_allegations:
        director = make_staff("DIRECTOR", matter.programme)
        actions.sign_way(route_id=route.pk, agrees=True, by=director)
    return row


def give_papers(case, by):
    """Everybody has understood the sheet and has the notice: now they may say yes."""
    notice = papers.make_notice(case_id=case.pk, facilitator="Noor Rahman", timeline="Answer in ten days.", by=by)
    for person in case.participants.parties():
        papers.say_in_own_words(participant_id=person.pk, words="I may say no.", channel="PHONE", by=by)
        papers.note_delivery(
            notice_id=notice.pk, participant_id=person.pk, way="IN_PERSON", result="HANDED_OVER", by=by
        )
    return notice
