from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.cases.actions import MatterGone, TransitionRefused, check_channel, lock_matter, touch
from portal.intake.actions import news
from portal.intake.queries import keeping_programme
from portal.passes.models import Pass

from ..gates import missing_to_move
from ..models import MoveOffer
from ..policies import can_answer, can_offer
from ..queries import mover_of, newest_offer, subject_behind
from ..statuses import MoveAnswer

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.accounts.viewer import Viewer
    from portal.cases.statuses import Channel


@transaction.atomic
def offer_move(*, matter_id: UUID, asked_for: bool, by: User) -> MoveOffer:
    """Ask whoever asked the office whether it may move over; offered twice is offered once.

    After a no, only when they have asked for it themselves. Raises PermissionDenied, MatterGone, or
    TransitionRefused with all that stands in the way.
    """
    matter = lock_matter(matter_id)
    if not can_offer(by, matter):
        raise PermissionDenied
    subject = mover_of(matter)
    if subject is None:
        raise MatterGone
    if missing := missing_to_move(matter, to=keeping_programme()):
        raise TransitionRefused(step="move", missing=missing)
    earlier = newest_offer(subject)
    if earlier is not None and earlier.is_waiting:
        return earlier
    if earlier is not None and not asked_for:
        words = _("They said no. Offer it again only when they ask for it themselves.")
        raise TransitionRefused(step="move", words=words)
    offer = MoveOffer.objects.create(offered_by=by, asked_for=asked_for, **subject.columns)
    record(AuditEvent.MOVE_OFFERED, actor=by, matter=matter, subject=offer, asked_for=asked_for)
    news(subject.row, key_id=matter.pk)
    touch(matter)
    return offer


@transaction.atomic
def take_back_offer(*, offer_id: UUID, by: User) -> None:
    """It was offered by mistake: nobody has answered yet, and nothing of it stays. Raises as `offer_move`."""
    offer = lock_offer(offer_id)
    if not can_offer(by, offer.matter):
        raise PermissionDenied
    check_waiting(offer)
    record(AuditEvent.MOVE_OFFERED, actor=by, matter=offer.matter, subject=offer, taken_back=True)
    offer.delete()


@transaction.atomic
def say_no(*, offer_id: UUID, channel: Channel, by: Viewer) -> MoveOffer:
    """It stays where it is, nothing changes, and nobody asks why. Saying it twice is saying it once.

    Raises PermissionDenied, MatterGone, or TransitionRefused when it has moved.
    """
    offer = lock_offer(offer_id)
    check_answer(offer, channel, by)
    if offer.answer == MoveAnswer.NO:
        return offer
    check_waiting(offer)
    answer(offer, MoveAnswer.NO, channel, by)
    touch(offer.matter)
    return offer


def lock_offer(offer_id: UUID) -> MoveOffer:
    """The offer with its matter, locked in the one order. Raises MatterGone."""
    matter_id = MoveOffer.objects.filter(pk=offer_id).values_list("matter_id", flat=True).first()
    if matter_id is None:
        raise MatterGone
    matter = lock_matter(matter_id)
    rows = MoveOffer.objects.select_for_update(of=("self",)).select_related("request", "participant")
    offer = rows.filter(pk=offer_id).first()
    if offer is None:
        raise MatterGone
    offer.matter = matter
    return offer


def check_answer(offer: MoveOffer, channel: Channel, by: Viewer) -> None:
    if not can_answer(by, subject_behind(offer)):
        raise PermissionDenied
    check_channel(channel, by)


def check_waiting(offer: MoveOffer) -> None:
    if not offer.is_waiting:
        raise TransitionRefused(step="move", words=_("This has been answered already."))


def answer(offer: MoveOffer, said: MoveAnswer, channel: Channel, by: Viewer) -> None:
    offer.answer, offer.channel, offer.answered_at = said, channel, timezone.now()
    offer.recorded_by = None if isinstance(by, Pass) else by
    offer.save(update_fields=["answer", "channel", "answered_at", "recorded_by"])
    record(AuditEvent.MOVE_ANSWERED, actor=by, matter=offer.matter, subject=offer, yes=said == "YES", channel=channel)
