from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.vault.fields import SealedTextField
from portal.vault.models import SealedModel
from training.querysets import CohortMessageQuerySet
from training.statuses import Cohort

from .enrolment import Enrolment
from .offering import Offering


class CohortMessage(SealedModel):
    """What the office wrote to many people of one offering. Sealed under a key of its own; read on each one's page."""

    offering = models.ForeignKey(Offering, on_delete=models.CASCADE, related_name="cohort_messages")
    audience = models.CharField(_("to whom"), max_length=10, choices=Cohort.choices)
    text = SealedTextField(seal="cohort_message.text")
    readers = models.ManyToManyField(Enrolment, related_name="cohort_messages")
    told = models.PositiveSmallIntegerField()
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(default=timezone.now)
    taken_back_at = models.DateTimeField(null=True, blank=True)

    objects = CohortMessageQuerySet.as_manager()

    class Meta:
        verbose_name = _("message to a cohort")
        verbose_name_plural = _("messages to cohorts")
        ordering = ["-written_at", "pk"]
