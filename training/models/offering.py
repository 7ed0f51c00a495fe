from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from training.querysets import OfferingQuerySet
from training.statuses import Admission, OfferingStatus

from .course import Course


class Offering(models.Model):
    """A course held at certain times. How many have a place is counted, never kept: see `training.actions.places`."""

    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="offerings")
    status = models.CharField(max_length=10, choices=OfferingStatus.choices, default=OfferingStatus.DRAFT)
    places = models.PositiveSmallIntegerField(_("places"), validators=[MinValueValidator(1), MaxValueValidator(500)])
    admission = models.CharField(
        _("who gets a place"), max_length=10, choices=Admission.choices, default=Admission.OPEN
    )
    opens_at = models.DateTimeField(_("enrolment opens"), default=timezone.now)
    closes_at = models.DateTimeField(_("enrolment closes"))
    offer_hours = models.PositiveSmallIntegerField(
        _("hours to answer an offered place"),
        default=48,
        validators=[MinValueValidator(1), MaxValueValidator(14 * 24)],
        help_text=_("After that the place goes to the next person on the list."),
    )
    is_public = models.BooleanField(
        _("listed on the public page"), default=True, help_text=_("Switch this off for a training of one group.")
    )
    place = models.CharField(_("where"), max_length=200, blank=True, help_text=_("A room, or how to join by video."))
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)

    objects = OfferingQuerySet.as_manager()

    class Meta:
        verbose_name = _("offering")
        verbose_name_plural = _("offerings")
        ordering = ["closes_at", "pk"]
        constraints = [
            models.CheckConstraint(name="an_offering_has_places", condition=Q(places__gt=0)),
            models.CheckConstraint(name="an_offering_opens_before_it_closes", condition=Q(opens_at__lt=F("closes_at"))),
        ]

    def __str__(self) -> str:
        return f"{self.course} ({self.pk})"

    @property
    def needs_review(self) -> bool:
        return self.admission == Admission.REVIEW

    @property
    def offer_lifetime(self) -> timedelta:
        return timedelta(hours=self.offer_hours)

    def has_rooms_for_some(self) -> bool:
        """Whether some meetings have a room of their own, so that `place` speaks of the others alone."""
        rooms = [meeting.room_id for meeting in self.meetings.all()]
        return any(rooms) and not all(rooms)

    def takes_enrolments(self, moment) -> bool:
        """Whether somebody may enrol, or join the waiting list, at this moment."""
        return self.status == OfferingStatus.OPEN and self.opens_at <= moment < self.closes_at


class Meeting(models.Model):
    """One sitting of an offering. Evenings and weekends are as good as any other time."""

    offering = models.ForeignKey(Offering, on_delete=models.CASCADE, related_name="meetings")
    starts_at = models.DateTimeField(_("from"))
    ends_at = models.DateTimeField(_("until"))
    room = models.ForeignKey(
        "portal.Room", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("room")
    )
    # Rises with every change, so that calendars believe the newest file.
    sequence = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")
        ordering = ["starts_at", "pk"]
        constraints = [
            models.CheckConstraint(name="a_meeting_ends_after_it_starts", condition=Q(ends_at__gt=F("starts_at"))),
            models.UniqueConstraint(fields=["offering", "starts_at"], name="an_offering_meets_once_at_a_time"),
        ]

    def __str__(self) -> str:
        return f"{timezone.localtime(self.starts_at):%Y-%m-%d %H:%M}"

    @property
    def quarters(self) -> int:
        """How many quarter hours it lasts: the most that one person can be credited with."""
        return int((self.ends_at - self.starts_at).total_seconds() // 900)
