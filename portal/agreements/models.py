from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from portal.vault.constraints import exactly_one
from portal.vault.fields import SealedJSONField, SealedTextField
from portal.vault.models import SealedModel

from .statuses import SigningMethod


class Agreement(SealedModel):
    """The agreement to participate of one case, in one version; another pair or text makes a new one.

    Where each role signs words of its own there is one for each of them, beside the neutrals' own.
    """

    case = models.ForeignKey("portal.Case", on_delete=models.CASCADE, related_name="agreements")
    version = models.PositiveSmallIntegerField(default=1)
    # For whom these words are, where roles sign different ones; empty for everybody's, or the neutrals'.
    variant = models.CharField(max_length=30, blank=True)
    template = models.ForeignKey("portal.DocumentTemplate", on_delete=models.PROTECT, related_name="+")
    # What was merged into the template, so that the signed copy says the same.
    values = SealedJSONField(seal="agreement.values")
    # The words as everyone reads them, rendered once so that nobody signs anything else.
    text = SealedTextField(seal="agreement.text")
    sha256 = models.CharField(max_length=64)
    made_at = models.DateTimeField(default=timezone.now)
    # P10: people sign when everyone is in the room; until then they only read.
    signing_opened_at = models.DateTimeField(null=True, blank=True)
    replaced_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case", "variant", "version"],
                name="an_agreement_version_stands_once_in_a_case",
            ),
            models.UniqueConstraint(
                fields=["case", "variant"],
                condition=models.Q(replaced_at__isnull=True),
                name="a_case_has_one_current_agreement",
            ),
        ]

    def __str__(self) -> str:
        return f"agreement {self.version}"


class Signature(SealedModel):
    """One person's signature under one version: typed and consented to, or ticked from paper."""

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="signatures")
    participant = models.ForeignKey(
        "portal.Participant",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="signatures",
    )
    neutral = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    typed_name = SealedTextField(seal="signature.typed_name")
    method = models.CharField(max_length=20, choices=SigningMethod.choices)
    agreed_to_electronic = models.BooleanField(default=False)
    signed_at = models.DateTimeField(default=timezone.now)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )

    class Meta:
        constraints = [
            exactly_one("participant", "neutral", name="a_signature_is_of_a_participant_or_of_a_neutral"),
            models.CheckConstraint(
                name="an_electronic_signature_has_its_consent",
                condition=models.Q(method=SigningMethod.PAPER) | models.Q(agreed_to_electronic=True),
            ),
            models.UniqueConstraint(
                fields=["agreement", "participant"],
                name="a_participant_signs_a_version_once",
            ),
            models.UniqueConstraint(fields=["agreement", "neutral"], name="a_neutral_signs_a_version_once"),
        ]

    def __str__(self) -> str:
        return f"signature {self.pk}"
