from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from ..querysets import AssignmentQuerySet
from ..statuses import AssignmentEnd, TieAnswer


class Assignment(models.Model):
    """A neutral asked to conduct a case. Being asked is not yet access; `accepted_at` is."""

    case = models.ForeignKey("portal.Case", on_delete=models.CASCADE, related_name="assignments")
    neutral = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="assignments")
    is_lead = models.BooleanField(default=False)
    # Beside the pair, with a circle of their own; trained and asked about ties like everybody.
    is_extra = models.BooleanField(default=False)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    tie = models.CharField(max_length=20, choices=TieAnswer.choices, default=TieAnswer.UNANSWERED)
    answered_at = models.DateTimeField(null=True, blank=True)
    accepted_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    end_reason = models.CharField(max_length=20, choices=AssignmentEnd.choices, blank=True)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        ordering = ["asked_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "neutral"],
                condition=models.Q(ended_at__isnull=True),
                name="a_neutral_is_assigned_once_at_a_time",
            ),
            models.CheckConstraint(
                name="an_assignment_is_accepted_only_without_a_tie",
                condition=models.Q(accepted_at__isnull=True) | models.Q(tie=TieAnswer.NO),
            ),
            models.CheckConstraint(
                name="an_assignment_has_a_reason_exactly_when_ended",
                condition=models.Q(ended_at__isnull=True, end_reason="")
                | models.Q(ended_at__isnull=False) & ~models.Q(end_reason=""),
            ),
        ]

    def __str__(self) -> str:
        return f"assignment {self.pk}"

    @property
    def is_accepted(self) -> bool:
        return self.accepted_at is not None and self.ended_at is None
