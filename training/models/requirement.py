from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from portal.vault.fields import SealedTextField
from portal.vault.models import SealedModel
from training.levels import Level
from training.querysets import CreditQuerySet
from training.statuses import Category, CreditKind

from .course import Course
from .enrolment import Enrolment
from .learner import Learner

QUARTERS_IN_AN_HOUR = 4


class Requirement(models.Model):
    """One thing that a level asks for. Rows of one group stand for each other: any of them will do."""

    level = models.CharField(_("level"), max_length=20, choices=Level.choices)
    kind = models.CharField(_("what"), max_length=15, choices=CreditKind.choices)
    category = models.CharField(
        _("hours of this kind"), max_length=20, choices=Category.choices, blank=True, help_text=_("Empty: of any kind.")
    )
    course = models.ForeignKey(
        Course, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("this course")
    )
    minimum = models.PositiveSmallIntegerField(_("at least"), help_text=_("Hours, or how many times."))
    cap = models.PositiveSmallIntegerField(
        _("counted from any one of them"),
        null=True,
        blank=True,
        help_text=_("The most that a single course or log entry brings. Empty: all of it."),
    )
    window_months = models.PositiveSmallIntegerField(
        _("within so many months"), null=True, blank=True, help_text=_("Empty: however long ago.")
    )
    group = models.CharField(
        _("or-group"), max_length=20, blank=True, help_text=_("Rows with the same word here stand for each other.")
    )

    class Meta:
        verbose_name = _("requirement")
        verbose_name_plural = _("requirements")
        ordering = ["level", "group", "pk"]
        constraints = [
            models.CheckConstraint(name="a_requirement_asks_for_something", condition=Q(minimum__gt=0)),
            models.CheckConstraint(
                name="a_requirement_names_a_course_exactly_when_it_asks_for_one",
                condition=Q(kind=CreditKind.MODULE, course__isnull=False) | ~Q(kind=CreditKind.MODULE) & Q(course=None),
            ),
            models.CheckConstraint(
                name="only_hours_have_a_category", condition=Q(category="") | Q(kind=CreditKind.HOURS)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_level_display()}: {self.get_kind_display()} {self.minimum}"

    @property
    def unit(self) -> int:
        """How many units of a credit make one of `minimum` and `cap`: hours are credited in quarters."""
        return QUARTERS_IN_AN_HOUR if self.kind == CreditKind.HOURS else 1


class Credit(SealedModel):
    """One thing that counts towards a level: hours of a course, a session observed, a reference. Never changed.

    `amount` is in quarter hours for hours, else how many. What comes from a course names its enrolment.
    """

    learner = models.ForeignKey(Learner, on_delete=models.CASCADE, related_name="credits")
    kind = models.CharField(max_length=15, choices=CreditKind.choices)
    category = models.CharField(max_length=20, choices=Category.choices, blank=True)
    course = models.ForeignKey(Course, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, null=True, blank=True, related_name="credits")
    # The row of a sheet from which it was taken over, while that sheet is kept.
    past_row = models.ForeignKey(
        "training.PastRow", on_delete=models.SET_NULL, null=True, blank=True, related_name="credits"
    )
    amount = models.PositiveSmallIntegerField()
    earned_on = models.DateField()
    note = SealedTextField(seal="credit.note")
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=timezone.now)

    objects = CreditQuerySet.as_manager()

    class Meta:
        verbose_name = _("credit")
        verbose_name_plural = _("credits")
        ordering = ["-earned_on", "pk"]
        constraints = [
            models.CheckConstraint(name="a_credit_counts_for_something", condition=Q(amount__gt=0)),
            models.UniqueConstraint(fields=["enrolment", "kind"], name="an_enrolment_is_credited_once"),
        ]
        indexes = [models.Index(fields=["learner", "kind", "earned_on"], name="credit_of_a_learner")]

    def is_earned(self, on: date) -> bool:
        return self.earned_on <= on

    @property
    def in_words(self) -> str:
        """Hours as hours, all else as a number."""
        if self.kind == CreditKind.HOURS:
            hours = self.amount / QUARTERS_IN_AN_HOUR
            return ngettext("%(count)g hour", "%(count)g hours", -(-self.amount // QUARTERS_IN_AN_HOUR)) % {
                "count": hours
            }
        return str(self.amount)
