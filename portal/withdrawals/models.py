from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from portal.cases.statuses import CaseStatus, Channel
from portal.vault.models import SealedModel


class Withdrawal(SealedModel):
    """Somebody left the case. There is no field for a reason, on purpose (M31)."""

    participant = models.OneToOneField("portal.Participant", on_delete=models.CASCADE, related_name="withdrawal")
    stage = models.CharField(max_length=20, choices=CaseStatus.choices)
    channel = models.CharField(max_length=20, choices=Channel.choices)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    withdrew_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"withdrawal {self.pk}"
