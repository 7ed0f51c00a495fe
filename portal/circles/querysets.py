"""Who reads what is written down before and in a circle."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from portal.cases.models import Case, Participant
from portal.passes.models import Pass
from portal.vault.querysets import SealedQuerySet

if TYPE_CHECKING:
    from portal.accounts.viewer import Viewer


class PreparationQuerySet(SealedQuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        """One's own; staff and those who conduct the case read everybody's."""
        return self.filter(participant__in=Participant.objects.visible_to(viewer).values("pk"))


class ReadinessQuerySet(SealedQuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        """Staff and those who conduct the case; no participant learns who was found ready."""
        if isinstance(viewer, Pass):
            return self.none()
        return self.filter(participant__in=Participant.objects.visible_to(viewer).values("pk"))


class HarmQuerySet(SealedQuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        """Everybody in the circle wrote it, so everybody in it may read it."""
        return self.filter(case__in=Case.objects.visible_to(viewer).values("pk"))


class DebriefQuerySet(SealedQuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        """Those who led the circle and those who coordinate its case; no participant learns that it is there."""
        if isinstance(viewer, Pass):
            return self.none()
        return self.filter(session__case__in=Case.objects.visible_to(viewer).values("pk"))
