from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models

from portal.accounts.roles import Permission
from portal.passes.models import Pass

from .statuses import PieceStatus

if TYPE_CHECKING:
    from portal.accounts.viewer import Viewer


class WorkPieceQuerySet(models.QuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        """Supervisors see the pieces of their programmes, an intern those given to them while they are one."""
        if isinstance(viewer, Pass) or not viewer.is_verified():
            return self.none()
        supervised = models.Q(programme__in=viewer.programmes_with(Permission.COORDINATE))
        own = models.Q(intern=viewer, programme__in=viewer.programmes_with(Permission.DO_PIECES))
        return self.filter(supervised | own & ~models.Q(status=PieceStatus.TAKEN_BACK))

    def waiting(self) -> Self:
        return self.filter(status=PieceStatus.HANDED_IN)
