"""A resolution agreement: kept, in a programme that keeps its final agreements. In versions; signed, sealed, hashed."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from portal.agreements.statuses import SigningMethod
from portal.vault.constraints import exactly_one
from portal.vault.fields import SealedBinaryField, SealedTextField
from portal.vault.models import SealedModel

from ..querysets import ResolutionQuerySet
from ..statuses import (
    CURRENT_RESOLUTIONS,
    Capacity,
    LeavingEffect,
    LeavingKind,
    ResolutionStatus,
    Wording,
)


class Resolution(SealedModel):
    """One version of what the parties, the office and the institution agree on."""

    case = models.ForeignKey("portal.Case", on_delete=models.CASCADE, related_name="resolutions")
    version = models.PositiveSmallIntegerField(default=1)
    status = models.CharField(max_length=20, choices=ResolutionStatus.choices, default=ResolutionStatus.DRAFT)
    wording = models.CharField(max_length=20, choices=Wording.choices, default=Wording.NO_FINDING)
    acknowledgement = SealedTextField(seal="resolution.acknowledgement", blank=True)
    # What it settles, in words; every part of it can no longer go to a formal process once all have signed.
    covers = SealedTextField(seal="resolution.covers", blank=True)
    measures = SealedTextField(seal="resolution.measures", blank=True)
    permitted = SealedTextField(seal="resolution.permitted", blank=True)
    breach_to = SealedTextField(seal="resolution.breach_to", blank=True)
    review_on = models.DateField(null=True, blank=True)
    # Empty: it holds until the parties agree on something else.
    ends_on = models.DateField(null=True, blank=True)
    # Which allegations it settles; with the last signature no formal process may take them up again.
    allegations = models.ManyToManyField("portal.Allegation", blank=True, related_name="resolutions")
    template = models.ForeignKey(
        "portal.DocumentTemplate", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    # The words as everyone reads and signs them, fixed when the signing is opened.
    text = SealedTextField(seal="resolution.text", blank=True)
    text_sha256 = models.CharField(max_length=64, blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    opened_at = models.DateTimeField(null=True, blank=True)
    agreed_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    # That a day of it comes near is said once each, to whoever coordinates.
    review_warned_at = models.DateTimeField(null=True, blank=True)
    end_warned_at = models.DateTimeField(null=True, blank=True)

    objects = ResolutionQuerySet.as_manager()

    class Meta:
        ordering = ["-version"]
        constraints = [
            models.UniqueConstraint(fields=["case", "version"], name="a_resolution_version_stands_once_in_a_case"),
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(status__in=CURRENT_RESOLUTIONS),
                name="a_case_has_one_current_resolution",
            ),
            models.CheckConstraint(
                name="a_resolution_is_agreed_at_a_time",
                condition=Q(status=ResolutionStatus.AGREED, agreed_at__isnull=False)
                | ~Q(status=ResolutionStatus.AGREED) & Q(agreed_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"resolution agreement {self.version}"

    def get_absolute_url(self) -> str:
        return reverse("portal:plans:resolution", args=[self.case.reference])

    @property
    def matter(self):  # type: ignore[no-untyped-def]
        return self.case.matter

    @property
    def may_be_written(self) -> bool:
        return self.status == ResolutionStatus.DRAFT

    @property
    def is_being_signed(self) -> bool:
        return self.status == ResolutionStatus.SIGNING

    @property
    def is_agreed(self) -> bool:
        return self.status == ResolutionStatus.AGREED


class Leaving(SealedModel):
    """When a party leaves the institution, and what that means for the agreement. No day: not in sight."""

    resolution = models.ForeignKey(Resolution, on_delete=models.CASCADE, related_name="leavings")
    participant = models.ForeignKey("portal.Participant", on_delete=models.CASCADE, related_name="leavings")
    kind = models.CharField(max_length=20, choices=LeavingKind.choices)
    leaves_on = models.DateField(null=True, blank=True)
    effect = models.CharField(max_length=20, choices=LeavingEffect.choices, blank=True)
    # That the day comes near is said once, to whoever coordinates.
    warned_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["resolution", "participant"], name="a_party_leaves_once_in_a_resolution"),
            models.CheckConstraint(
                name="a_leaving_has_an_effect_exactly_when_it_has_a_day",
                condition=Q(leaves_on__isnull=True, effect="") | Q(leaves_on__isnull=False) & ~Q(effect=""),
            ),
        ]

    def __str__(self) -> str:
        return f"leaving {self.pk}"


class ResolutionSignature(SealedModel):
    """One person's signature under one version, in one capacity."""

    resolution = models.ForeignKey(Resolution, on_delete=models.CASCADE, related_name="signatures")
    capacity = models.CharField(max_length=20, choices=Capacity.choices)
    participant = models.ForeignKey(
        "portal.Participant", on_delete=models.CASCADE, null=True, blank=True, related_name="resolution_signatures"
    )
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    typed_name = SealedTextField(seal="resolution_signature.typed_name")
    method = models.CharField(max_length=20, choices=SigningMethod.choices)
    agreed_to_electronic = models.BooleanField(default=False)
    # The digest of the words that were signed.
    text_sha256 = models.CharField(max_length=64)
    signed_at = models.DateTimeField(default=timezone.now)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["signed_at"]
        constraints = [
            exactly_one("participant", "officer", name="a_resolution_is_signed_by_a_party_or_an_officer"),
            models.CheckConstraint(
                name="only_a_party_signs_a_resolution_as_a_party",
                condition=Q(capacity=Capacity.PARTY, participant__isnull=False)
                | ~Q(capacity=Capacity.PARTY) & Q(officer__isnull=False),
            ),
            models.CheckConstraint(
                name="an_electronic_signature_of_a_resolution_has_its_consent",
                condition=Q(method=SigningMethod.PAPER) | Q(agreed_to_electronic=True),
            ),
            models.UniqueConstraint(fields=["resolution", "participant"], name="a_party_signs_a_resolution_once"),
            # Nobody signs for the office and for the director at once.
            models.UniqueConstraint(fields=["resolution", "officer"], name="an_officer_signs_a_resolution_once"),
            models.UniqueConstraint(
                fields=["resolution", "capacity"],
                condition=~Q(capacity=Capacity.PARTY),
                name="one_officer_signs_in_each_capacity",
            ),
        ]

    def __str__(self) -> str:
        return f"signature {self.pk}"


class SealedCopy(SealedModel):
    """The signed agreement as a file: sealed, with its digest here and in the audit chain."""

    resolution = models.OneToOneField(Resolution, on_delete=models.CASCADE, related_name="copy")
    pdf = SealedBinaryField(seal="sealed_copy.pdf")
    sha256 = models.CharField(max_length=64, db_index=True)
    sealed_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"copy {self.pk}"

    @property
    def matter(self):  # type: ignore[no-untyped-def]
        return self.resolution.case.matter
