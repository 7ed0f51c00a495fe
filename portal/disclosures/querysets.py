"""Who sees what was permitted and what was told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db.models import Q
from django.utils import timezone

from portal.cases.models import Matter
from portal.cases.statuses import MatterStatus
from portal.passes.models import Pass
from portal.vault.querysets import SealedQuerySet

if TYPE_CHECKING:
    from portal.accounts.viewer import Viewer

    from .subjects import Subject


class AboutSomebodyQuerySet(SealedQuerySet):
    def of(self, subject: Subject) -> Self:
        """What is about one person, also from the time before their request became a case."""
        if subject.participant is None:
            return self.filter(request=subject.request)
        before = Q(request__entry=subject.entry_id) if subject.entry_id else Q(pk__in=[])
        return self.filter(Q(participant=subject.participant) | before)

    def visible_to(self, viewer: Viewer) -> Self:
        """A pass sees what is about its own holder; staff what belongs to the matters they may open. Neutrals none."""
        if isinstance(viewer, Pass):
            own = Q(participant__entry=viewer) | Q(request__entry=viewer)
            return self.filter(own).exclude(matter__status=MatterStatus.DESTROYING)
        return self.filter(matter__in=Matter.objects.visible_to(viewer).values("pk"))


class SharePermissionQuerySet(AboutSomebodyQuerySet):
    def live(self) -> Self:
        """In force today: neither revoked nor over."""
        return self.filter(revoked_at=None, until__gte=timezone.localdate())
