from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.utils import timezone

from portal.cases.statuses import Channel
from portal.vault.fields import SealedTextField
from portal.vault.models import SealedModel

from ..querysets import CommitmentQuerySet
from ..statuses import CheckInState, CommitmentKind, CommitmentStatus

_PARENTS = ("plan", "record", "resolution")


def _only(parent: str) -> models.Q:
    return models.Q(**{f"{name}__isnull": name != parent for name in _PARENTS})


class Commitment(SealedModel):
    """One promise: what, for whom, by whom, from when to when, and how it is shown."""

    plan = models.ForeignKey("portal.Plan", on_delete=models.CASCADE, null=True, blank=True, related_name="commitments")
    record = models.ForeignKey(
        "portal.EnforcementRecord", on_delete=models.CASCADE, null=True, blank=True, related_name="commitments"
    )
    resolution = models.ForeignKey(
        "portal.Resolution", on_delete=models.CASCADE, null=True, blank=True, related_name="commitments"
    )
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=20, choices=CommitmentKind.choices)
    # Whose promise it is, when it is somebody of the case; `by_whom` says it in words, for everybody.
    owner = models.ForeignKey(
        "portal.Participant", on_delete=models.CASCADE, null=True, blank=True, related_name="commitments"
    )
    by_whom = SealedTextField(seal="commitment.by_whom")
    # Given by others to help; nobody is held to it.
    is_support = models.BooleanField(default=False)
    what = SealedTextField(seal="commitment.what")
    for_whom = SealedTextField(seal="commitment.for_whom", blank=True)
    shown_by = SealedTextField(seal="commitment.shown_by", blank=True)
    mentor = SealedTextField(seal="commitment.mentor", blank=True)
    obstacle = SealedTextField(seal="commitment.obstacle", blank=True)
    # In a record: the words of the requirements that it meets.
    meets = SealedTextField(seal="commitment.meets", blank=True)
    starts_on = models.DateField(null=True, blank=True)
    due_on = models.DateField()
    status = models.CharField(max_length=20, choices=CommitmentStatus.choices, default=CommitmentStatus.OPEN)
    settled_on = models.DateField(null=True, blank=True)
    # That its day comes, and that it has passed, is said once each; another day is another matter.
    reminded_at = models.DateTimeField(null=True, blank=True)
    overdue_told_at = models.DateTimeField(null=True, blank=True)

    objects = CommitmentQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.CheckConstraint(
                name="a_commitment_is_in_one_plan_record_or_agreement",
                condition=_only("plan") | _only("record") | _only("resolution"),
            ),
            # A record outlives the case, so nothing in it may point into one.
            models.CheckConstraint(
                name="a_commitment_in_a_record_points_to_no_participant",
                condition=models.Q(record__isnull=True) | models.Q(owner__isnull=True),
            ),
            models.CheckConstraint(
                name="a_commitment_starts_before_it_is_due",
                condition=models.Q(starts_on__isnull=True) | models.Q(starts_on__lte=models.F("due_on")),
            ),
            models.CheckConstraint(
                name="a_commitment_is_settled_on_a_day",
                condition=models.Q(status=CommitmentStatus.OPEN, settled_on__isnull=True)
                | ~models.Q(status=CommitmentStatus.OPEN) & models.Q(settled_on__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["plan", "number"],
                condition=models.Q(plan__isnull=False),
                name="a_commitment_number_stands_once_in_a_plan",
            ),
            models.UniqueConstraint(
                fields=["record", "number"],
                condition=models.Q(record__isnull=False),
                name="a_commitment_number_stands_once_in_a_record",
            ),
            models.UniqueConstraint(
                fields=["resolution", "number"],
                condition=models.Q(resolution__isnull=False),
                name="a_commitment_number_stands_once_in_a_resolution",
            ),
        ]

    def __str__(self) -> str:
        return f"commitment {self.number}"

    @property
    def is_open(self) -> bool:
        return self.status == CommitmentStatus.OPEN

    def move_to(self, day: date) -> None:
        """Another day: what was said about the old one is said anew. Not saved here."""
        if day != self.due_on:
            self.reminded_at = self.overdue_told_at = None
        self.due_on = day

    @property
    def is_late(self) -> bool:
        return self.is_open and self.due_on < timezone.localdate()


class CheckIn(SealedModel):
    """A look at how one commitment goes."""

    commitment = models.ForeignKey(Commitment, on_delete=models.CASCADE, related_name="check_ins")
    state = models.CharField(max_length=20, choices=CheckInState.choices)
    words = SealedTextField(seal="check_in.words", blank=True)
    # Whose promise it is said so themselves, or staff wrote it down for them; else somebody of the office looked.
    said_by = models.ForeignKey(
        "portal.Participant", on_delete=models.CASCADE, null=True, blank=True, related_name="check_ins"
    )
    channel = models.CharField(max_length=20, choices=Channel.choices, blank=True)
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    noted_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-noted_at"]
        constraints = [
            models.CheckConstraint(
                name="a_check_in_is_of_the_office_or_by_whoever_promised",
                condition=models.Q(said_by__isnull=True, channel="", noted_by__isnull=False)
                | models.Q(said_by__isnull=False, channel=Channel.SELF, noted_by__isnull=True)
                | models.Q(said_by__isnull=False, noted_by__isnull=False) & ~models.Q(channel__in=["", Channel.SELF]),
            )
        ]

    def __str__(self) -> str:
        return f"check-in {self.pk}"

    @property
    def is_own_word(self) -> bool:
        return self.said_by_id is not None
