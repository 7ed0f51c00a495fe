from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models

from portal.passes.models import Pass

if TYPE_CHECKING:
    from portal.accounts.viewer import Viewer


class SavedViewQuerySet(models.QuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        """A view belongs to whoever saved it and shows itself to nobody else."""
        if isinstance(viewer, Pass) or not viewer.is_verified():
            return self.none()
        return self.filter(owner=viewer)
