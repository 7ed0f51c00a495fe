"""What a plan still waits for, and what the case waits for because of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db.models import Count, Max
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from portal.cases.statuses import CaseStatus
from portal.cases.transitions import Missing
from portal.screening.gates import with_ways

from .models import Commitment, Leaving, Plan, Resolution
from .policies import follows_up, keeps_agreements
from .statuses import Capacity, LeavingEffect, PlanStatus, ResolutionStatus, Wording

if TYPE_CHECKING:
    from portal.cases.models import Case, Participant
    from portal.screening.models import Allegation

_UNDER_WAY = frozenset({ResolutionStatus.DRAFT, ResolutionStatus.SIGNING})


def plan_settled(case: Case) -> list[Missing]:
    """A case is finished when its plan is: completed, given up, or with the office that enforces it."""
    plan = _plan_of(case)
    if plan is None:
        return _announced(case)
    if not plan.is_waited_for:
        return []
    if plan.status == PlanStatus.DRAFT:
        return [Missing(_("The plan is still being written"))]
    if plan.status == PlanStatus.CONFIRMING:
        return missing_to_be_confirmed(plan) or [Missing(_("The plan has to be handed in to the Chair"))]
    if plan.status == PlanStatus.SUBMITTED:
        return [Missing(_("Waiting for the Chair of the Committee on Discipline to decide on the plan"))]
    return [_open_ones(plan)]


def _announced(case: Case) -> list[Missing]:
    """A circle that ended with a plan is not over while nobody has written it down (M54)."""
    if not follows_up(case) or not case.sessions.filter(outcome="PLAN").exists():
        return []
    return [Missing(_("The plan that the circle ended with has to be written down"))]


def missing_to_ask(plan: Plan) -> list[Missing]:
    """Before everyone is asked: who caused harm promises something, and what is asked for is met (M44, M55)."""
    lines = []
    if not any(not one.is_support for one in plan.commitments.all()):
        lines.append(Missing(_("Whoever caused harm has to promise something")))
    return lines + missing_requirements(plan)


def missing_requirements(plan: Plan) -> list[Missing]:
    """Each requirement of the proceeding has its commitment (M55)."""
    if not plan.is_linked:
        return []
    requirements = list(plan.requirements.all())
    if not requirements:
        return [Missing(_("Waiting for the conduct office to enter what the proceeding asks for"))]
    words = _("Requirement %(number)s is met by no commitment yet")
    return [Missing(words % {"number": one.number}) for one in requirements if one.met_by_id is None]


def missing_to_be_confirmed(plan: Plan) -> list[Missing]:
    """Every party who is still in it says yes to this edition."""
    said = answers_of(plan)
    return [
        Missing(_("Waiting for %(name)s to confirm the plan") % {"name": person.display_name}, person)
        for person in confirmers(plan.case)
        if not said.get(person.pk)
    ]


def missing_to_hand_in(plan: Plan) -> list[Missing]:
    return missing_requirements(plan) + missing_to_be_confirmed(plan)


def confirmers(case: Case) -> list[Participant]:
    return [person for person in case.participants.all() if person.is_party and person.is_active]


def answers_of(plan: Plan) -> dict:
    """What each participant says to the edition in hand; the newest answer counts."""
    return {row.participant_id: row.yes for row in plan.confirmations.all() if row.edition == plan.edition}


def _open_ones(plan: Plan) -> Missing:
    count = sum(1 for one in plan.commitments.all() if one.is_open)
    if not count:
        return Missing(_("The plan has to be completed or given up"))
    words = ngettext("%(count)d commitment is open", "%(count)d commitments are open", count)
    return Missing(words % {"count": count})


def _plan_of(case: Case) -> Plan | None:
    """Fetched once for a page; a case without a plan asks no second time."""
    return getattr(case, "plan", None)


def resolution_settled(case: Case) -> list[Missing]:
    """Where agreements are kept, a case is not finished while one is being written or signed."""
    if not keeps_agreements(case):
        return []
    row = next((one for one in case.resolutions.all() if one.status in _UNDER_WAY), None)
    if row is None:
        return []
    if row.may_be_written:
        return [Missing(_("The agreement is still being written"))]
    return missing_signatures(row)


def is_agreed(case: Case) -> bool:
    """Whether everyone has signed what settles it: then nobody has to meet any more. See `queries.with_agreed`."""
    if hasattr(case, "has_agreed"):
        return case.has_agreed
    return keeps_agreements(case) and case.resolutions.filter(status=ResolutionStatus.AGREED).exists()


def is_settled_without_meeting(case: Case) -> bool:
    """Everyone has signed before anybody met: the case looks for neither people nor times (decision 81)."""
    return case.status == CaseStatus.ARRANGING and is_agreed(case)


def terms_running(case: Case) -> list[Missing]:
    """What was agreed on and is still to come. It keeps nobody from finishing, but a kept record reminds nobody."""
    if not is_agreed(case):
        return []
    terms = Commitment.objects.open().filter(
        resolution__case=case.pk, resolution__status=ResolutionStatus.AGREED, due_on__gte=timezone.localdate()
    )
    found = terms.aggregate(number=Count("pk"), last=Max("due_on"))
    if not found["number"]:
        return []
    words = ngettext(
        "%(number)d promise of the agreement runs until %(day)s",
        "%(number)d promises of the agreement run, the last until %(day)s",
        found["number"],
    )
    return [Missing(words % {"number": found["number"], "day": date_format(found["last"], "j F Y")})]


def resolution_under_way(case: Case) -> list[Missing]:
    """The same in one word, for a page that says nothing of who has signed."""
    if not keeps_agreements(case):
        return []
    status = case.resolutions.filter(status__in=_UNDER_WAY).values_list("status", flat=True).first()
    words = {
        ResolutionStatus.DRAFT: _("The agreement is still being written"),
        ResolutionStatus.SIGNING: _("The agreement waits for signatures"),
    }
    return [Missing(words[ResolutionStatus(status)])] if status else []


def missing_to_open(row: Resolution) -> list[Missing]:
    """What an agreement has to say before anybody signs it."""
    terms = list(row.commitments.all())
    settled = settled_by(row)
    checks = (
        (row.covers, _("Say what the agreement settles")),
        (settled or not row.case.matter.allegations.exists(), _("Say which allegations the agreement settles")),
        (any(one.owner_id for one in terms), _("At least one party has to promise something")),
        (row.wording != Wording.ACKNOWLEDGEMENT or row.acknowledgement, _("Write down the acknowledgement")),
        (row.breach_to, _("Say to whom a breach is reported, and what may follow")),
        (row.review_on, _("Choose the day on which you look at it together")),
        (_review_fits(row), _("The review has to come before the end")),
    )
    lines = [Missing(words) for holds, words in checks if not holds]
    return lines + gone_elsewhere(settled, row.case) + _missing_about_leaving(row, terms)


SIGN_FOR_THE_OFFICE = {
    Capacity.COORDINATOR: gettext_lazy("Waiting for the coordinator to sign"),
    Capacity.DIRECTOR: gettext_lazy("Waiting for the director to sign"),
}


def missing_signatures(row: Resolution) -> list[Missing]:
    """Each party, the coordinator and the director: with the last one it holds."""
    given = list(row.signatures.all())
    people, capacities = {one.participant_id for one in given}, {one.capacity for one in given}
    lines = [
        Missing(_("Waiting for %(name)s to sign") % {"name": person.display_name}, person)
        for person in confirmers(row.case)
        if person.pk not in people
    ]
    return lines + [
        Missing(str(words)) for capacity, words in SIGN_FOR_THE_OFFICE.items() if capacity not in capacities
    ]


def settled_by(row: Resolution) -> list[Allegation]:
    return list(with_ways(row.allegations.all()))


def gone_elsewhere(allegations: Iterable[Allegation], case: Case) -> list[Missing]:
    """The last signature bars the formal process for these, so none may be among them that goes just there (C11)."""
    numbers = ", ".join(str(one.number) for one in allegations if one.goes_elsewhere(case.process))
    words = _("This cannot settle allegation %(numbers)s: it goes another way.")
    return [Missing(words % {"numbers": numbers})] if numbers else []


def _review_fits(row: Resolution) -> bool:
    return not (row.review_on and row.ends_on and row.review_on > row.ends_on)


def _missing_about_leaving(row: Resolution, terms: list[Commitment]) -> list[Missing]:
    """Graduation and separation: said for each party, and the days fit together."""
    said = {one.participant_id: one for one in row.leavings.all()}
    lines = []
    for person in confirmers(row.case):
        words = _leaving_words(row, said.get(person.pk), [one for one in terms if one.owner_id == person.pk])
        if words:
            lines.append(Missing(words % {"name": person.display_name}, person))
    return lines


def _leaving_words(row: Resolution, leaving: Leaving | None, terms: list[Commitment]) -> str:
    if leaving is None:
        return _("Say whether %(name)s graduates or leaves before the end")
    if leaving.leaves_on is None:
        return ""
    late = any(one.due_on > leaving.leaves_on for one in terms)
    if leaving.effect == LeavingEffect.ENDS and late:
        return _("Something is due from %(name)s after they have left; it would end before")
    if leaving.effect == LeavingEffect.REVIEW and (row.review_on is None or row.review_on > leaving.leaves_on):
        return _("The review has to come before %(name)s leaves")
    return ""
