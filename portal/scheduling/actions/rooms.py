"""The rooms in which sessions can be held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db import transaction

from portal.audit.events import AuditEvent
from portal.audit.record import record

from ..models import Room
from ..policies import can_keep_rooms

if TYPE_CHECKING:
    from portal.accounts.models import User


@transaction.atomic
def add_room(*, name: str, seats: int, by: User) -> Room:
    """Raises PermissionDenied, or ValidationError when there is a room of that name."""
    if not can_keep_rooms(by):
        raise PermissionDenied
    room = Room(name=name, seats=seats)
    room.full_clean()
    room.save()
    record(AuditEvent.ROOM_ADDED, actor=by, subject=room)
    return room


@transaction.atomic
def change_room(*, room_id: int, name: str, seats: int, is_active: bool, by: User) -> Room:
    """Rename a room, or retire it: what is booked there stays, and nobody books it any more. Raises as `add_room`."""
    if not can_keep_rooms(by):
        raise PermissionDenied
    room = Room.objects.select_for_update().get(pk=room_id)
    given = {"name": name, "seats": seats, "is_active": is_active}
    changed = sorted(field for field, value in given.items() if getattr(room, field) != value)
    if changed:
        for field in changed:
            setattr(room, field, given[field])
        room.full_clean()
        room.save(update_fields=changed)
        record(AuditEvent.ROOM_CHANGED, actor=by, subject=room, fields=changed)
    return room
