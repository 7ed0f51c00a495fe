from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from training.querysets import OfManagersQuerySet

from .offering import Offering


class TrainerAssignment(models.Model):
    """Somebody teaches an offering. Whoever leads it is certified as a trainer on each of its days."""

    offering = models.ForeignKey(Offering, on_delete=models.CASCADE, related_name="trainers")
    trainer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="teaches")
    leads = models.BooleanField(_("leads the course"), default=False)
    assigned_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    assigned_at = models.DateTimeField(default=timezone.now)

    objects = OfManagersQuerySet.as_manager()

    class Meta:
        verbose_name = _("trainer of an offering")
        ordering = ["-leads", "assigned_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["offering", "trainer"], name="somebody_teaches_an_offering_once"),
        ]

    def __str__(self) -> str:
        return f"{self.trainer} teaches {self.offering_id}"
