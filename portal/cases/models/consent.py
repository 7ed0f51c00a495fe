from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from portal.vault.models import SealedModel

from ..statuses import AttemptResult, Channel, ConsentKind, Route


class Consent(SealedModel):
    """A yes or a no of one participant: what was asked, in which words, when, and who wrote it down.

    Rows are only added: the newest row of a kind (and of what it is about) is the one that counts.
    """

    participant = models.ForeignKey("portal.Participant", on_delete=models.CASCADE, related_name="consents")
    kind = models.CharField(max_length=20, choices=ConsentKind.choices)
    yes = models.BooleanField()
    # The person whom a CONTACT or COMPANION answer is about.
    about = models.ForeignKey(
        "portal.Participant",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="consents_about",
    )
    # The session a FURTHER_SESSION answer looks for: 2 for the second.
    round = models.PositiveSmallIntegerField(default=1)
    # The version of the words that were shown.
    notice = models.ForeignKey(
        "portal.Notice",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    channel = models.CharField(max_length=20, choices=Channel.choices)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    given_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["given_at"]
        constraints = [
            models.CheckConstraint(
                name="consent_is_recorded_by_staff_exactly_when_not_given_by_self",
                condition=models.Q(channel=Channel.SELF, recorded_by__isnull=True)
                | ~models.Q(channel=Channel.SELF) & models.Q(recorded_by__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.yes}"


class ContactAttempt(SealedModel):
    """One try to reach somebody who was not heard from yet; their number is capped."""

    participant = models.ForeignKey("portal.Participant", on_delete=models.CASCADE, related_name="attempts")
    route = models.CharField(max_length=20, choices=Route.choices)
    result = models.CharField(max_length=20, choices=AttemptResult.choices)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["made_at"]

    def __str__(self) -> str:
        return f"{self.route} {self.result}"
