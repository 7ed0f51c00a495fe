"""What learners hear by mail: that there is news, and where to read it. The words stand on the page."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Min
from django.utils import timezone

from portal.mail.actions import enqueue
from portal.mail.statuses import MailKind
from training.calendar import file_for
from training.links import learning_path, path_for
from training.models import Certification, Enrolment, Learner
from training.statuses import EnrolmentStatus, OfferingStatus

# How long before the first meeting people are reminded.
REMIND_BEFORE = timedelta(days=3)


def tell(enrolment: Enrolment) -> None:
    """Something has changed about this place."""
    _send(MailKind.PLACE_NEWS, enrolment)


def offer(enrolment: Enrolment) -> None:
    """A place is free for this person, until a moment that the mail names."""
    _send(MailKind.PLACE_OFFER, enrolment, until=timezone.localtime(enrolment.offer_expires_at))


def confirm(enrolment: Enrolment) -> None:
    """They have a place: the calendar file comes with the news."""
    _calendar(enrolment, cancelled=False)


def take_back(enrolment: Enrolment) -> None:
    """They have no place any more: take the meetings out of their calendar."""
    _calendar(enrolment, cancelled=True)


def tell_of_learning(learner: Learner) -> None:
    """Something new stands on the page of what they learned."""
    enqueue(
        kind=MailKind.LEARNING_NEWS,
        address=learner.address,
        key_id=learner.vault_key,
        context={"path": learning_path(learner)},
    )


def remind_of_renewal(certification: Certification) -> None:
    """It ends soon: on which day, and where to read what a renewal asks for."""
    learner = certification.learner
    context = {"path": learning_path(learner), "until": certification.expires_on}
    enqueue(kind=MailKind.RENEWAL_DUE, address=learner.address, key_id=learner.vault_key, context=context)


def remind_due() -> int:
    """For the timer: remind everybody whose course begins within three days, once. Returns how many."""
    now = timezone.now()
    soon = (
        Enrolment.objects.filter(
            status=EnrolmentStatus.CONFIRMED, reminded_at=None, offering__status=OfferingStatus.OPEN
        )
        .alias(begins=Min("offering__meetings__starts_at"))
        .filter(begins__gt=now, begins__lte=now + REMIND_BEFORE)
    )
    ids = list(soon.order_by().values_list("pk", flat=True))
    return sum(_remind(enrolment_id) for enrolment_id in ids)


@transaction.atomic
def _remind(enrolment_id: UUID) -> bool:
    kept = Enrolment.objects.select_for_update(of=("self",)).select_related("learner")
    enrolment = kept.filter(pk=enrolment_id, status=EnrolmentStatus.CONFIRMED, reminded_at=None).first()
    if enrolment is None:
        return False
    enrolment.reminded_at = timezone.now()
    enrolment.save(update_fields=["reminded_at"])
    _send(MailKind.PLACE_REMINDER, enrolment)
    return True


def _calendar(enrolment: Enrolment, *, cancelled: bool) -> None:
    meetings = list(enrolment.offering.meetings.all())
    ics = file_for(enrolment, meetings, cancelled=cancelled)
    _send(MailKind.PLACE_CALENDAR, enrolment, ics=ics, ics_method="CANCEL" if cancelled else "REQUEST")


def _send(kind: MailKind, enrolment: Enrolment, **context: object) -> None:
    learner = enrolment.learner
    context["path"] = path_for(enrolment.pk)
    enqueue(kind=kind, address=learner.address, key_id=learner.vault_key, context=context)
