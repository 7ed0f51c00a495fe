"""Who may change what people are. Nobody changes their own roles, and nobody reaches into another programme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied

from .roles import Permission, Role

if TYPE_CHECKING:
    from portal.programmes.models import Programme

    from .models import RoleGrant, User


def must(allowed: bool) -> None:
    if not allowed:
        raise PermissionDenied


def can_manage_people(user: User) -> bool:
    return user.may(Permission.MANAGE_PEOPLE)


def can_invite(user: User) -> bool:
    return can_manage_people(user)


def can_manage(by: User, person: User) -> bool:
    """Somebody else's account, as far as every role of theirs is in a programme that is led by the same hand.

    Roles that begin later count, and those of a closed account: they are back as soon as it is opened.
    """
    if by == person or not can_manage_people(by):
        return False
    led = by.programmes_with(Permission.MANAGE_PEOPLE)
    return {None} | led >= set(person.grants.not_over().values_list("programme", flat=True))


def can_grant(by: User, person: User, role: Role, programme: Programme | None) -> bool:
    if by == person or role.programme_bound != (programme is not None):
        return False
    return by.may(Permission.MANAGE_PEOPLE, programme)


def can_end_role(by: User, grant: RoleGrant) -> bool:
    return can_grant(by, grant.user, grant.definition, grant.programme)


def can_reset_factor(by: User, person: User) -> bool:
    return person.is_active and can_manage(by, person)


def can_deactivate(by: User, person: User) -> bool:
    return can_manage(by, person)


def can_set_away(by: User, person: User) -> bool:
    """Oneself, and whoever leads a programme that they work in, be it one of two: people fall ill."""
    led = by.programmes_with(Permission.MANAGE_PEOPLE)
    works_there = any(grant.programme_id in led for grant in person.valid_grants)
    return by == person or works_there or can_manage(by, person)
