"""What a guest, and whoever let them in, is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from portal.plans.models import SealedCopy
from portal.scheduling.models import Booking
from portal.scheduling.statuses import BookingStatus

from .models import Guest
from .statuses import Shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from portal.accounts.viewer import Viewer
    from portal.cases.models import Case
    from portal.passes.models import Pass


def own_guest(viewer: Viewer) -> Guest | None:
    """What this pass was given for, while it lasts."""
    rows = Guest.objects.visible_to(viewer)
    return rows.select_related("case__matter", "case__programme", "booking__room", "copy", "given_by").first()


def home_of(entry: Pass) -> str | None:
    """The first page of a guest's pass, also once it is over: it says so. None for everybody else's."""
    return reverse("portal:guests:own") if Guest.objects.filter(entry=entry).exists() else None


def guests_of(viewer: Viewer, case: Case) -> Sequence[tuple[Guest, bool]]:
    """Everybody who was let in to this case, newest first, and whether they still are."""
    rows = Guest.objects.visible_to(viewer).filter(case=case)
    live = set(Guest.objects.live().filter(case=case).values_list("pk", flat=True))
    return [(one, one.pk in live) for one in rows.select_related("given_by", "booking", "copy", "revoked_by")]


def booking_of(case: Case) -> Booking | None:
    return Booking.objects.filter(case=case, status=BookingStatus.BOOKED).first()


def copy_of(case: Case) -> SealedCopy | None:
    return SealedCopy.objects.filter(resolution__case=case).order_by("-sealed_at").first()


def what_can_be_shown(case: Case) -> list[Shown]:
    found = [(Shown.SESSION, booking_of(case)), (Shown.AGREEMENT, copy_of(case))]
    return [shown for shown, thing in found if thing is not None]
