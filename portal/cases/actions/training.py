"""Handing a group's wish for a training on: with their permission, and nothing of the conflict with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction

from portal.audit.events import AuditEvent
from portal.audit.record import record

from ..policies import can_ask_for_training
from ..statuses import Channel
from ..train_us import training_side
from .matters import lock_matter, touch

if TYPE_CHECKING:
    from portal.accounts.models import User


@transaction.atomic
def ask_for_training(*, matter_id: UUID, wish_id: UUID, facts: dict[str, Any], channel: Channel, by: User) -> None:
    """A group wants to be trained and allows that these facts go to the training side. The same id twice is once.

    What training gets is sealed under a key of its own: it stays when this matter is destroyed, and does not name it.
    Raises PermissionDenied or MatterGone.
    """
    matter = lock_matter(matter_id)
    if not can_ask_for_training(by, matter):
        raise PermissionDenied
    record(AuditEvent.TRAINING_ASKED, actor=by, matter=matter, people=facts["people"], channel=channel)
    training_side().take(wish_id, facts)
    touch(matter)
