"""Who may change the roster. Neutrals keep their own page, hours and ties; what qualifies them, others write down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.accounts.roles import Permission

if TYPE_CHECKING:
    from portal.accounts.models import User

    from .models import NeutralProfile


def can_manage_roster(user: User) -> bool:
    return user.may(Permission.MANAGE_ROSTER)


def can_see_roster(user: User) -> bool:
    return can_manage_roster(user) or user.may(Permission.COORDINATE)


def can_change_page(user: User, neutral: NeutralProfile) -> bool:
    """The words, hours and ties of a neutral: their own, or anybody's for those who keep the roster."""
    return neutral.user_id == user.pk or can_manage_roster(user)


def can_grant(user: User, neutral: NeutralProfile) -> bool:
    """Nobody vouches for themselves."""
    return can_manage_roster(user) and neutral.user_id != user.pk


def can_keep_background(user: User, person: User) -> bool:
    """Degrees and experience: one's own, or anybody's for those who keep the roster."""
    return person.pk == user.pk or can_manage_roster(user)


def can_see_paper(user: User, person: User) -> bool:
    """Writing down that one saw the paper. Nobody does that for themselves."""
    return can_manage_roster(user) and person.pk != user.pk
