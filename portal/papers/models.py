from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from portal.cases.statuses import Channel
from portal.vault.fields import SealedJSONField, SealedTextField
from portal.vault.models import SealedModel

from .statuses import DeliveryResult, DeliveryWay, SheetOccasion


class OwnWords(SealedModel):
    """Somebody has the sheet of rights and says in their own words what it means; staff say whether it was understood.

    Rows are only added: the newest of an occasion counts.
    """

    participant = models.ForeignKey("portal.Participant", on_delete=models.CASCADE, related_name="own_words")
    occasion = models.CharField(max_length=10, choices=SheetOccasion.choices)
    # The version of the sheet that was read.
    sheet = models.ForeignKey("portal.Notice", on_delete=models.PROTECT, related_name="+")
    words = SealedTextField(seal="own_words.words")
    channel = models.CharField(max_length=20, choices=Channel.choices)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    given_at = models.DateTimeField(default=timezone.now)
    understood = models.BooleanField(null=True)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    checked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["given_at"]
        constraints = [
            models.CheckConstraint(
                name="own_words_are_recorded_by_staff_exactly_when_not_given_by_self",
                condition=models.Q(channel=Channel.SELF, recorded_by__isnull=True)
                | ~models.Q(channel=Channel.SELF) & models.Q(recorded_by__isnull=False),
            ),
            models.CheckConstraint(
                name="own_words_are_checked_by_somebody_or_not_at_all",
                condition=models.Q(understood__isnull=True, checked_by__isnull=True, checked_at__isnull=True)
                | models.Q(understood__isnull=False, checked_by__isnull=False, checked_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"own words {self.pk}"


class WrittenNotice(SealedModel):
    """The full written notice of a case, in a version: what is said to have happened, and what saying yes means."""

    case = models.ForeignKey("portal.Case", on_delete=models.CASCADE, related_name="written_notices")
    version = models.PositiveSmallIntegerField()
    template = models.ForeignKey("portal.DocumentTemplate", on_delete=models.PROTECT, related_name="+")
    values = SealedJSONField(seal="written_notice.values")
    # Rendered once, so that everybody gets the same words.
    text = SealedTextField(seal="written_notice.text")
    sha256 = models.CharField(max_length=64)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    replaced_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["version"]
        constraints = [
            models.UniqueConstraint(fields=["case", "version"], name="a_notice_version_stands_once_in_a_case"),
            models.UniqueConstraint(
                fields=["case"],
                condition=models.Q(replaced_at__isnull=True),
                name="a_case_has_one_current_written_notice",
            ),
        ]

    def __str__(self) -> str:
        return f"written notice {self.version}"


class NoticeDelivery(SealedModel):
    """One thing that happened to a notice on its way to one person. Rows are only added."""

    notice = models.ForeignKey(WrittenNotice, on_delete=models.CASCADE, related_name="deliveries")
    participant = models.ForeignKey("portal.Participant", on_delete=models.CASCADE, related_name="notice_deliveries")
    way = models.CharField(max_length=20, choices=DeliveryWay.choices)
    result = models.CharField(max_length=20, choices=DeliveryResult.choices)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at"]
        constraints = [
            models.CheckConstraint(
                name="only_a_page_is_opened_and_nobody_writes_it_down",
                condition=models.Q(way=DeliveryWay.PAGE, result=DeliveryResult.OPENED, recorded_by__isnull=True)
                | ~models.Q(result=DeliveryResult.OPENED) & models.Q(recorded_by__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"delivery {self.result}"
