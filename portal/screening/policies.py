"""Who decides on a request, who reads it a second time, who lifts a stop, and who keeps the rubric."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.accounts.roles import Permission
from portal.cases.policies import can_conduct, has_tie

from .statuses import LiftedBy, Reader

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.cases.models import Case, Matter
    from portal.intake.models import Request
    from portal.programmes.models import Programme

    from .models import AllegationRoute, Screening

_LIFTS = {
    LiftedBy.STAFF: Permission.SCREEN,
    LiftedBy.COORDINATOR: Permission.LIFT_STOPS,
    LiftedBy.DIRECTOR: Permission.LIFT_GRAVE_STOPS,
}


def may_screen(user: User, matter: Matter) -> bool:
    return user.may(Permission.SCREEN, matter.programme) and not has_tie(user, matter)


def can_screen(user: User, request: Request) -> bool:
    return may_screen(user, request.matter)


def can_screen_again(user: User, case: Case) -> bool:
    return may_screen(user, case.matter)


def can_look_before_session(user: User, case: Case) -> bool:
    """Those who screen, and the neutrals who will be in the room: nobody knows better how people come to it."""
    return can_screen_again(user, case) or can_conduct(user, case)


def may_lift(user: User, lifted_by: str, programme: Programme) -> bool:
    """Whether this person may let a matter go on although such a stop applies."""
    permission = _LIFTS.get(LiftedBy(lifted_by))
    return permission is not None and user.may(permission, programme)


def can_read_second(user: User, screening: Screening) -> bool:
    """Somebody else than who made it, with the standing that it asks for, and without a tie."""
    if user.pk == screening.decided_by_id or screening.reader == Reader.NONE:
        return False
    return may_screen(user, screening.matter) and may_lift(user, screening.reader, screening.matter.programme)


def can_sign_way(user: User, route: AllegationRoute, matter: Matter) -> bool:
    """The director, never for a way that they decided themselves, and without a tie."""
    if user.pk == route.decided_by_id:
        return False
    return user.may(Permission.SIGN_WAYS, matter.programme) and not has_tie(user, matter)


def can_keep_rubric(user: User, programme: Programme) -> bool:
    return user.may(Permission.KEEP_RUBRIC, programme)
