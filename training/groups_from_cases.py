"""What portal.cases is told at start-up: a group that talks with the office may ask for a training of its own."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from portal.cases.train_us import TrainingSide

from .actions import send_group_request
from .statuses import Audience


def side_for_groups() -> TrainingSide:
    return TrainingSide(audiences=Audience.choices, take=_take)


def _take(wish_id: UUID, facts: dict[str, Any]) -> None:
    send_group_request(request_id=wish_id, facts=facts)
