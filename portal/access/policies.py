"""Who asks for a record, and who answers for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.accounts.roles import Permission
from portal.cases.policies import has_tie
from portal.disclosures.policies import can_permit

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.accounts.viewer import Viewer
    from portal.cases.models import Matter
    from portal.disclosures.subjects import Subject
    from portal.programmes.models import Programme


def can_ask(viewer: Viewer, subject: Subject) -> bool:
    """The person, or staff who write down that they asked (P1)."""
    return can_permit(viewer, subject)


def can_answer(user: User, matter: Matter) -> bool:
    return user.may(Permission.ANSWER_FOR_RECORDS, matter.programme) and not has_tie(user, matter)


def can_take_directives(user: User, programme: Programme) -> bool:
    return user.may(Permission.PLACE_HOLD, programme)
