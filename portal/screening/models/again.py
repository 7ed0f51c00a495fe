from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from portal.vault.fields import SealedTextField
from portal.vault.models import SealedModel

from ..querysets import ScreenAgainQuerySet
from ..statuses import Trigger


class ScreenAgain(SealedModel):
    """A reason to screen a case again; while it is open, the steps that depend on it wait."""

    matter = models.ForeignKey("portal.Matter", on_delete=models.CASCADE, related_name="screen_again")
    trigger = models.CharField(max_length=20, choices=Trigger.choices)
    # What staff wrote down about it; never shown to a participant or a neutral.
    words = SealedTextField(seal="screen_again.words", blank=True)
    # Nobody: it came from something that happened in the case.
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    asked_at = models.DateTimeField(default=timezone.now)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    settled_at = models.DateTimeField(null=True, blank=True)

    objects = ScreenAgainQuerySet.as_manager()

    class Meta:
        ordering = ["asked_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["matter"],
                condition=models.Q(trigger=Trigger.SESSION, settled_at__isnull=True),
                name="a_case_waits_once_for_the_look_before_a_session",
            ),
            models.CheckConstraint(
                name="screen_again_is_settled_by_somebody",
                condition=models.Q(settled_at__isnull=True, settled_by__isnull=True)
                | models.Q(settled_at__isnull=False, settled_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"screen again {self.pk}"
