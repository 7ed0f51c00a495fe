"""Enrolling, and what the office decides about an application."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.intake.actions.drafts import keep_slip
from portal.intake.envelope import EnvelopeKey
from training.models import Enrolment, Learner, Offering
from training.policies import can_manage_training
from training.prerequisites import reasons_against
from training.statuses import EnrolmentStatus

from . import telling
from .learners import find_proof, know
from .places import Refused, change, free_places, lock, next_in_line, settle

if TYPE_CHECKING:
    from portal.accounts.models import User


class NotProven(Exception):
    """The address has not been proven in this browser, or too long ago."""


@dataclass(frozen=True)
class Wishes:
    """What somebody tells with an enrolment; nothing of it is needed to have a place."""

    access_needs: str = ""
    food: str = ""
    why: str = ""


@transaction.atomic
def enrol_proven(*, key: EnvelopeKey | None, offering_id: int, name: str, wishes: Wishes) -> Enrolment:
    """Enrol whoever has proven an address in this browser.

    Somebody new gets a pass, and the slip with its code waits for this browser alone. Raises NotProven, or Refused, and
    then nobody new is kept.
    """
    proof = find_proof(key)
    if key is None or proof is None or proof.proven_at is None:
        raise NotProven
    known = know(address=proof.address, name=name)
    enrolment = enrol(offering_id=offering_id, learner=known.learner, wishes=wishes)
    if known.issued is not None:
        slip = {"code": known.issued.code, "phrase": known.issued.phrase, "enrolment": str(enrolment.pk)}
        keep_slip(key=key, slip=slip)
    return enrolment


@transaction.atomic
def enrol(*, offering_id: int, learner: Learner, wishes: Wishes) -> Enrolment:
    """Give somebody a place, a place in line, or a place among the applications. Twice is once.

    Raises Refused with the reasons: closed meanwhile, or something is needed first.
    """
    now = timezone.now()
    offering = lock(offering_id)
    settle(offering, now)
    already = offering.enrolments.live(now).filter(learner=learner).first()
    if already is not None:
        return already
    _refuse_unless_open(offering, now)
    reasons = reasons_against(learner, offering)
    if reasons:
        raise Refused(*reasons)
    enrolment = Enrolment.objects.create(
        vault_key=learner.vault_key,
        offering=offering,
        learner=learner,
        status=EnrolmentStatus.APPLIED if offering.needs_review else _seat(offering, now),
        line=next_in_line(offering),
        access_needs=wishes.access_needs,
        food=wishes.food,
        why=wishes.why,
    )
    _touch(learner, now)
    record(AuditEvent.ENROLLED, actor=learner.entry, subject=enrolment, status=enrolment.status)
    tell_of_place(enrolment)
    return enrolment


@transaction.atomic
def admit(*, enrolment_id: UUID, by: User) -> Enrolment:
    """Say yes to an application: a place if one is free and nobody waits for it, else a place in line."""
    enrolment, now = _application(enrolment_id, by), timezone.now()
    if enrolment.status != EnrolmentStatus.APPLIED:
        raise Refused(_("Somebody has decided this already."))
    settle(enrolment.offering, now)
    change(enrolment, _seat(enrolment.offering, now))
    record(AuditEvent.ENROLMENT_DECIDED, actor=by, subject=enrolment, status=enrolment.status)
    tell_of_place(enrolment)
    return enrolment


@transaction.atomic
def turn_down(*, enrolment_id: UUID, reason: str, by: User) -> Enrolment:
    """Say no to an application. The person reads the reason on their page."""
    enrolment = _application(enrolment_id, by)
    if enrolment.status != EnrolmentStatus.APPLIED:
        raise Refused(_("Somebody has decided this already."))
    enrolment.reason = reason
    enrolment.save(update_fields=["reason"])
    change(enrolment, EnrolmentStatus.NOT_ADMITTED)
    record(AuditEvent.ENROLMENT_DECIDED, actor=by, subject=enrolment, status=enrolment.status)
    telling.tell(enrolment)
    return enrolment


def tell_of_place(enrolment: Enrolment) -> None:
    """A place comes with a calendar file, everything else with the news alone."""
    if enrolment.status == EnrolmentStatus.CONFIRMED:
        telling.confirm(enrolment)
    else:
        telling.tell(enrolment)


def locked(enrolment_id: UUID) -> Enrolment:
    """An enrolment with its offering locked first, as everybody does it."""
    offering_id = Enrolment.objects.values_list("offering", flat=True).get(pk=enrolment_id)
    offering = lock(offering_id)
    enrolment = Enrolment.objects.select_related("learner__entry").get(pk=enrolment_id)
    enrolment.offering = offering
    return enrolment


def _application(enrolment_id: UUID, by: User) -> Enrolment:
    if not can_manage_training(by):
        raise PermissionDenied
    return locked(enrolment_id)


def _seat(offering: Offering, now: datetime) -> EnrolmentStatus:
    """Whoever comes now does not pass those who wait."""
    is_free = free_places(offering, now) > 0 and not offering.enrolments.waiting().exists()
    return EnrolmentStatus.CONFIRMED if is_free else EnrolmentStatus.WAITING


def _refuse_unless_open(offering: Offering, now: datetime) -> None:
    if now < offering.opens_at:
        raise Refused(_("Enrolment for these dates is not open yet."))
    if not offering.takes_enrolments(now):
        raise Refused(_("Enrolment for these dates has closed. Nothing was sent; please look at the other dates."))


def _touch(learner: Learner, now: datetime) -> None:
    """Kept to the day: how long a record is kept is counted in days."""
    if learner.last_active_at.date() == now.date():
        return
    learner.last_active_at = now
    learner.save(update_fields=["last_active_at"])
