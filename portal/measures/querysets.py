"""Who sees which measure: those who see to it, whoever it is for, and nobody with a tie."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db.models import Q

from portal.accounts.roles import Permission
from portal.cases.statuses import MatterStatus, TieAnswer
from portal.passes.models import Pass
from portal.vault.querysets import SealedQuerySet

from .statuses import OVER

if TYPE_CHECKING:
    from portal.accounts.viewer import Viewer


class MeasureQuerySet(SealedQuerySet):
    def open(self) -> Self:
        return self.exclude(status__in=OVER)

    def visible_to(self, viewer: Viewer) -> Self:
        """The person it is for; the three roles that see to measures, though they may not open the case."""
        measures = self.exclude(matter__status=MatterStatus.DESTROYING)
        if isinstance(viewer, Pass):
            return measures.filter(Q(participant__entry=viewer) | Q(request__entry=viewer))
        if not viewer.is_verified():
            return self.none()
        tied = self.model.objects.filter(matter__ties__person=viewer, matter__ties__answer=TieAnswer.YES)
        seen = measures.filter(matter__programme__in=viewer.programmes_with(Permission.SEE_MEASURES))
        return seen.exclude(pk__in=tied.values("pk"))
