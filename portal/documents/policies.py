"""Who may write the words that people are shown, and who may put them into use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.accounts.roles import Permission

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.programmes.models import Programme


def can_draft_texts(user: User, programme: Programme) -> bool:
    return user.may(Permission.COORDINATE, programme) or can_approve_texts(user, programme)


def can_approve_texts(user: User, programme: Programme) -> bool:
    return user.may(Permission.APPROVE_TEXTS, programme)
