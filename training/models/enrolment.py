from __future__ import annotations

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.vault.fields import SealedTextField
from portal.vault.models import SealedModel
from training.querysets import EnrolmentQuerySet
from training.statuses import LIVE, EnrolmentStatus

from .evaluation import EvaluationTally
from .learner import Learner
from .offering import Meeting, Offering


class Enrolment(SealedModel):
    """A person's place in an offering, or in the line for one. Sealed under the learner's key.

    `line` is where they stand: given out under the lock of the offering, never again and never renumbered, so whoever
    came first stays first.
    """

    offering = models.ForeignKey(Offering, on_delete=models.PROTECT, related_name="enrolments")
    learner = models.ForeignKey(Learner, on_delete=models.CASCADE, related_name="enrolments")
    status = models.CharField(max_length=15, choices=EnrolmentStatus.choices)
    line = models.PositiveIntegerField()
    access_needs = SealedTextField(seal="enrolment.access_needs")
    food = SealedTextField(seal="enrolment.food")
    why = SealedTextField(seal="enrolment.why")
    # What the office said to somebody whom it did not admit.
    reason = SealedTextField(seal="enrolment.reason")
    # Set when these words were emptied, a while after the course.
    wishes_gone = models.BooleanField(default=False)
    offer_expires_at = models.DateTimeField(null=True, blank=True)
    enrolled_at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(default=timezone.now)
    # They filled in the form about the course; what they said is counted elsewhere, and is nobody's.
    has_evaluated = models.BooleanField(default=False)
    reminded_at = models.DateTimeField(null=True, blank=True)
    moved_from = models.OneToOneField(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="moved_to", verbose_name=_("moved from")
    )

    objects = EnrolmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("enrolment")
        verbose_name_plural = _("enrolments")
        ordering = ["line"]
        constraints = [
            models.UniqueConstraint(fields=["offering", "line"], name="each_place_in_line_is_given_once"),
            models.UniqueConstraint(
                fields=["offering", "learner"],
                condition=Q(status__in=sorted(LIVE)),
                name="a_learner_is_in_an_offering_once",
            ),
            models.CheckConstraint(
                name="exactly_an_offer_runs_out",
                condition=Q(status=EnrolmentStatus.OFFERED, offer_expires_at__isnull=False)
                | ~Q(status=EnrolmentStatus.OFFERED) & Q(offer_expires_at=None),
            ),
        ]
        indexes = [models.Index(fields=["offering", "status", "line"], name="enrolment_line")]

    def is_live(self, moment) -> bool:
        """Whether something can still come of it: a place, an application, a place in line, an offer that stands."""
        if self.status == EnrolmentStatus.OFFERED:
            return self.offer_stands(moment)
        return self.status in LIVE

    def can_evaluate(self, moment) -> bool:
        """Who was there is asked for two weeks after the last meeting."""
        if self.has_evaluated or self.status not in (EnrolmentStatus.COMPLETED, EnrolmentStatus.PARTLY):
            return False
        meetings = list(self.offering.meetings.all())
        return bool(meetings) and moment < meetings[-1].ends_at + EvaluationTally.ASKED_FOR

    def offer_stands(self, moment) -> bool:
        return self.status == EnrolmentStatus.OFFERED and self.offer_expires_at > moment


class Attendance(models.Model):
    """How long somebody was at one meeting, in quarter hours."""

    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="attendances")
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="attendances")
    quarters = models.PositiveSmallIntegerField(_("quarter hours"), validators=[MaxValueValidator(64)])
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    noted_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("attendance")
        ordering = ["meeting__starts_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["enrolment", "meeting"], name="attendance_is_taken_once_a_meeting"),
            models.CheckConstraint(name="a_meeting_has_at_most_sixteen_hours", condition=Q(quarters__lte=64)),
        ]

    def __str__(self) -> str:
        return f"{self.quarters} quarters at {self.meeting_id}"
