"""Who reads what was told in an emergency: hardly anybody, and not the people of the case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db.models import Q

from portal.accounts.roles import Permission
from portal.cases.statuses import TieAnswer
from portal.passes.models import Pass
from portal.vault.querysets import SealedQuerySet

if TYPE_CHECKING:
    from portal.accounts.viewer import Viewer


class BreakGlassQuerySet(SealedQuerySet):
    def to_review(self) -> Self:
        return self.filter(reviewed_at=None)

    def visible_to(self, viewer: Viewer) -> Self:
        """The director and the person on call, while they have a role in the programme; nobody who has or had a tie."""
        if isinstance(viewer, Pass) or not viewer.is_verified():
            return self.none()
        led = Q(programme__in=viewer.programmes_with(Permission.REVIEW_EMERGENCIES))
        named = Q(programme__emergency_rule__director=viewer) | Q(programme__emergency_rule__on_call=viewer)
        works_there = Q(programme__in={grant.programme_id for grant in viewer.valid_grants})
        walled = self.model.objects.filter(walled=viewer)
        tied = self.model.objects.filter(matter__ties__person=viewer, matter__ties__answer=TieAnswer.YES)
        shown = self.filter(led | named & works_there)
        return shown.exclude(pk__in=walled.values("pk")).exclude(pk__in=tied.values("pk"))
