from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone

from portal.vault.fields import SealedJSONField
from portal.vault.models import SealedModel

from ..querysets import CaseQuerySet
from ..references import new_case_reference
from ..statuses import ASK_TWICE, OPEN_STATUSES, CaseStatus, Ending, StopReason

if TYPE_CHECKING:
    from portal.programmes.processes import ProcessDefinition


class Case(SealedModel):
    """One process on its way, opened by a screening that found it suitable."""

    reference = models.CharField(max_length=12, unique=True, default=new_case_reference, editable=False)
    matter = models.OneToOneField("portal.Matter", on_delete=models.CASCADE, related_name="case")
    programme = models.ForeignKey("portal.Programme", on_delete=models.PROTECT, related_name="cases")
    process = models.CharField(max_length=30)
    status = models.CharField(max_length=20, choices=CaseStatus.choices, default=CaseStatus.OPENED)
    ending = models.CharField(max_length=20, choices=Ending.choices, blank=True)
    # The stage in which the case stood when it ended; kept for the statistic (X5, X8).
    ended_from = models.CharField(max_length=20, choices=CaseStatus.choices, blank=True)
    stop_reason = models.CharField(max_length=20, choices=StopReason.choices, blank=True)
    coordinator = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="coordinated_cases",
    )
    unit = models.CharField(max_length=20, blank=True)
    opened_at = models.DateTimeField(default=timezone.now)
    invited_at = models.DateTimeField(null=True, blank=True)
    # A no, no answer and a late "not suitable" all reach the requester on this day, in the same words (P7).
    answer_by = models.DateField(null=True, blank=True)
    # The ending the office already knows of while the requester still waits for answer_by.
    pending_ending = models.CharField(max_length=20, choices=Ending.choices, blank=True)
    paused_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    # The clock of X3 pauses only when a party asks for more time.
    clock_paused_on = models.DateField(null=True, blank=True)
    clock_paused_days = models.PositiveSmallIntegerField(default=0)
    # Codes of the safeguards that the screening in force has chosen, handed down by it; None before there is one.
    safeguards = SealedJSONField(seal="case.safeguards", null=True, blank=True)

    objects = CaseQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="case_has_an_ending_exactly_when_ended",
                condition=models.Q(status=CaseStatus.ENDED, ended_at__isnull=False) & ~models.Q(ending="")
                | ~models.Q(status=CaseStatus.ENDED) & models.Q(ended_at__isnull=True, ending=""),
            ),
            models.CheckConstraint(
                name="case_has_an_answer_day_exactly_when_invited",
                condition=models.Q(invited_at__isnull=True, answer_by__isnull=True)
                | models.Q(invited_at__isnull=False, answer_by__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["-opened_at", "-id"], name="case_list"),
            # Holds everything that the numbers beside the filters are counted from.
            models.Index(fields=["programme", "status", "process", "id"], name="case_facets"),
        ]

    def __str__(self) -> str:
        return self.reference

    def get_absolute_url(self) -> str:
        return reverse("portal:desk:case", args=[self.reference])

    @property
    def rules(self) -> ProcessDefinition:
        """The process of this case as its programme conducts it."""
        return self.programme.rules_of(self.process)

    @property
    def is_open(self) -> bool:
        return self.status in OPEN_STATUSES

    @property
    def is_paused(self) -> bool:
        return self.paused_at is not None

    @property
    def asks_twice(self) -> bool:
        """Whether a yes to taking part counts only when it is given a second time, a day later."""
        return ASK_TWICE in (self.safeguards or ())
