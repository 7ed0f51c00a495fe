"""Permitting, taking back, and the register of what was told to somebody outside."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.cases.actions import MatterGone, TransitionRefused, check_channel, lock_matter, touch
from portal.cases.models import Matter, Participant
from portal.cases.statuses import Channel
from portal.intake.models import Request
from portal.passes.models import Pass

from .models import Disclosure, SharePermission
from .policies import can_permit, can_share, needs_signature
from .statuses import BY_HAND, Answer, Basis
from .subjects import Subject

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.accounts.viewer import Viewer

LONGEST = timedelta(days=366)


@transaction.atomic
def give_permission(
    *,
    subject: Subject,
    what: str,
    recipient: str,
    purpose: str,
    until: date,
    channel: Channel,
    by: Viewer,
    typed_name: str = "",
    signed_on: date | None = None,
) -> SharePermission:
    """Keep what may be told to whom. On one's own page the typed name signs it; on paper the day on the paper counts.

    Raises PermissionDenied, MatterGone, or TransitionRefused with what is wrong.
    """
    subject = lock_subject(subject)
    if not can_permit(by, subject):
        raise PermissionDenied
    check_channel(channel, by)
    _check_days(until, channel, typed_name, signed_on)
    permission = SharePermission.objects.create(
        **subject.columns,
        what=what,
        recipient=recipient,
        purpose=purpose,
        until=until,
        channel=channel,
        recorded_by=None if isinstance(by, Pass) else by,
        typed_name=typed_name if channel == Channel.SELF else "",
        signed_on=_signed_on(channel, signed_on),
    )
    facts = {"channel": str(channel), "until": str(until), "signed": permission.is_signed}
    record(AuditEvent.SHARING_PERMITTED, actor=by, matter=subject.matter, subject=permission, **facts)
    touch(subject.matter)
    return permission


def _check_days(until: date, channel: Channel, typed_name: str, signed_on: date | None) -> None:
    today = timezone.localdate()
    if not today <= until <= today + LONGEST:
        raise TransitionRefused(step="permit", words=_("Choose a last day from today on, within a year."))
    if channel == Channel.SELF and not typed_name.strip():
        raise TransitionRefused(step="permit", words=_("Type your name to sign this."))
    if channel == Channel.PAPER and (signed_on is None or signed_on > today):
        raise TransitionRefused(step="permit", words=_("Enter the day on which the paper was signed."))


def _signed_on(channel: Channel, signed_on: date | None) -> date | None:
    """What was said, by phone or in a mail, is a permission that nobody has signed."""
    return {Channel.SELF: timezone.localdate(), Channel.PAPER: signed_on}.get(channel)


@transaction.atomic
def revoke_permission(*, permission_id: UUID, channel: Channel, by: Viewer) -> SharePermission:
    """From now on nothing more is told. Twice is once. Raises PermissionDenied or MatterGone."""
    permission = _lock_permission(permission_id)
    if not can_permit(by, _subject_of(permission)):
        raise PermissionDenied
    check_channel(channel, by)
    if permission.revoked_at is None:
        permission.revoked_at, permission.revoked_channel = timezone.now(), channel
        permission.revoked_by = None if isinstance(by, Pass) else by
        permission.save(update_fields=["revoked_at", "revoked_channel", "revoked_by"])
        record(AuditEvent.SHARING_REVOKED, actor=by, matter=permission.matter, subject=permission, channel=str(channel))
        touch(permission.matter)
    return permission


@transaction.atomic
def log_share(*, permission_id: UUID, what: str, happened_on: date, by: User) -> Disclosure:
    """Write down what was told under a permission. Raises PermissionDenied, MatterGone or TransitionRefused."""
    permission = _lock_permission(permission_id)
    if not can_share(by, permission.matter):
        raise PermissionDenied
    _check_share(permission, happened_on)
    return write_disclosure(
        subject=_subject_of(permission),
        basis=Basis.PERMISSION,
        permission=permission,
        recipient=permission.recipient,
        interest=permission.purpose,
        what=what,
        happened_on=happened_on,
        by=by,
    )


def _check_share(permission: SharePermission, day: date) -> None:
    given, last = timezone.localdate(permission.given_at), permission.until
    if day > timezone.localdate():
        raise TransitionRefused(step="share", words=_("That day has not come yet."))
    if permission.revoked_at is not None:
        raise TransitionRefused(step="share", words=_("This permission was taken back. Nothing may be told any more."))
    if not min(given, permission.signed_on or given) <= day <= last:
        raise TransitionRefused(step="share", words=_("On that day this permission was not in force."))
    if needs_signature(permission) and not permission.is_signed:
        words = _("This programme keeps records: they are told only on a signed and dated permission.")
        raise TransitionRefused(step="share", words=words)


@transaction.atomic
def log_disclosure(
    *,
    subject: Subject,
    basis: Basis,
    answer: Answer,
    recipient: str,
    interest: str,
    what: str,
    happened_on: date,
    person_told_on: date | None,
    by: User,
) -> Disclosure:
    """Write down that somebody asked for a record by another right, and whether they were told.

    Raises PermissionDenied, MatterGone or TransitionRefused.
    """
    subject = lock_subject(subject)
    if not can_share(by, subject.matter):
        raise PermissionDenied
    _check_by_hand(basis, answer, happened_on, person_told_on)
    return write_disclosure(
        subject=subject,
        basis=basis,
        answer=answer,
        recipient=recipient,
        interest=interest,
        what=what,
        happened_on=happened_on,
        person_told_on=person_told_on,
        by=by,
    )


def _check_by_hand(basis: Basis, answer: Answer, day: date, person_told_on: date | None) -> None:
    if basis not in BY_HAND:
        raise TransitionRefused(step="disclose", words=_("This comes by itself when it happens."))
    if day > timezone.localdate():
        raise TransitionRefused(step="disclose", words=_("That day has not come yet."))
    if basis == Basis.ORDER and answer == Answer.GIVEN and (person_told_on is None or person_told_on > day):
        words = _("Before an order is followed, the person is told. Enter the day on which you told them.")
        raise TransitionRefused(step="disclose", words=words)


def write_disclosure(
    *, subject: Subject | None = None, matter: Matter | None = None, by: User, **facts: object
) -> Disclosure:
    """One line of the register, inside the caller's transaction, on a locked matter; about one person or all of it."""
    if subject is not None:
        matter = subject.matter
    if matter is None:
        raise ValueError("A disclosure belongs to a matter.")
    columns = subject.columns if subject else {"vault_key": matter.pk, "matter": matter}
    line = Disclosure.objects.create(**columns, made_by=by, **facts)
    record(AuditEvent.DISCLOSED, actor=by, matter=matter, subject=line, basis=str(line.basis), answer=str(line.answer))
    touch(matter)
    return line


def lock_subject(subject: Subject) -> Subject:
    """The person as they are now, their matter locked. Raises MatterGone when either has gone."""
    matter = lock_matter(subject.matter.pk, kept_too=True)
    if subject.participant is not None:
        person = Participant.objects.filter(pk=subject.participant.pk).select_related("case").first()
        if person is None:
            raise MatterGone
        return Subject(matter, participant=person)
    request = Request.objects.filter(pk=subject.row.pk).first()
    if request is None:
        raise MatterGone
    return Subject(matter, request=request)


def _lock_permission(permission_id: UUID) -> SharePermission:
    matter_id = SharePermission.objects.filter(pk=permission_id).values_list("matter_id", flat=True).first()
    if matter_id is None:
        raise MatterGone
    matter = lock_matter(matter_id, kept_too=True)
    permission = SharePermission.objects.select_related("participant", "request").get(pk=permission_id)
    permission.matter = matter
    return permission


def _subject_of(row: SharePermission) -> Subject:
    return Subject(row.matter, request=row.request, participant=row.participant)
