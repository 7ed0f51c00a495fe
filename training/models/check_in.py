from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from training.querysets import CheckInDeskQuerySet

from .offering import Meeting


class CheckInDesk(models.Model):
    """A device at the door of one meeting. It is let in by a code that works once, and knows this meeting only.

    Only hashes are kept: of the code until a device has typed it, then of the secret in that device's cookie.
    """

    PAIR_WITHIN = timedelta(minutes=10)
    OPEN_BEFORE = timedelta(hours=12)
    OPEN_AFTER = timedelta(hours=1)

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="check_in_desks")
    code_hash = models.CharField(max_length=64, blank=True)
    device_hash = models.CharField(max_length=64, blank=True)
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(default=timezone.now)
    pair_until = models.DateTimeField()
    closes_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = CheckInDeskQuerySet.as_manager()

    class Meta:
        verbose_name = _("check-in desk")
        ordering = ["-opened_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="a_check_in_desk_closes_after_it_opens", condition=Q(closes_at__gt=F("opened_at"))
            ),
            models.CheckConstraint(
                name="a_code_of_a_desk_is_gone_once_a_device_has_used_it",
                condition=Q(code_hash="") | Q(device_hash=""),
            ),
        ]

    def __str__(self) -> str:
        return f"check-in desk {self.pk}"

    def is_open(self, moment) -> bool:
        return self.closed_at is None and moment < self.closes_at
