"""What somebody keeps on their own desk."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from .querysets import SavedViewQuerySet


class SavedView(models.Model):
    """Filters of the case list that its owner comes back to. Nobody else sees it.

    It has no name of its own and keeps no words of a search: either would mostly be somebody's name, and this row
    outlives every case. Screens call it by what it filters.
    """

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="saved_views")
    # Codes by the name of their filter, such as {"status": "INVITING", "whose": "mine"}.
    filters = models.JSONField()
    saved_at = models.DateTimeField(default=timezone.now)

    objects = SavedViewQuerySet.as_manager()

    class Meta:
        ordering = ["saved_at"]

    def __str__(self) -> str:
        return f"view {self.pk}"
