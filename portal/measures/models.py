from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.cases.statuses import Channel
from portal.vault.constraints import exactly_one
from portal.vault.fields import SealedTextField
from portal.vault.models import SealedModel

from .querysets import MeasureQuerySet
from .statuses import OVER, RUNNING, Basis, MeasureKind, MeasureStatus, OwnerRole


def _person(**facts: object) -> models.ForeignKey:
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+", **facts
    )


class Measure(SealedModel):
    """An interim arrangement or accommodation for one person (C17): asked for, decided, in place, looked at, ended.

    It says what is needed and nothing of why: those who see to it see this row and never the case.
    """

    matter = models.ForeignKey("portal.Matter", on_delete=models.CASCADE, related_name="measures")
    request = models.ForeignKey(
        "portal.Request", on_delete=models.CASCADE, null=True, blank=True, related_name="measures"
    )
    participant = models.ForeignKey(
        "portal.Participant", on_delete=models.CASCADE, null=True, blank=True, related_name="measures"
    )
    kind = models.CharField(max_length=20, choices=MeasureKind.choices)
    basis = models.CharField(max_length=20, choices=Basis.choices, default=Basis.POLICY)
    status = models.CharField(max_length=20, choices=MeasureStatus.choices, default=MeasureStatus.REQUESTED)
    wish = SealedTextField(seal="measure.wish")
    requested_on = models.DateField(default=timezone.localdate)
    channel = models.CharField(max_length=20, choices=Channel.choices)
    recorded_by = _person()
    owner_role = models.CharField(max_length=30, choices=OwnerRole.choices, blank=True)
    arrangement = SealedTextField(seal="measure.arrangement", blank=True)
    # When none is given, the law wants to know why (R13).
    reason = SealedTextField(seal="measure.reason", blank=True)
    decided_by = _person()
    decided_at = models.DateTimeField(null=True, blank=True)
    in_place_on = models.DateField(null=True, blank=True)
    review_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    end_reason = SealedTextField(seal="measure.end_reason", blank=True)
    keep_until = models.DateField(null=True, blank=True)
    reminded_on = models.DateField(null=True, blank=True)

    objects = MeasureQuerySet.as_manager()

    class Meta:
        ordering = ["review_on", "requested_on"]
        constraints = [
            exactly_one("request", "participant", name="a_measure_is_for_one_person"),
            models.CheckConstraint(
                name="a_measure_is_decided_by_somebody_exactly_when_decided",
                condition=Q(status=MeasureStatus.REQUESTED, decided_by=None, decided_at=None)
                | ~Q(status=MeasureStatus.REQUESTED) & Q(decided_by__isnull=False, decided_at__isnull=False),
            ),
            models.CheckConstraint(
                name="a_measure_that_is_given_has_a_role_that_sees_to_it",
                condition=Q(status__in=[MeasureStatus.REQUESTED, MeasureStatus.NOT_GIVEN]) | ~Q(owner_role=""),
            ),
            models.CheckConstraint(
                name="a_measure_has_a_day_of_review_exactly_while_it_runs",
                condition=Q(
                    status__in=[MeasureStatus.DECIDED, MeasureStatus.IN_PLACE, MeasureStatus.REVIEWED],
                    review_on__isnull=False,
                )
                | Q(
                    status__in=[MeasureStatus.REQUESTED, MeasureStatus.NOT_GIVEN, MeasureStatus.ENDED],
                    review_on__isnull=True,
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"measure {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("portal:measures:measure", args=[self.pk])

    @property
    def for_whom(self) -> str:
        if self.participant is not None:
            return self.participant.display_name
        return (self.request.name if self.request else "") or _("The person who wrote to us")

    @property
    def is_running(self) -> bool:
        return self.status in RUNNING

    @property
    def is_over(self) -> bool:
        return self.status in OVER

    @property
    def is_review_due(self) -> bool:
        return self.review_on is not None and self.review_on <= timezone.localdate()


class MeasureReview(SealedModel):
    """A look at a measure that is in place: whether it still fits."""

    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="reviews")
    held_on = models.DateField()
    words = SealedTextField(seal="measurereview.words")
    held_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-held_on"]

    def __str__(self) -> str:
        return f"review {self.pk}"
