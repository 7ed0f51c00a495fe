from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from portal.vault.fields import SealedTextField
from portal.vault.models import SealedModel

from ..querysets import NoteQuerySet
from ..statuses import NoteAudience


class Note(SealedModel):
    """What somebody writes down about a request or a case, for one of three audiences. Participants never see any.

    A note cannot change its audience: what was written for oneself is never shared by a slip.
    """

    matter = models.ForeignKey("portal.Matter", on_delete=models.CASCADE, related_name="notes")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    audience = models.CharField(max_length=10, choices=NoteAudience.choices, default=NoteAudience.STAFF)
    body = SealedTextField(seal="note.body")
    written_at = models.DateTimeField(default=timezone.now)

    objects = NoteQuerySet.as_manager()

    class Meta:
        ordering = ["-written_at"]

    def __str__(self) -> str:
        return f"note {self.pk}"
