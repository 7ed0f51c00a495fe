from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from portal.vault.constraints import exactly_one
from portal.vault.fields import SealedJSONField, SealedTextField
from portal.vault.models import SealedModel

from .statuses import BookingStatus, DecidedAs


class Room(models.Model):
    """A place where sessions are held."""

    name = models.CharField(max_length=80, unique=True)
    seats = models.PositiveSmallIntegerField(default=6)
    # Retired rooms stay: sessions were held in them.
    is_active = models.BooleanField(default=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Availability(SealedModel):
    """The half hours one person gave for one case. Nobody else's page ever shows them."""

    case = models.ForeignKey("portal.Case", on_delete=models.CASCADE, related_name="availabilities")
    participant = models.OneToOneField(
        "portal.Participant",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="availability",
    )
    neutral = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    # Starts of free half hours, as ISO local times "2026-03-02T09:30" in the office's time zone.
    free = SealedJSONField(seal="availability.free", default=list, blank=True)
    # Proposed times (ids) this person said yes to.
    fits = SealedJSONField(seal="availability.fits", default=list, blank=True)
    given_at = models.DateTimeField(default=timezone.now)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )

    class Meta:
        constraints = [
            exactly_one("participant", "neutral", name="an_availability_is_of_a_participant_or_of_a_neutral"),
            models.UniqueConstraint(fields=["case", "neutral"], name="a_neutral_gives_times_once_a_case"),
        ]

    def __str__(self) -> str:
        return f"availability {self.pk}"


class ProposedTime(models.Model):
    """One of at most five concrete times that staff send out instead of asking for whole days."""

    case = models.ForeignKey("portal.Case", on_delete=models.CASCADE, related_name="proposed_times")
    starts_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField()
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["starts_at"]
        constraints = [models.UniqueConstraint(fields=["case", "starts_at"], name="a_time_is_proposed_once_a_case")]

    def __str__(self) -> str:
        return f"{self.starts_at:%Y-%m-%d %H:%M}"


class Booking(SealedModel):
    """A booked time for one session of a case."""

    case = models.ForeignKey("portal.Case", on_delete=models.CASCADE, related_name="bookings")
    status = models.CharField(max_length=20, choices=BookingStatus.choices, default=BookingStatus.BOOKED)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    room = models.ForeignKey(Room, on_delete=models.PROTECT, null=True, blank=True, related_name="bookings")
    # Where, when it is not one of our rooms: a link or an address.
    place = SealedTextField(seal="booking.place", blank=True)
    # RFC 5545: the same event keeps its uid and counts upwards.
    sequence = models.PositiveSmallIntegerField(default=0)
    booked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    booked_at = models.DateTimeField(default=timezone.now)
    cancelled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["starts_at"]
        constraints = [
            models.CheckConstraint(
                name="a_booking_ends_after_it_starts",
                condition=models.Q(ends_at__gt=models.F("starts_at")),
            ),
            models.UniqueConstraint(
                fields=["case"],
                condition=models.Q(status="BOOKED"),
                name="a_case_has_one_booking_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"booking {self.pk}"


class Reservation(models.Model):
    """What a booking occupies: one neutral or one room. PostgreSQL refuses overlaps by itself (0003)."""

    booking = models.ForeignKey(Booking, on_delete=models.CASCADE, related_name="reservations")
    neutral = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="reservations",
    )
    room = models.ForeignKey(
        Room,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="reservations",
    )
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Meta:
        constraints = [
            exactly_one("neutral", "room", name="a_reservation_is_of_a_neutral_or_of_a_room"),
        ]
        indexes = [models.Index(fields=["neutral", "starts_at"], name="reservation_of_neutral")]

    def __str__(self) -> str:
        return f"reservation {self.pk}"


class BothRoles(SealedModel):
    """Somebody who decided on a case was asked to conduct it: why, and that a director has seen it (C13)."""

    case = models.ForeignKey("portal.Case", on_delete=models.CASCADE, related_name="both_roles")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    # Codes of `DecidedAs`.
    decided_as = models.JSONField(default=list)
    reason = SealedTextField(seal="both_roles.reason")
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(default=timezone.now)
    seen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    seen_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["written_at"]
        constraints = [
            models.CheckConstraint(
                name="both_roles_are_seen_by_somebody_or_not_yet",
                condition=models.Q(seen_by__isnull=True, seen_at__isnull=True)
                | models.Q(seen_by__isnull=False, seen_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"both roles {self.pk}"

    @property
    def in_words(self) -> str:
        return ", ".join(str(DecidedAs(code).label) for code in self.decided_as if code in DecidedAs.values)
