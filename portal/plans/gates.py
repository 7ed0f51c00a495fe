"""What a plan still waits for, and what the case waits for because of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.cases.transitions import Missing

from .models import Plan
from .policies import follows_up
from .statuses import MADE, PlanStatus

if TYPE_CHECKING:
    from portal.cases.models import Case, Participant


def plan_made(case: Case) -> list[Missing]:
    """Where promises are followed, there is a plan that everyone was asked about (M54)."""
    if not follows_up(case):
        return []
    plan = _plan_of(case)
    if plan is not None and plan.status in MADE:
        return []
    return [Missing(_("The plan has to be written down and put before everyone"))]


def plan_settled(case: Case) -> list[Missing]:
    """A case is finished when its plan is: completed, given up, or with the office that enforces it."""
    plan = _plan_of(case)
    if plan is None or not plan.is_waited_for:
        return []
    if plan.status == PlanStatus.DRAFT:
        return [Missing(_("The plan is still being written"))]
    if plan.status == PlanStatus.CONFIRMING:
        return missing_to_be_confirmed(plan) or [Missing(_("The plan has to be handed in to the Chair"))]
    if plan.status == PlanStatus.SUBMITTED:
        return [Missing(_("Waiting for the Chair of the Committee on Discipline to decide on the plan"))]
    return [_open_ones(plan)]


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
