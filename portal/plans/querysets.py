"""Who sees which plan, commitment or record of the enforcing office. Views reach rows only through here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db.models import Q

from portal.accounts.roles import Permission
from portal.passes.models import Pass
from portal.vault.querysets import SealedQuerySet

from .statuses import CommitmentStatus, PlanStatus

if TYPE_CHECKING:
    from portal.accounts.viewer import Viewer


class PlanQuerySet(SealedQuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        """Whoever may open the case; a participant from the day on which everyone is asked to read it."""
        cases = self.model.case.field.related_model.objects.visible_to(viewer)
        plans = self.filter(case__in=cases.values("pk"))
        return plans.exclude(status=PlanStatus.DRAFT) if isinstance(viewer, Pass) else plans

    def to_review(self, viewer: Viewer) -> Self:
        """What waits for the Chair: the plans handed in, and nothing of their cases."""
        return self._of_role(viewer, Permission.APPROVE_PLANS).filter(status=PlanStatus.SUBMITTED)

    def awaiting_requirements(self, viewer: Viewer) -> Self:
        """Plans that a formal proceeding asks something of, for the office that leads it, until they are handed in."""
        open_to_it = self._of_role(viewer, Permission.ENTER_REQUIREMENTS).filter(is_linked=True)
        return open_to_it.filter(status__in=[PlanStatus.DRAFT, PlanStatus.CONFIRMING])

    def _of_role(self, viewer: Viewer, permission: Permission) -> Self:
        """By a role that opens no case; a tie comes before it, and a matter being destroyed is nobody's."""
        if isinstance(viewer, Pass) or not viewer.is_verified():
            return self.none()
        plans = self.filter(case__programme__in=viewer.programmes_with(permission))
        tied = self.model.objects.filter(case__matter__ties__person=viewer, case__matter__ties__answer="YES")
        return plans.exclude(pk__in=tied.values("pk")).exclude(case__matter__status="DESTROYING")


class RecordQuerySet(SealedQuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        """The enforcing office's own; whoever had a tie to the matter has one to its record."""
        if isinstance(viewer, Pass) or not viewer.is_verified():
            return self.none()
        records = self.filter(programme__in=viewer.programmes_with(Permission.ENFORCE_PLANS))
        barred = self.model.objects.filter(barred__person=viewer)
        return records.exclude(pk__in=barred.values("pk"))


class ResolutionQuerySet(SealedQuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        """Whoever may open the case; a party from the day on which everyone is asked to sign."""
        cases = self.model.case.field.related_model.objects.visible_to(viewer)
        rows = self.filter(case__in=cases.values("pk"))
        return rows.filter(opened_at__isnull=False) if isinstance(viewer, Pass) else rows


class CommitmentQuerySet(SealedQuerySet):
    def open(self) -> Self:
        return self.filter(status=CommitmentStatus.OPEN)

    def visible_to(self, viewer: Viewer) -> Self:
        """Those of the plans, records and agreements that this viewer sees."""
        plans = self.model.plan.field.related_model.objects.visible_to(viewer)
        records = self.model.record.field.related_model.objects.visible_to(viewer)
        agreements = self.model.resolution.field.related_model.objects.visible_to(viewer)
        of_plans = Q(plan__in=plans.values("pk")) | Q(record__in=records.values("pk"))
        return self.filter(of_plans | Q(resolution__in=agreements.values("pk")))
