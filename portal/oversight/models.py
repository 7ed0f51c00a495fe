from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from portal.vault.fields import SealedTextField
from portal.vault.models import SealedModel

from .querysets import SampledCaseQuerySet


class Sample(models.Model):
    """The closed cases of one term that are looked at afterwards: drawn by lot once the term is over."""

    programme = models.ForeignKey("portal.Programme", on_delete=models.PROTECT, related_name="samples")
    term = models.CharField(max_length=20)
    # How many were closed in that term, and how many of them were drawn.
    closed = models.PositiveIntegerField()
    drawn = models.PositiveIntegerField()
    drawn_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-drawn_at"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "term"], name="a_sample_is_drawn_once_a_term"),
            models.CheckConstraint(
                name="a_sample_is_no_more_than_was_closed", condition=Q(drawn__lte=models.F("closed"))
            ),
        ]

    def __str__(self) -> str:
        return f"sample {self.term}"


class SampledCase(SealedModel):
    """One closed case of a sample, and what the director found when looking at how it went."""

    sample = models.ForeignKey(Sample, on_delete=models.PROTECT, related_name="cases")
    # Nobody is looked at twice.
    matter = models.OneToOneField("portal.Matter", on_delete=models.CASCADE, related_name="sampled")
    # {question: finding}, codes only.
    findings = models.JSONField(default=dict, blank=True)
    words = SealedTextField(seal="sampled_case.words", blank=True)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    reviewed_at = models.DateTimeField(null=True, blank=True)

    objects = SampledCaseQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_sampled_case_is_reviewed_by_somebody",
                condition=Q(reviewed_by__isnull=True, reviewed_at__isnull=True)
                | Q(reviewed_by__isnull=False, reviewed_at__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"sampled case {self.pk}"

    @property
    def is_reviewed(self) -> bool:
        return self.reviewed_at is not None
