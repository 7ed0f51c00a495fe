"""Who sees which case of a sample."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from portal.accounts.roles import Permission
from portal.cases.models import Matter
from portal.passes.models import Pass
from portal.vault.querysets import SealedQuerySet

if TYPE_CHECKING:
    from portal.accounts.viewer import Viewer


class SampledCaseQuerySet(SealedQuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        """Those who look after the programme, in kept records that they may open: a tie comes before any role."""
        if isinstance(viewer, Pass) or not viewer.is_verified():
            return self.none()
        programmes = viewer.programmes_with(Permission.OVERSEE)
        matters = Matter.objects.visible_to(viewer).filter(programme__in=programmes, programme__destroys_at_close=False)
        return self.filter(matter__in=matters.values("pk"))
