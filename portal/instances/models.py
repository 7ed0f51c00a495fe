from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from portal.vault.fields import SealedTextField
from portal.vault.models import SealedModel

from .statuses import DocumentCode


class ExcusedDocument(SealedModel):
    """A document that will never exist, and why: the director says so, and it stands in the register."""

    matter = models.ForeignKey("portal.Matter", on_delete=models.CASCADE, related_name="excused_documents")
    code = models.CharField(max_length=20, choices=DocumentCode.choices)
    # The person, the allegation or the measure that it is about; the matter itself where there is one for all.
    about = models.UUIDField()
    reason = SealedTextField(seal="excused_document.reason")
    excused_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    excused_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["excused_at"]
        constraints = [
            models.UniqueConstraint(fields=["matter", "code", "about"], name="a_document_is_excused_once"),
        ]

    def __str__(self) -> str:
        return f"{self.code} excused"
