"""Who sees which session."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from portal.cases.models import Case
from portal.vault.querysets import SealedQuerySet

if TYPE_CHECKING:
    from portal.accounts.viewer import Viewer


class SessionQuerySet(SealedQuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        """The sessions of the cases this viewer may open."""
        return self.filter(case__in=Case.objects.visible_to(viewer).values("pk"))
