"""Who may write, confirm, approve and follow a plan. A process that follows nothing up has no plan at all (M36)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.accounts.roles import Permission
from portal.cases.policies import can_coordinate, can_work_on, has_tie, may_coordinate
from portal.programmes.processes import definition
from portal.programmes.statuses import FollowUp
from portal.sessions.policies import conducts

from .statuses import Capacity

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.cases.models import Case

    from .models import EnforcementRecord, Plan


def follows_up(case: Case) -> bool:
    """Whether promises are followed until they are kept: what the process says, not which one it is."""
    return definition(case.process).follow_up == FollowUp.UNTIL_KEPT


def can_write_plan(user: User, case: Case) -> bool:
    """Those who coordinate or conduct the case write down what the group found."""
    return follows_up(case) and can_work_on(user, case)


def may_write_plan(user: User, case: Case) -> bool:
    """The same for a case that came through `visible_to`, which has taken out people with a tie."""
    return follows_up(case) and (may_coordinate(user, case) or conducts(user, case))


def can_follow_plan(user: User, case: Case) -> bool:
    return can_write_plan(user, case)


def can_hand_in(user: User, case: Case) -> bool:
    return follows_up(case) and can_coordinate(user, case)


def can_enter_requirements(user: User, plan: Plan) -> bool:
    """The office that leads the proceeding; it sees the requirements and nothing of the case."""
    return user.may(Permission.ENTER_REQUIREMENTS, plan.case.programme) and not has_tie(user, plan.case.matter)


def can_review(user: User, plan: Plan) -> bool:
    return user.may(Permission.APPROVE_PLANS, plan.case.programme) and not has_tie(user, plan.case.matter)


def can_enforce(user: User, record: EnforcementRecord) -> bool:
    if record.barred.filter(person=user).exists():
        return False
    return user.may(Permission.ENFORCE_PLANS, record.programme)


def keeps_agreements(case: Case) -> bool:
    """Whether the programme keeps what people agree on: one of its switches."""
    return case.programme.keeps_final_agreement


def can_write_resolution(user: User, case: Case) -> bool:
    return keeps_agreements(case) and can_work_on(user, case)


def may_write_resolution(user: User, case: Case) -> bool:
    """The same for a case that came through `visible_to`, which has taken out people with a tie."""
    return keeps_agreements(case) and (may_coordinate(user, case) or conducts(user, case))


def can_keep_resolution(user: User, case: Case) -> bool:
    """Follow what was agreed, and report a breach: those who coordinate."""
    return keeps_agreements(case) and can_coordinate(user, case)


def can_sign_for(user: User, case: Case, capacity: Capacity) -> bool:
    """The coordinator signs for the office; the director approves."""
    return may_sign_for(user, case, capacity) and not has_tie(user, case.matter)


def may_sign_for(user: User, case: Case, capacity: Capacity) -> bool:
    """The role alone, for a case that came through `visible_to`."""
    if not keeps_agreements(case):
        return False
    permissions = {Capacity.COORDINATOR: Permission.COORDINATE, Capacity.DIRECTOR: Permission.APPROVE_AGREEMENTS}
    return capacity in permissions and user.may(permissions[capacity], case.programme)
