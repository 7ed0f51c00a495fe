"""Which guests somebody sees: a guest themselves, those who coordinate all of a case. Neutrals none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db.models import Q
from django.utils import timezone

from portal.accounts.roles import Permission
from portal.cases.models import Case
from portal.cases.statuses import OPEN_STATUSES, MatterStatus
from portal.passes.models import Pass
from portal.scheduling.statuses import BookingStatus
from portal.vault.querysets import SealedQuerySet

if TYPE_CHECKING:
    from portal.accounts.viewer import Viewer


class GuestQuerySet(SealedQuerySet):
    def live(self) -> Self:
        """Still open: not revoked, not run out, of a case that goes on, and of a session that is still booked."""
        open_now = Q(case__status__in=OPEN_STATUSES, case__matter__status=MatterStatus.OPEN)
        booked = Q(booking=None) | Q(booking__status=BookingStatus.BOOKED)
        return self.filter(open_now, booked, revoked_at=None, ends_at__gt=timezone.now())

    def visible_to(self, viewer: Viewer) -> Self:
        """A guest sees their own row until it is over; of staff, those who coordinate the case."""
        if isinstance(viewer, Pass):
            return self.live().filter(entry=viewer)
        led = Case.objects.visible_to(viewer).filter(programme__in=viewer.programmes_with(Permission.COORDINATE))
        return self.filter(case__in=led.values("pk"))
