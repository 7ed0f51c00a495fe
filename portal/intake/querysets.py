"""Who sees which request and which message."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from portal.accounts.roles import Permission
from portal.cases.models import Matter
from portal.cases.statuses import MatterStatus, TieAnswer
from portal.passes.models import Pass
from portal.vault.querysets import SealedQuerySet

from .statuses import OPEN_REQUESTS

if TYPE_CHECKING:
    from portal.accounts.viewer import Viewer


class RequestQuerySet(SealedQuerySet):
    def open(self) -> Self:
        return self.filter(status__in=OPEN_REQUESTS)

    def visible_to(self, viewer: Viewer) -> Self:
        """Requests this viewer may open: the writer's own pass, or staff of the programme without a tie."""
        requests = self.exclude(matter__status=MatterStatus.DESTROYING)
        if isinstance(viewer, Pass):
            return requests.filter(entry=viewer, matter__status=MatterStatus.OPEN)
        if not viewer.is_verified():
            return self.none()
        tied = self.model.objects.filter(matter__ties__person=viewer, matter__ties__answer=TieAnswer.YES)
        permitted = requests.filter(programme__in=viewer.programmes_with(Permission.OPEN_REQUESTS))
        kept = self.model.objects.filter(matter__status=MatterStatus.KEPT)
        unread = kept.exclude(programme__in=viewer.programmes_with(Permission.OPEN_KEPT))
        return permitted.exclude(pk__in=unread.values("pk")).exclude(pk__in=tied.values("pk"))


class MessageQuerySet(SealedQuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        """A pass sees its own conversation; staff see those of the matters they may open. Neutrals see none."""
        if isinstance(viewer, Pass):
            return self.filter(entry=viewer)
        return self.filter(vault_key__in=Matter.objects.visible_to(viewer).values("pk"))
