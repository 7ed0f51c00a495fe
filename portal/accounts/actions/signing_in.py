"""Sign-ins: begun, confirmed again, kept to one page, ended."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils import timezone
from django_otp.plugins.otp_static.models import StaticDevice

from portal.audit.events import AuditEvent
from portal.audit.record import record

from ..models import StaffSession, User


@transaction.atomic
def begin_session(*, user: User, session_key: str, device: Any) -> StaffSession:
    """Note a sign-in. It counts as just confirmed."""
    now = timezone.now()
    sign_in = StaffSession.objects.create(user=user, session_key=session_key, stepped_up_at=now)
    record(AuditEvent.SIGNED_IN, actor=user, subject=user)
    if isinstance(device, StaticDevice):
        record(AuditEvent.RECOVERY_CODE_USED, actor=user, subject=user, left=device.token_set.count())
    return sign_in


@transaction.atomic
def confirm_again(*, sign_in: StaffSession, reason: str) -> None:
    """Somebody showed that it is still them: go on, no longer kept to one page."""
    now = timezone.now()
    sign_in.last_seen_at = sign_in.stepped_up_at = now
    sign_in.confined_to, sign_in.confined_until = "", None
    sign_in.save()
    record(AuditEvent.STEPPED_UP, actor=sign_in.user, subject=sign_in.user, reason=reason)


def move_session(*, sign_in: StaffSession, session_key: str) -> None:
    """The browser was given a new session id for the same sign-in."""
    sign_in.session_key = session_key
    sign_in.save(update_fields=["session_key"])


def confine_session(*, session_key: str, prefix: str, until: datetime) -> None:
    """Keep a device signed in to the pages under this prefix, and to nothing else, until then (P11)."""
    StaffSession.objects.open().filter(session_key=session_key).update(confined_to=prefix, confined_until=until)


def release_session(*, session_key: str) -> None:
    """Lift a confinement without a new sign-in: the session page itself has ended."""
    StaffSession.objects.open().filter(session_key=session_key).update(
        confined_to="", confined_until=None, last_seen_at=timezone.now()
    )


@transaction.atomic
def end_session(*, session_key: str | None, by: User | None = None) -> None:
    """End one sign-in, if there is one."""
    ended = StaffSession.objects.open().filter(session_key=session_key).update(ended_at=timezone.now())
    if ended and by is not None and by.pk:
        record(AuditEvent.SIGNED_OUT, actor=by, subject=by)


@transaction.atomic
def end_sessions(*, user: User, by: User | None, keep: str | None = None) -> int:
    """End every sign-in of a person, except the one that they do this from. Returns how many."""
    sign_ins = StaffSession.objects.open().filter(user=user).exclude(session_key=keep or "")
    keys = list(sign_ins.values_list("session_key", flat=True))
    sign_ins.update(ended_at=timezone.now())
    Session.objects.filter(session_key__in=keys).delete()
    if keys:
        record(AuditEvent.SESSIONS_ENDED, actor=by, subject=user, count=len(keys))
    return len(keys)


def record_refusal(*, user: User | None, why: str) -> None:
    """A wrong password or code. Who it was is noted only when there is such a person."""
    record(AuditEvent.SIGN_IN_REFUSED, actor=None, subject=user, why=why)
