"""Asking to see one's own record, taking that back, and the clock of 45 days."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.accounts.models import RoleGrant, User
from portal.accounts.roles import ROLES, Permission
from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.cases.actions import MatterGone, TransitionRefused, check_channel, lock_matter, touch
from portal.cases.statuses import Channel, TieAnswer
from portal.disclosures.actions import lock_subject
from portal.mail.actions import enqueue
from portal.mail.statuses import MailKind
from portal.passes.models import Pass

from ..models import AccessRequest
from ..policies import can_ask
from ..queries import subject_behind
from ..statuses import STAFF_KNOW_BY, AccessStatus, KnownBy

if TYPE_CHECKING:
    from portal.accounts.viewer import Viewer
    from portal.cases.models import Matter
    from portal.disclosures.subjects import Subject

# So many days before the last one, whoever answers for records hears of it again.
SOON = timedelta(days=10)
AGAIN_AFTER = timedelta(days=5)


@transaction.atomic
def ask_for_access(
    *, subject: Subject, wish: str, channel: Channel, by: Viewer, known_by: KnownBy = KnownBy.OWN_PAGE
) -> AccessRequest:
    """Open a request; from now on nothing of the matter is destroyed. Asking twice is asking once.

    Raises PermissionDenied, MatterGone or TransitionRefused.
    """
    subject = lock_subject(subject)
    if not can_ask(by, subject):
        raise PermissionDenied
    check_channel(channel, by)
    staff = None if isinstance(by, Pass) else by
    if staff is not None and known_by not in STAFF_KNOW_BY:
        raise TransitionRefused(step="ask", words=_("Say how you know that it is the person."))
    asked = AccessRequest.objects.open().of(subject).first()
    if asked is not None:
        return asked
    asked = AccessRequest.objects.create(
        **subject.columns,
        wish=wish,
        channel=channel,
        recorded_by=staff,
        known_by=known_by if staff else KnownBy.OWN_PAGE,
    )
    record(AuditEvent.ACCESS_ASKED, actor=by, matter=subject.matter, subject=asked, channel=str(channel))
    touch(subject.matter)
    _tell_staff(subject.matter)
    return asked


@transaction.atomic
def take_back_request(*, access_id: UUID, channel: Channel, by: Viewer) -> AccessRequest:
    """The person no longer wants it. Raises PermissionDenied, MatterGone or TransitionRefused."""
    asked = lock_access(access_id)
    if not can_ask(by, subject_behind(asked)):
        raise PermissionDenied
    check_channel(channel, by)
    if not asked.is_open:
        raise TransitionRefused(step="take back", words=str(asked.get_status_display()))
    asked.status = AccessStatus.TAKEN_BACK
    asked.save(update_fields=["status"])
    asked.items.all().delete()
    record(AuditEvent.ACCESS_TAKEN_BACK, actor=by, matter=asked.matter, subject=asked, channel=str(channel))
    return asked


def lock_access(access_id: UUID) -> AccessRequest:
    """The request as it is now, its matter locked first. Raises MatterGone."""
    matter_id = AccessRequest.objects.filter(pk=access_id).values_list("matter_id", flat=True).first()
    if matter_id is None:
        raise MatterGone
    matter = lock_matter(matter_id, kept_too=True)
    asked = AccessRequest.objects.select_related("participant__case", "request").get(pk=access_id)
    asked.matter = matter
    return asked


def remind_of_due() -> int:
    """For the timer: the last day comes near or is over. Returns how many requests were brought to mind."""
    today = timezone.localdate()
    near = AccessRequest.objects.open().filter(due_on__lte=today + SOON)
    quiet = near.exclude(reminded_on__gt=today - AGAIN_AFTER)
    return sum(_remind(pk) for pk in quiet.values_list("pk", flat=True))


@transaction.atomic
def _remind(access_id: UUID) -> bool:
    try:
        asked = lock_access(access_id)
    except MatterGone:
        return False
    asked.reminded_on = timezone.localdate()
    asked.save(update_fields=["reminded_on"])
    _tell_staff(asked.matter)
    return True


def _tell_staff(matter: Matter) -> None:
    roles = [code for code, role in ROLES.items() if Permission.ANSWER_FOR_RECORDS in role.permissions]
    grants = RoleGrant.objects.valid().filter(programme=matter.programme_id, role__in=roles)
    tied = matter.ties.filter(answer=TieAnswer.YES).values("person")
    for person in User.objects.active().filter(pk__in=grants.values("user")).exclude(pk__in=tied):
        enqueue(kind=MailKind.STAFF_NEWS, address=person.email, key_id=matter.pk)
