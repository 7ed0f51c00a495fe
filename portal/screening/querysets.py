"""Who sees rubrics and screenings, and which of them are in use or open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Max

from portal.accounts.roles import Permission
from portal.cases.models import Matter
from portal.documents.statuses import VersionStatus
from portal.passes.models import Pass
from portal.vault.querysets import SealedQuerySet

from .statuses import Standing, Trigger

if TYPE_CHECKING:
    from portal.accounts.viewer import Viewer
    from portal.programmes.models import Programme


class RubricQuerySet(models.QuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        """Rubrics of the programmes in which this viewer screens. No participant and no neutral reads them."""
        if isinstance(viewer, Pass) or not viewer.is_verified():
            return self.none()
        return self.filter(programme__in=viewer.programmes_with(Permission.SCREEN))

    def approved(self) -> Self:
        return self.filter(status=VersionStatus.APPROVED)

    def drafts(self) -> Self:
        return self.filter(status=VersionStatus.DRAFT)

    def next_version(self) -> int:
        return (self.aggregate(latest=Max("version"))["latest"] or 0) + 1

    def with_items(self) -> Self:
        return self.select_related("programme").prefetch_related("stops", "criteria")

    def to_screen_with(self, programme: Programme) -> Self:
        """What a screening reads; the criteria only where the programme weighs them."""
        lines = ("stops", "criteria") if programme.weighted_criteria else ("stops",)
        return self.approved().filter(programme=programme).prefetch_related(*lines)


class ItemQuerySet(models.QuerySet):
    def asked(self) -> Self:
        """What is still asked; a retired line stays for its code's sake and is never used again."""
        return self.filter(is_retired=False)


class OfMatterQuerySet(SealedQuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        """For those who screen, in matters that they may see: a tie comes before any role."""
        if isinstance(viewer, Pass) or not viewer.is_verified():
            return self.none()
        matters = Matter.objects.visible_to(viewer).filter(programme__in=viewer.programmes_with(Permission.SCREEN))
        return self.filter(matter__in=matters.values("pk"))


class ScreeningQuerySet(OfMatterQuerySet):
    def in_force(self) -> Self:
        return self.filter(standing=Standing.IN_FORCE)

    def waiting(self) -> Self:
        return self.filter(standing=Standing.WAITING)


class ScreenAgainQuerySet(OfMatterQuerySet):
    def open(self) -> Self:
        return self.filter(settled_at=None)

    def before_a_time_is_booked(self) -> Self:
        """Everything but the look before a session, which comes once its time is known."""
        return self.exclude(trigger=Trigger.SESSION)
