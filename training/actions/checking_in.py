"""Checking in at the door: a device that is tied to one meeting, and a QR code for people's own phones.

Nobody signs in. The device holds a secret in a cookie; the QR code leads to a neutral address with a token that names
the desk and is good for some minutes, so that whoever uses it is in the room.
"""

from __future__ import annotations

import hmac
import secrets
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.passes.codes import ALPHABET, plain
from portal.passes.throttle import Throttle
from training.addresses import address_hash
from training.models import Attendance, CheckInDesk, Enrolment, Meeting
from training.policies import can_manage_training
from training.statuses import EnrolmentStatus, OfferingStatus

from .enrolling import locked
from .places import Refused

if TYPE_CHECKING:
    from portal.accounts.models import User

# A whole class comes through one network of the house within a quarter of an hour.
PAIRING = Throttle("check-in-code", per_network=20, overall=300, seconds=3600)
ADDRESSES = Throttle("check-in-address", per_network=200, overall=2000, seconds=3600)
LETTERS = 8
QUARTER = timedelta(minutes=15)


@transaction.atomic
def open_desk(*, meeting_id: int, by: User) -> tuple[CheckInDesk, str]:
    """A desk for one meeting, and the code that lets one device in, to show once. Raises Refused at the wrong time."""
    if not can_manage_training(by):
        raise PermissionDenied
    meeting, now = Meeting.objects.select_related("offering").get(pk=meeting_id), timezone.now()
    if meeting.offering.status != OfferingStatus.OPEN or meeting.ends_at <= now:
        raise Refused(_("People check in for a meeting that is still to come, or is on."))
    if meeting.starts_at - now > CheckInDesk.OPEN_BEFORE:
        raise Refused(_("Check-in can be opened twelve hours before a meeting."))
    code = "".join(secrets.choice(ALPHABET) for _number in range(LETTERS))
    desk = CheckInDesk.objects.create(
        meeting=meeting,
        code_hash=_digest("code", plain(code)),
        opened_by=by,
        pair_until=now + CheckInDesk.PAIR_WITHIN,
        closes_at=meeting.ends_at + CheckInDesk.OPEN_AFTER,
    )
    record(AuditEvent.CHECK_IN_OPENED, actor=by, subject=desk, meeting=meeting.pk)
    return desk, f"{code[:4]}-{code[4:]}"


def pair_device(*, code: str, network: str) -> str:
    """Let the device in that typed the code. Returns its secret. Raises TooManyTries, or Refused for a wrong code."""
    PAIRING.check(network)
    PAIRING.count(network)
    now, secret = timezone.now(), secrets.token_urlsafe(32)
    waiting = CheckInDesk.objects.open(now).filter(pair_until__gt=now, code_hash=_digest("code", plain(code)))
    # One statement: of two devices with one code, one is let in.
    if not waiting.exclude(code_hash="").update(code_hash="", device_hash=_digest("device", secret)):
        raise Refused(_("This code does not work, or does not work any more. Please ask for a new one."))
    return secret


def desk_of_device(secret: str | None) -> CheckInDesk | None:
    """The open desk that a device is tied to."""
    if not secret:
        return None
    held = CheckInDesk.objects.open(timezone.now()).filter(device_hash=_digest("device", secret))
    return held.select_related("meeting__offering__course", "meeting__room").first()


@transaction.atomic
def close_desk(*, desk_id: int, by: User | None) -> None:
    """No more checking in at this desk. The device itself may do it; twice is once."""
    if by is not None and not can_manage_training(by):
        raise PermissionDenied
    desk = CheckInDesk.objects.select_for_update(of=("self",)).get(pk=desk_id)
    if desk.closed_at is None:
        desk.closed_at = timezone.now()
        desk.code_hash = desk.device_hash = ""
        desk.save(update_fields=["closed_at", "code_hash", "device_hash"])
        record(AuditEvent.CHECK_IN_CLOSED, actor=by, subject=desk)


@transaction.atomic
def check_in(*, desk: CheckInDesk, enrolment_id: UUID) -> Attendance:
    """Somebody has come: from this quarter hour until the end. Twice is once; what the office noted stays."""
    enrolment = locked(enrolment_id)
    now, meeting = timezone.now(), desk.meeting
    if enrolment.offering_id != meeting.offering_id or enrolment.status != EnrolmentStatus.CONFIRMED:
        raise Refused(_("Only people with a place in this course can check in."))
    if not desk.is_open(now) or meeting.ends_at <= now:
        raise Refused(_("This meeting is over. Please tell the trainers that you were there."))
    noted = Attendance.objects.filter(enrolment=enrolment, meeting=meeting).first()
    if noted is not None:
        return noted
    made = Attendance.objects.create(
        enrolment=enrolment, meeting=meeting, quarters=quarters_left(meeting, now), noted_by=None, noted_at=now
    )
    record(AuditEvent.CHECKED_IN, actor=None, subject=enrolment, meeting=meeting.pk, quarters=made.quarters)
    return made


def check_in_by_address(*, desk: CheckInDesk, address: str, network: str) -> Attendance:
    """The same from somebody's own phone. Raises TooManyTries, or Refused in one sentence whatever the reason."""
    ADDRESSES.check(network)
    ADDRESSES.count(network)
    mine = Enrolment.objects.filter(
        offering=desk.meeting.offering_id,
        learner__address_hash=address_hash(address),
        status=EnrolmentStatus.CONFIRMED,
    ).first()
    if mine is None:
        raise Refused(_("We did not find this address among those who have a place. Please check in at the door."))
    return check_in(desk=desk, enrolment_id=mine.pk)


def quarters_left(meeting: Meeting, now: datetime) -> int:
    """All of it for whoever comes within the first quarter hour; later, what is left, in begun quarter hours."""
    if now <= meeting.starts_at + QUARTER:
        return meeting.quarters
    return min(meeting.quarters, -(-(meeting.ends_at - now) // QUARTER))


def _digest(kind: str, words: str) -> str:
    return hmac.new(settings.ACCORD_TOKEN_KEY, f"check-in {kind}\x00{words}".encode(), "sha256").hexdigest()
