from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from portal.vault.fields import SealedTextField
from portal.vault.models import SealedModel

from ..statuses import RetentionClass


class KeptRecord(SealedModel):
    """A closed matter of a programme that keeps its records: of which class, until when, and its disposal."""

    matter = models.OneToOneField("portal.Matter", on_delete=models.CASCADE, related_name="kept")
    retention_class = models.CharField(max_length=20, choices=RetentionClass.choices)
    # The day on which the matter was concluded; the years are counted from here (R13).
    concluded_on = models.DateField()
    keep_until = models.DateField()
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(default=timezone.now)
    # Two people sign a disposal: one proposes it with a reason, another agrees, and the record is destroyed.
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    proposed_at = models.DateTimeField(null=True, blank=True)
    proposal = SealedTextField(seal="kept_record.proposal", blank=True)
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        indexes = [models.Index(fields=["keep_until"], name="kept_record_due")]
        constraints = [
            models.CheckConstraint(
                name="a_record_is_kept_beyond_the_day_it_was_concluded",
                condition=models.Q(keep_until__gt=models.F("concluded_on")),
            ),
            models.CheckConstraint(
                name="a_disposal_is_dated_exactly_when_proposed",
                condition=models.Q(proposed_by__isnull=True, proposed_at__isnull=True)
                | models.Q(proposed_by__isnull=False, proposed_at__isnull=False),
            ),
            models.CheckConstraint(
                name="nobody_signs_a_disposal_that_they_proposed",
                condition=models.Q(signed_by__isnull=True)
                | models.Q(proposed_by__isnull=False) & ~models.Q(signed_by=models.F("proposed_by")),
            ),
        ]

    def __str__(self) -> str:
        return f"kept record {self.pk}"

    @property
    def is_due(self) -> bool:
        """Whether its years are over, so that a disposal may be proposed."""
        return self.keep_until <= timezone.localdate()

    @property
    def is_proposed(self) -> bool:
        return self.proposed_by_id is not None
