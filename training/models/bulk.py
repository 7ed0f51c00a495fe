from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from training.querysets import OfManagersQuerySet
from training.statuses import BulkKind

from .offering import Offering


class BulkStep(models.Model):
    """One click that changed many rows, with what stood there before, so that it can be taken back.

    `before` and `after` name rows by their id and hold numbers and codes only.
    """

    UNDO_WITHIN = timedelta(hours=24)

    offering = models.ForeignKey(Offering, on_delete=models.CASCADE, related_name="bulk_steps")
    kind = models.CharField(max_length=15, choices=BulkKind.choices)
    meeting = models.ForeignKey("training.Meeting", on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    undone_at = models.DateTimeField(null=True, blank=True)

    objects = OfManagersQuerySet.as_manager()

    class Meta:
        verbose_name = _("step for many")
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="attendance_for_many_is_of_one_meeting",
                condition=Q(kind=BulkKind.ATTENDANCE, meeting__isnull=False)
                | ~Q(kind=BulkKind.ATTENDANCE) & Q(meeting=None),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    def can_be_undone(self, moment) -> bool:
        return self.undone_at is None and moment - self.made_at <= self.UNDO_WITHIN
