"""The rooms and what is booked in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Count, Q
from django.utils import timezone

from ..models import Room
from ..statuses import BookingStatus

if TYPE_CHECKING:
    from django.db.models import QuerySet


def rooms_in_use() -> QuerySet[Room]:
    """Rooms that can be booked first, then retired ones; each with `coming`, the number of sessions booked there."""
    coming = Q(bookings__status=BookingStatus.BOOKED, bookings__ends_at__gt=timezone.now())
    return Room.objects.annotate(coming=Count("bookings", filter=coming)).order_by("-is_active", "name")
