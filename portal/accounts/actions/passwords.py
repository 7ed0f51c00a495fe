"""One's own password: changed by somebody signed in, or set anew by mail. A second factor is asked for afterwards."""

from __future__ import annotations

from datetime import timedelta

from axes.models import AccessAttempt
from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.mail.actions import enqueue
from portal.mail.statuses import MailKind
from portal.vault.actions import office_key

from ..models import AccountInvitation, User
from .enrolment import InvitationRefused, new_invitation
from .signing_in import end_sessions

RESET_LASTS = timedelta(hours=1)
Purpose = AccountInvitation.Purpose


@transaction.atomic
def change_password(*, user: User, password: str, session_key: str | None) -> None:
    """Set a new password; every other sign-in of this person ends."""
    user.set_password(password)
    user.save(update_fields=["password"])
    end_sessions(user=user, by=user, keep=session_key)
    record(AuditEvent.PASSWORD_CHANGED, actor=user, subject=user)


@transaction.atomic
def ask_for_new_password(*, email: str) -> None:
    """Mail a code to set a new password. Does nothing, silently, for an address that nobody signs in with."""
    user = User.objects.active().filter(email=email.strip().lower()).first()
    if user is None or not user.has_usable_password():
        return
    code = new_invitation(user=user, by=None, purpose=Purpose.PASSWORD, lasts=RESET_LASTS)
    record(AuditEvent.PASSWORD_RESET_ASKED, actor=None, subject=user)
    url = f"{settings.ACCORD_BASE_URL}{reverse('portal:accounts:reset')}#{code}"
    context = {"url": url, "code": code}
    enqueue(kind=MailKind.PASSWORD_RESET, address=user.email, key_id=office_key(), context=context)


@transaction.atomic
def set_new_password(*, invitation_id: int, password: str) -> User:
    """Use a mailed code up. Every sign-in of this person ends. Raises InvitationRefused."""
    usable = AccountInvitation.objects.select_for_update(of=("self",)).usable(Purpose.PASSWORD)
    invitation = usable.filter(pk=invitation_id).first()
    if invitation is None:
        raise InvitationRefused
    invitation.used_at = timezone.now()
    invitation.save(update_fields=["used_at"])
    user = User.objects.select_for_update().get(pk=invitation.user_id)
    change_password(user=user, password=password, session_key=None)
    AccessAttempt.objects.filter(username=user.email).delete()
    return user
