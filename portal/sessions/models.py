from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone

from portal.programmes.processes import definition
from portal.vault.constraints import exactly_one
from portal.vault.models import SealedModel

from .querysets import SessionQuerySet
from .statuses import Outcome, Round, SessionStatus

# Whoever opens a session longer before its booked time than this is told so (decision 85).
EARLY = timedelta(hours=2)


class Session(SealedModel):
    """One meeting of a case, from the booked time to its outcome. What is agreed in it is never stored."""

    case = models.ForeignKey("portal.Case", on_delete=models.CASCADE, related_name="sessions")
    booking = models.OneToOneField("portal.Booking", on_delete=models.CASCADE, related_name="session")
    number = models.PositiveSmallIntegerField(default=1)
    status = models.CharField(max_length=20, choices=SessionStatus.choices, default=SessionStatus.PLANNED)
    started_at = models.DateTimeField(null=True, blank=True)
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    ended_at = models.DateTimeField(null=True, blank=True)
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    outcome = models.CharField(max_length=20, choices=Outcome.choices, blank=True)
    created_at = models.DateTimeField(default=timezone.now)

    objects = SessionQuerySet.as_manager()

    class Meta:
        ordering = ["number", "created_at"]
        constraints = [
            models.CheckConstraint(
                name="a_session_has_an_outcome_exactly_when_ended",
                condition=models.Q(status=SessionStatus.ENDED) & ~models.Q(outcome="")
                | ~models.Q(status=SessionStatus.ENDED) & models.Q(outcome=""),
            ),
            models.CheckConstraint(
                name="a_session_runs_only_after_its_start",
                condition=~models.Q(status=SessionStatus.RUNNING) | models.Q(started_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"session {self.number}"

    def get_absolute_url(self) -> str:
        return reverse("portal:sessions:session", args=[self.pk])

    @property
    def is_planned(self) -> bool:
        return self.status == SessionStatus.PLANNED

    @property
    def is_early(self) -> bool:
        """Whether it is planned for a time that is not near yet; asks nothing when the booking was fetched with it."""
        return self.is_planned and timezone.now() < self.booking.starts_at - EARLY

    @property
    def has_words_of_a_group(self) -> bool:
        """Whether its group wrote something together that is kept while a plan runs."""
        return bool(definition(self.case.process).rounds)

    @property
    def is_running(self) -> bool:
        return self.status == SessionStatus.RUNNING


class Attendance(SealedModel):
    """Somebody in the room. Everyone present signs before the session starts."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="attendances")
    participant = models.ForeignKey(
        "portal.Participant",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="attendances",
    )
    neutral = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    present = models.BooleanField(default=True)
    noted_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            exactly_one("participant", "neutral", name="an_attendance_is_of_a_participant_or_of_a_neutral"),
            models.UniqueConstraint(
                fields=["session", "participant"],
                name="a_participant_attends_a_session_once",
            ),
            models.UniqueConstraint(fields=["session", "neutral"], name="a_neutral_attends_a_session_once"),
        ]

    def __str__(self) -> str:
        return f"attendance {self.pk}"


class Turn(SealedModel):
    """One person's turn in one round of a circle: they spoke, or let it go by. Nothing of what was said."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="turns")
    participant = models.ForeignKey("portal.Participant", on_delete=models.CASCADE, related_name="turns")
    round = models.CharField(max_length=20, choices=Round.choices)
    passed = models.BooleanField(default=False)
    taken_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["session", "participant", "round"], name="everybody_has_one_turn_in_a_round"
            )
        ]

    def __str__(self) -> str:
        return f"turn {self.pk}"
