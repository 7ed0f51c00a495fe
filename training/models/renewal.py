from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .certification import Certification


class RenewalReminder(models.Model):
    """A reminder that was sent: the row is what makes it the only one of its kind."""

    certification = models.ForeignKey(Certification, on_delete=models.CASCADE, related_name="reminders")
    days = models.PositiveSmallIntegerField(_("days before the end"))
    sent_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("reminder of a renewal")
        ordering = ["sent_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["certification", "days"], name="a_renewal_is_reminded_of_once_each"),
        ]

    def __str__(self) -> str:
        return f"{self.days} days before {self.certification_id} ends"
