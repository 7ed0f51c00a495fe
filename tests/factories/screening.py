"""Programmes that weigh criteria, and screenings that wait."""

from portal.screening.actions import Finding, decide
from portal.screening.models import RubricCriterion, RubricVersion, Screening
from portal.screening.scoring import EVERYBODY
from portal.screening.seeding import seed_rubric
from portal.screening.statuses import Decision

from .office import make_office, make_programme
from .people import make_staff
from .signing_in import verified

PEOPLE = (("1", "Alex Rivera"), ("2", "Sam Lee"))


def make_weighing_programme(**switches):
    """A second programme, where stops come first and criteria are weighed too."""
    make_office()
    usual = {"weighted_criteria": True, "conducts": ["MEDIATION", "RESTORATIVE_JUSTICE"]}
    programme = make_programme("SECOND", **(usual | switches))
    seed_rubric(programme)
    return programme


def make_scores(programme, every=3, **other):
    """The same score for everything and everybody, but for those named: `W3={"1": 4, "2": 0}`."""
    criteria = RubricCriterion.objects.filter(rubric__programme=programme, rubric__status="APPROVED")
    keys = {one.code: [key for key, _name in PEOPLE] if one.per_person else [EVERYBODY] for one in criteria}
    return {code: dict.fromkeys(those, every) for code, those in keys.items()} | other


def make_finding(**facts):
    """Mediation is suitable; the stops were gone through and none applies."""
    usual = {
        "decision": Decision.SUITABLE,
        "process": "MEDIATION",
        "reason": "Both can speak for themselves",
        "gone_through": True,
        "people": PEOPLE,
    }
    return Finding(**(usual | facts))


def make_waiting_screening(request, by, **facts):
    """Scores in the middle band: it waits for a second reader."""
    scores = make_scores(request.programme, every=2)
    finding = make_finding(scores=scores, safeguards=["SUPPORTER"], **facts)
    return decide(request_id=request.pk, finding=finding, by=verified(by))


def make_screening(matter, by=None, **facts):
    """A decision on record, with nothing of how it came about."""
    usual = {
        "rubric": RubricVersion.objects.filter(programme=matter.programme).first(),
        "decision": Decision.SUITABLE,
        "process": "MEDIATION",
        "reason": "Both can speak for themselves",
        "decided_by": by or make_staff(programme=matter.programme),
    }
    return Screening.objects.create(vault_key=matter.pk, matter=matter, **(usual | facts))
