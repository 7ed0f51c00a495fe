from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone

from portal.vault.fields import SealedTextField
from portal.vault.models import SealedModel

from ..statuses import HoldKind, Outside, PurgeStep


class Hold(SealedModel):
    """Destruction of a matter is suspended (R25). It beats every other rule and is shown on the case."""

    matter = models.ForeignKey("portal.Matter", on_delete=models.PROTECT, related_name="hold_rows")
    kind = models.CharField(max_length=20, choices=HoldKind.choices)
    reason = SealedTextField(seal="hold.reason")
    placed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    placed_at = models.DateTimeField(default=timezone.now)
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    released_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"hold {self.pk}"


class OutsideCheck(SealedModel):
    """Somebody said that something outside this program is gone."""

    matter = models.ForeignKey("portal.Matter", on_delete=models.CASCADE, related_name="outside_checks")
    item = models.CharField(max_length=20, choices=Outside.choices)
    # Set for NEUTRAL_NOTES: whose notes.
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["matter", "item", "person"], name="whose_notes_are_confirmed_once"),
            models.UniqueConstraint(
                fields=["matter", "item"],
                condition=models.Q(person__isnull=True),
                name="an_outside_item_is_confirmed_once",
            ),
        ]

    def __str__(self) -> str:
        return self.item


class PurgeRun(models.Model):
    """A destruction under way: where it stands, and the coded values the statistic will get."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    # The matter's id; no foreign key, for the row outlives it by a moment.
    matter_id = models.UUIDField(unique=True)
    step = models.PositiveSmallIntegerField(choices=PurgeStep.choices, default=PurgeStep.MARKED)
    # Only codes and rounded numbers: see portal.reports.models.Statistic.
    values = models.JSONField(default=dict)
    # A record that was kept has its line in the statistics already.
    is_counted = models.BooleanField(default=False)
    # Random names of sealed files to remove.
    files = models.JSONField(default=list)
    started_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"purge {self.pk}"


class Receipt(models.Model):
    """Proof that a destruction was finished. It says nothing about anybody."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    programme = models.ForeignKey("portal.Programme", on_delete=models.PROTECT, related_name="+")
    destroyed_on = models.DateField()
    # The day the backup key of the key archive is itself destroyed: beyond recovery from then on.
    beyond_recovery_on = models.DateField()

    def __str__(self) -> str:
        return f"receipt {self.pk}"
