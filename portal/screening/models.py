from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from portal.vault.fields import SealedJSONField, SealedTextField
from portal.vault.models import SealedModel

from .statuses import Decision


class Screening(SealedModel):
    """The office's decision on one request, with its reason. A person decides; nothing is computed here."""

    request = models.OneToOneField("portal.Request", on_delete=models.CASCADE, related_name="screening")
    decision = models.CharField(max_length=20, choices=Decision.choices)
    process = models.CharField(max_length=30, blank=True)
    # Codes of `Alternative`.
    alternatives = models.JSONField(default=list, blank=True)
    refer_to = SealedTextField(seal="screening.refer_to", blank=True)
    reason = SealedTextField(seal="screening.reason")
    # {"asked": [...]}: which points of the conversation were covered.
    conversation = SealedJSONField(seal="screening.conversation", blank=True)
    talked_on = models.DateField(null=True, blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="screening_names_a_process_exactly_when_suitable",
                condition=models.Q(decision=Decision.SUITABLE) & ~models.Q(process="")
                | ~models.Q(decision=Decision.SUITABLE) & models.Q(process=""),
            )
        ]

    def __str__(self) -> str:
        return f"screening {self.pk}"
