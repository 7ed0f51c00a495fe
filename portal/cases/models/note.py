from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from portal.vault.fields import SealedTextField
from portal.vault.models import SealedModel


class Note(SealedModel):
    """What staff write down for each other about a request or a case. Participants and neutrals never see it."""

    matter = models.ForeignKey("portal.Matter", on_delete=models.CASCADE, related_name="notes")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    body = SealedTextField(seal="note.body")
    written_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-written_at"]

    def __str__(self) -> str:
        return f"note {self.pk}"
