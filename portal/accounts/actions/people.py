"""What people are here: roles for a time, away, no longer active. Nobody is ever deleted."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.programmes.models import Programme
from portal.programmes.terms import end_of_term

from .. import open_work, policies
from ..models import RoleGrant, User
from ..roles import ROLES, CmsGroup, Role
from .signing_in import end_sessions


class NotPossible(Exception):
    """Allowed, but not now; the reasons are for people."""

    def __init__(self, *reasons: str | Promise):
        super().__init__(*reasons)
        self.reasons = list(reasons)

    def __str__(self) -> str:
        return " ".join(str(reason) for reason in self.reasons)


@transaction.atomic
def grant_role(
    *,
    user_id: UUID,
    role: str,
    programme: Programme | None,
    starts_on: date,
    ends_on: date | None,
    interest: str,
    is_acting: bool = False,
    by: User | None,
) -> RoleGrant:
    """Give somebody a role for a time, with the interest they state in it; `is_acting` in the place of somebody else.

    `by` is None for the very first person. Raises PermissionDenied, or NotPossible with the reason.
    """
    user = User.objects.select_for_update().get(pk=user_id)
    if by is not None and not policies.can_grant(by, user, ROLES[role], programme):
        raise PermissionDenied
    _check_term(ROLES[role], starts_on, ends_on)
    _check_apart(user, ROLES[role])
    held = user.grants.filter(role=role, programme=programme)
    for lapsed in held.lapsed():
        _end(lapsed, by=None)
    if held.filter(ended_at=None).exists():
        raise NotPossible(_("This person holds that role already. End it first to change its dates."))
    grant = RoleGrant.objects.create(
        user=user,
        role=role,
        programme=programme,
        starts_on=starts_on,
        ends_on=ends_on,
        interest=interest,
        is_acting=is_acting,
        granted_by=by,
    )
    set_cms_groups(user)
    facts = {"role": role, "programme": programme and programme.code, "acting": is_acting}
    record(AuditEvent.ROLE_GRANTED, actor=by, subject=user, **facts)
    return grant


def _check_term(role: Role, starts_on: date, ends_on: date | None) -> None:
    last = end_of_term(starts_on)
    if role.ends_with_term and (ends_on is None or ends_on > last):
        day = date_format(last, "l, j F Y")
        raise NotPossible(_("This role ends with the term. Give a last day, %(day)s at the latest.") % {"day": day})


def _check_apart(user: User, role: Role) -> None:
    """Who helps as an intern opens no matter in another role, in whichever programme: they are students too."""
    others = [ROLES[grant.role] for grant in user.grants.filter(ended_at=None) if grant.role in ROLES]
    is_intern = role.ends_with_term or any(other.ends_with_term for other in others)
    opens = role.opens_matters or any(other.opens_matters for other in others)
    if is_intern and opens:
        raise NotPossible(_("An intern opens no request and no case, so nobody can be both. End the other role first."))


@transaction.atomic
def end_role(*, grant_id: int, leave_work: bool = False, by: User) -> RoleGrant:
    """Take a role back at once. Does nothing to one that has ended.

    Raises NotPossible while open work hangs on it: it is handed over first, or left to the seat with `leave_work`.
    """
    grant = RoleGrant.objects.select_for_update().get(pk=grant_id)
    if not policies.can_end_role(by, grant):
        raise PermissionDenied
    if grant.ended_at is None:
        if not leave_work and (work := _work_behind(grant)):
            raise NotPossible(*work)
        _end(grant, by=by)
        set_cms_groups(grant.user)
        record(AuditEvent.ROLE_ENDED, actor=by, subject=grant.user, role=grant.role)
    return grant


def _work_behind(grant: RoleGrant) -> list[str]:
    """What nobody could go on with: this is the last role in which this person opens matters in this programme."""
    if not grant.definition.opens_matters or grant.programme is None:
        return []
    others = grant.user.grants.valid().filter(programme=grant.programme).exclude(pk=grant.pk)
    if any(other.definition.opens_matters for other in others):
        return []
    return open_work.of(grant.user, grant.programme)


@transaction.atomic
def deactivate_person(*, user_id: UUID, by: User) -> User:
    """Close somebody's account. Raises NotPossible while open work is theirs (it is handed over first)."""
    user = User.objects.select_for_update().get(pk=user_id)
    if not policies.can_deactivate(by, user):
        raise PermissionDenied
    if work := open_work.of(user):
        raise NotPossible(*work)
    user.is_active = False
    user.save(update_fields=["is_active"])
    user.invitations.filter(used_at=None).delete()
    user.groups.clear()
    end_sessions(user=user, by=by)
    record(AuditEvent.STAFF_DEACTIVATED, actor=by, subject=user)
    return user


@transaction.atomic
def reactivate_person(*, user_id: UUID, by: User) -> User:
    """Open an account again, with the roles that nobody ended."""
    user = User.objects.select_for_update().get(pk=user_id)
    if not policies.can_deactivate(by, user):
        raise PermissionDenied
    user.is_active = True
    user.save(update_fields=["is_active"])
    set_cms_groups(user)
    record(AuditEvent.STAFF_REACTIVATED, actor=by, subject=user)
    return user


@transaction.atomic
def set_away(*, user_id: UUID, until: date | None, cover: User | None, by: User) -> User:
    """Say until when somebody is away, and who covers for them. Without a day, they are back."""
    user = User.objects.select_for_update().get(pk=user_id)
    if not policies.can_set_away(by, user):
        raise PermissionDenied
    if cover == user:
        raise NotPossible(_("Nobody can cover for themselves."))
    user.away_until, user.cover = until, cover if until else None
    user.save(update_fields=["away_until", "cover"])
    record(AuditEvent.COVER_SET, actor=by, subject=user, until=until.isoformat() if until else None)
    return user


@transaction.atomic
def settle_roles() -> int:
    """End roles whose last day has passed; the CMS groups follow what begins or ends today. Returns how many ended."""
    lapsed = list(RoleGrant.objects.select_for_update(of=("self",)).lapsed().select_related("user"))
    for grant in lapsed:
        _end(grant, by=None)
        record(AuditEvent.ROLE_ENDED, actor=None, subject=grant.user, role=grant.role)
    begun = RoleGrant.objects.valid().filter(starts_on=timezone.localdate()).select_related("user")
    for user in {grant.user for grant in (*lapsed, *begun)}:
        set_cms_groups(user)
    return len(lapsed)


def set_cms_groups(user: User) -> None:
    """Put somebody into the CMS groups of their roles and out of the others that we keep."""
    groups = (grant.definition.cms_group for grant in user.grants.valid())
    wanted = {group for group in groups if group is not None}
    user.groups.remove(*Group.objects.filter(name__in=set(CmsGroup) - wanted))
    user.groups.add(*(Group.objects.get_or_create(name=name)[0] for name in sorted(wanted)))


def _end(grant: RoleGrant, *, by: User | None) -> None:
    grant.ended_at, grant.ended_by = timezone.now(), by
    grant.save(update_fields=["ended_at", "ended_by"])
