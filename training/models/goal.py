from __future__ import annotations

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from training.querysets import OfManagersQuerySet
from training.statuses import GoalCounts


class Goal(models.Model):
    """What the training programme wants to reach in a year, counted from what is on record anyway."""

    year = models.PositiveSmallIntegerField(_("year that begins in"), validators=[MinValueValidator(2000)])
    title = models.CharField(_("goal"), max_length=160)
    counts = models.CharField(_("counted as"), max_length=10, choices=GoalCounts.choices)
    target = models.PositiveIntegerField(_("how many"), validators=[MinValueValidator(1), MaxValueValidator(100_000)])

    objects = OfManagersQuerySet.as_manager()

    class Meta:
        verbose_name = _("goal of a year")
        verbose_name_plural = _("goals of a year")
        ordering = ["year", "pk"]
        constraints = [
            models.CheckConstraint(name="a_goal_has_words_and_a_number", condition=~Q(title="") & Q(target__gt=0))
        ]

    def __str__(self) -> str:
        return self.title


class Milestone(models.Model):
    """One thing to be done by a day of the year. The cycle begins anew each year with the same ones."""

    year = models.PositiveSmallIntegerField(_("year that begins in"))
    goal = models.ForeignKey(
        Goal, on_delete=models.SET_NULL, null=True, blank=True, related_name="milestones", verbose_name=_("goal")
    )
    title = models.CharField(_("what is to be done"), max_length=160)
    due_on = models.DateField(_("by"))
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="training_milestones",
        verbose_name=_("who does it"),
    )
    done_on = models.DateField(null=True, blank=True)

    objects = OfManagersQuerySet.as_manager()

    class Meta:
        verbose_name = _("milestone")
        verbose_name_plural = _("milestones")
        ordering = ["due_on", "pk"]
        constraints = [models.CheckConstraint(name="a_milestone_has_words", condition=~Q(title=""))]

    def __str__(self) -> str:
        return self.title

    def is_late(self, on) -> bool:
        return self.done_on is None and self.due_on < on
