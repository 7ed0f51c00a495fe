"""Coming in for the first time, and again after a second factor was lost."""

from __future__ import annotations

import secrets
from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.mail.actions import enqueue
from portal.mail.statuses import MailKind
from portal.passes.codes import ALPHABET, digest, new_code
from portal.vault.actions import office_key

from .. import policies
from ..models import AccountInvitation, User
from ..proofs import kept_form
from .signing_in import end_sessions

ENROLMENT_LASTS = timedelta(days=7)
RECOVERY_CODES = 10
Purpose = AccountInvitation.Purpose


class InvitationRefused(Exception):
    """The code is wrong, over or used: never said which."""


@transaction.atomic
def invite_person(*, email: str, by: User | None, **facts: str) -> User:
    """Add somebody to the people of the office and send them a way in. They have no role yet.

    `by` is None for the very first person, whom the system invites.
    """
    if by is not None and not policies.can_invite(by):
        raise PermissionDenied
    user = User.objects.create_user(email, **facts)
    record(AuditEvent.STAFF_INVITED, actor=by, subject=user)
    send_way_in(user=user, by=by, kind=MailKind.STAFF_INVITATION)
    return user


def send_way_in(*, user: User, by: User | None, kind: MailKind) -> None:
    code = new_invitation(user=user, by=by, purpose=Purpose.ENROL, lasts=ENROLMENT_LASTS)
    # After the #: browsers keep that part to themselves, so it is in no log and no Referer.
    url = f"{settings.ACCORD_BASE_URL}{reverse('portal:accounts:welcome')}#{code}"
    enqueue(kind=kind, address=user.email, key_id=office_key(), context={"url": url, "code": code})


def new_invitation(*, user: User, by: User | None, purpose: str, lasts: timedelta) -> str:
    """A one-time code for one person. Earlier ones for the same purpose end."""
    user.invitations.filter(purpose=purpose, used_at=None).delete()
    code = new_code()
    AccountInvitation.objects.create(
        user=user,
        purpose=purpose,
        token_hash=digest("account", code),
        created_by=by,
        expires_at=timezone.now() + lasts,
    )
    return code


def invitation_for(*, code: str, purpose: str) -> AccountInvitation:
    """The usable invitation that this code belongs to. Raises InvitationRefused."""
    usable = AccountInvitation.objects.usable(purpose).select_related("user")
    invitation = usable.filter(token_hash=digest("account", code)).first()
    if invitation is None:
        raise InvitationRefused
    return invitation


@transaction.atomic
def enrol(*, invitation_id: int, password_hash: str | None, secret: str, moment: int) -> tuple[TOTPDevice, list[str]]:
    """Use an invitation up: password, second factor and recovery codes, all or nothing.

    `moment` is the time step of the code that proved the secret: that code is spent. Without a hash the password
    stays. Returns the second factor and the recovery codes to show once. Raises InvitationRefused.
    """
    usable = AccountInvitation.objects.select_for_update(of=("self",)).usable(Purpose.ENROL)
    invitation = usable.filter(pk=invitation_id).first()
    if invitation is None:
        raise InvitationRefused
    invitation.used_at = timezone.now()
    invitation.save(update_fields=["used_at"])
    user = User.objects.select_for_update().get(pk=invitation.user_id)
    if password_hash is not None:
        user.password = password_hash
        user.save(update_fields=["password"])
    _forget_factors(user)
    device = TOTPDevice.objects.create(user=user, name="app", key=secret, confirmed=True, last_t=moment)
    record(AuditEvent.STAFF_ENROLLED, actor=user, subject=user)
    record(AuditEvent.FACTOR_ADDED, actor=user, subject=user)
    return device, make_recovery_codes(user=user)


@transaction.atomic
def make_recovery_codes(*, user: User) -> list[str]:
    """Ten new codes to show once; earlier ones stop working."""
    StaticDevice.objects.filter(user=user).delete()
    device = StaticDevice.objects.create(user=user, name="recovery")
    codes = [_recovery_code() for _ in range(RECOVERY_CODES)]
    for code in codes:
        device.token_set.create(token=kept_form(user, code))
    record(AuditEvent.RECOVERY_CODES_MADE, actor=user, subject=user, count=len(codes))
    return codes


@transaction.atomic
def reset_factor(*, user_id: UUID, by: User) -> User:
    """Take somebody's second factor away and send them a way to set a new one, with the password they know."""
    user = User.objects.select_for_update().get(pk=user_id)
    if not policies.can_reset_factor(by, user):
        raise PermissionDenied
    _forget_factors(user)
    end_sessions(user=user, by=by)
    record(AuditEvent.FACTOR_RESET, actor=by, subject=user)
    send_way_in(user=user, by=by, kind=MailKind.FACTOR_RESET)
    return user


def _forget_factors(user: User) -> None:
    TOTPDevice.objects.filter(user=user).delete()
    StaticDevice.objects.filter(user=user).delete()


def _recovery_code() -> str:
    signs = "".join(secrets.choice(ALPHABET) for _ in range(12))
    return "-".join((signs[:4], signs[4:8], signs[8:]))
