from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from portal.vault.constraints import exactly_one
from portal.vault.models import SealedModel

from ..querysets import TellingQuerySet
from ..statuses import Channel


class Telling(SealedModel):
    """News for somebody who chose neither mail nor to come back with a code: staff tell them (P1).

    However much is new, one line waits for each person until staff say that they told them.
    """

    matter = models.ForeignKey("portal.Matter", on_delete=models.CASCADE, related_name="tellings")
    # Whom: the holder of a personal code, or a participant who has none.
    entry = models.ForeignKey("portal.Pass", on_delete=models.CASCADE, null=True, blank=True, related_name="tellings")
    participant = models.ForeignKey(
        "portal.Participant", on_delete=models.CASCADE, null=True, blank=True, related_name="tellings"
    )
    since = models.DateTimeField(default=timezone.now)
    told_at = models.DateTimeField(null=True, blank=True)
    told_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    channel = models.CharField(max_length=20, choices=Channel.choices, blank=True)

    objects = TellingQuerySet.as_manager()

    class Meta:
        ordering = ["since"]
        constraints = [
            exactly_one("entry", "participant", name="a_telling_is_for_a_code_holder_or_for_a_participant_without"),
            models.CheckConstraint(
                name="a_telling_names_who_told_and_how_exactly_when_told",
                condition=Q(told_at=None, told_by=None, channel="")
                | Q(told_at__isnull=False, told_by__isnull=False) & ~Q(channel=""),
            ),
            models.UniqueConstraint(
                fields=["entry"],
                condition=Q(told_at=None, entry__isnull=False),
                name="a_code_holder_waits_on_one_line_to_be_told",
            ),
            models.UniqueConstraint(
                fields=["participant"],
                condition=Q(told_at=None, participant__isnull=False),
                name="a_participant_waits_on_one_line_to_be_told",
            ),
        ]

    def __str__(self) -> str:
        return f"telling {self.pk}"
