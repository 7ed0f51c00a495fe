"""Who sees requests for somebody's own record, and directives that came in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from portal.accounts.roles import Permission
from portal.cases.models import Matter
from portal.disclosures.querysets import AboutSomebodyQuerySet
from portal.passes.models import Pass
from portal.vault.querysets import SealedQuerySet

from .statuses import OPEN_ACCESS

if TYPE_CHECKING:
    from portal.accounts.viewer import Viewer


class OwnRecordQuerySet(AboutSomebodyQuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        """A pass sees its holder's own; of staff only those who answer for records, and nobody with a tie."""
        rows = super().visible_to(viewer)
        if isinstance(viewer, Pass):
            return rows
        return rows.filter(matter__programme__in=viewer.programmes_with(Permission.ANSWER_FOR_RECORDS))


class AccessRequestQuerySet(OwnRecordQuerySet):
    def open(self) -> Self:
        return self.filter(status__in=OPEN_ACCESS)


class AmendmentQuerySet(OwnRecordQuerySet):
    def open(self) -> Self:
        return self.filter(decision="")


class AccessItemQuerySet(SealedQuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        """Pieces of a draft, for those who answer for records; the person reads the package, not the draft."""
        requests = self.model.access.field.related_model.objects.visible_to(viewer)
        if isinstance(viewer, Pass):
            return self.none()
        return self.filter(access__in=requests.values("pk"))


class DirectiveQuerySet(SealedQuerySet):
    def open(self) -> Self:
        return self.filter(answered_on=None)

    def visible_to(self, viewer: Viewer) -> Self:
        """Directives to a programme, for those who may place a hold in it."""
        if isinstance(viewer, Pass) or not viewer.is_verified():
            return self.none()
        return self.filter(programme__in=viewer.programmes_with(Permission.PLACE_HOLD))


def matters_of(viewer: Viewer):
    """Matters in which this viewer answers for records."""
    programmes = viewer.programmes_with(Permission.ANSWER_FOR_RECORDS) if not isinstance(viewer, Pass) else ()
    return Matter.objects.visible_to(viewer).filter(programme__in=programmes)
