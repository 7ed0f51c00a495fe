from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Count, F, IntegerField, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, Greatest

from portal.accounts.roles import Permission
from portal.passes.models import Pass
from portal.vault.querysets import SealedQuerySet

from .statuses import LIVE, SEATED, EnrolmentStatus, OfferingStatus

if TYPE_CHECKING:
    from portal.accounts.viewer import Viewer


def manages(viewer: Viewer) -> bool:
    """Whether this viewer sees everything of training."""
    return not isinstance(viewer, Pass) and viewer.is_verified() and viewer.may(Permission.MANAGE_TRAINING)


class CourseQuerySet(models.QuerySet):
    def published(self) -> Self:
        return self.filter(published=True)

    def visible_to(self, viewer: Viewer) -> Self:
        """Everybody sees what is published; those who keep the training see the others too."""
        return self if manages(viewer) else self.published()


class OfferingQuerySet(models.QuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        """Those who keep the training see all of them; a learner those in which they have a place or a line."""
        if manages(viewer):
            return self
        own = {"entry": viewer} if isinstance(viewer, Pass) else {"user": viewer}
        mine = self.model.objects.filter(**{f"enrolments__learner__{name}": one for name, one in own.items()})
        return self.filter(pk__in=mine.values("pk"))

    def enrollable(self, moment: datetime) -> Self:
        """What anybody may enrol in, or join the waiting list of, at this moment."""
        return self.filter(
            status=OfferingStatus.OPEN,
            is_public=True,
            course__published=True,
            opens_at__lte=moment,
            closes_at__gt=moment,
        )

    def with_places(self, moment: datetime) -> Self:
        """Add `taken`, `waiting` and `free`, counted now. A place that somebody waits for is not free."""
        enrolments: EnrolmentQuerySet = self.model._meta.get_field("enrolments").related_model.objects  # type: ignore[union-attr]
        return self.annotate(
            taken=_counted(enrolments.holding(moment)),
            waiting=_counted(enrolments.waiting()),
        ).annotate(free=Greatest(F("places") - F("taken") - F("waiting"), 0, output_field=IntegerField()))


def _counted(rows: models.QuerySet) -> Coalesce:
    of_offering = rows.filter(offering=OuterRef("pk")).order_by().values("offering")
    return Coalesce(Subquery(of_offering.annotate(n=Count("pk")).values("n")), 0, output_field=IntegerField())


class LearnerQuerySet(SealedQuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        """Those who keep the training see all of them; a learner their own."""
        if manages(viewer):
            return self
        return self.filter(entry=viewer) if isinstance(viewer, Pass) else self.filter(user=viewer)


class EnrolmentQuerySet(SealedQuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        """Those who keep the training see all of them; a learner their own."""
        if manages(viewer):
            return self
        if isinstance(viewer, Pass):
            return self.filter(learner__entry=viewer)
        return self.filter(learner__user=viewer)

    def holding(self, moment: datetime) -> Self:
        """Those who take up a place. An offer that ran out takes up none, whether or not anybody has noticed."""
        return self.filter(Q(status__in=sorted(SEATED)) | self._stands(moment))

    def waiting(self) -> Self:
        """The line, first come first."""
        return self.filter(status=EnrolmentStatus.WAITING).order_by("line")

    def live(self, moment: datetime) -> Self:
        """Something can still come of these."""
        without_offers = sorted(LIVE - {EnrolmentStatus.OFFERED})
        return self.filter(Q(status__in=without_offers) | self._stands(moment))

    def tally(self, moment: datetime) -> dict[str, int]:
        """How many hold a place, wait, or let an offer run out, in one query."""
        return self.order_by().aggregate(
            holding=Count("pk", filter=Q(status__in=sorted(SEATED)) | self._stands(moment)),
            waiting=Count("pk", filter=Q(status=EnrolmentStatus.WAITING)),
            run_out=Count("pk", filter=Q(status=EnrolmentStatus.OFFERED, offer_expires_at__lte=moment)),
        )

    def run_out(self, moment: datetime) -> Self:
        return self.filter(status=EnrolmentStatus.OFFERED, offer_expires_at__lte=moment)

    @staticmethod
    def _stands(moment: datetime) -> Q:
        return Q(status=EnrolmentStatus.OFFERED, offer_expires_at__gt=moment)


class OfLearnerQuerySet(SealedQuerySet):
    """Sealed rows that belong to one learner."""

    def visible_to(self, viewer: Viewer) -> Self:
        """Those who keep the training see all of them; a learner their own."""
        if manages(viewer):
            return self
        return self.filter(learner__entry=viewer) if isinstance(viewer, Pass) else self.filter(learner__user=viewer)


class CreditQuerySet(OfLearnerQuerySet):
    def earned_by(self, on: date) -> Self:
        """What counts by this day; what is dated later counts for nothing yet. The twin of `Credit.is_earned`."""
        return self.filter(earned_on__lte=on)


class ObservationQuerySet(OfLearnerQuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        """A learner sees what was shared; an observer what they were asked for, until the learner's record ends."""
        if manages(viewer):
            return self
        shared = super().visible_to(viewer).filter(shared_at__isnull=False)
        return shared if isinstance(viewer, Pass) else self.filter(Q(pk__in=shared.values("pk")) | Q(observer=viewer))


class CertificationQuerySet(models.QuerySet):
    def current(self, on: date) -> Self:
        """Certifications that hold on this day; one that was taken back never holds again."""
        return self.filter(revoked_at=None, granted_on__lte=on, expires_on__gte=on)

    def visible_to(self, viewer: Viewer) -> Self:
        """Those who keep the training see all of them; a learner their own."""
        if manages(viewer):
            return self
        return self.filter(learner__entry=viewer) if isinstance(viewer, Pass) else self.filter(learner__user=viewer)


class ProofQuerySet(SealedQuerySet):
    pass


class GroupRequestQuerySet(SealedQuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        """Those who keep the training, and nobody else."""
        return self if manages(viewer) else self.none()


class OfManagersQuerySet(models.QuerySet):
    """Rows of the office's own work on courses."""

    def visible_to(self, viewer: Viewer) -> Self:
        """Those who keep the training, and nobody else."""
        return self if manages(viewer) else self.none()


class MaterialQuerySet(OfManagersQuerySet):
    def in_use(self) -> Self:
        return self.filter(removed_at=None)

    def published(self) -> Self:
        """What everybody may read."""
        return self.in_use().filter(published_at__isnull=False)


class CheckInDeskQuerySet(OfManagersQuerySet):
    def open(self, moment: datetime) -> Self:
        return self.filter(closed_at=None, closes_at__gt=moment)


class CohortMessageQuerySet(SealedQuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        """Those who keep the training. Learners read what was written to them on the page of their place."""
        return self if manages(viewer) else self.none()

    def to_read(self) -> Self:
        return self.filter(taken_back_at=None)


class PastImportQuerySet(SealedQuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        """Those who keep the training, and nobody else."""
        return self if manages(viewer) else self.none()


class PastRowQuerySet(PastImportQuerySet):
    pass
