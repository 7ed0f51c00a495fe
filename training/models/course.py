from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from training.levels import Level
from training.querysets import CourseQuerySet
from training.statuses import Category


class Course(models.Model):
    """What the office teaches. Its words for the public stand on its page; here is what the rules need."""

    code = models.SlugField(
        _("code"), max_length=40, unique=True, help_text=_("Part of the address, for example: basic-mediation.")
    )
    title = models.CharField(_("title"), max_length=120)
    level = models.CharField(
        _("leads towards"),
        max_length=20,
        choices=Level.choices,
        blank=True,
        help_text=_("Leave empty when the course counts towards no level."),
    )
    category = models.CharField(_("its hours count as"), max_length=20, choices=Category.choices)
    hours = models.PositiveSmallIntegerField(
        _("hours in all"), validators=[MinValueValidator(1), MaxValueValidator(400)]
    )
    needs_level = models.CharField(_("needs a certification as"), max_length=20, choices=Level.choices, blank=True)
    needs_courses = models.ManyToManyField(
        "self", symmetrical=False, blank=True, related_name="+", verbose_name=_("needs these courses first")
    )
    published = models.BooleanField(
        _("shown to the public"), default=False, help_text=_("Only then can people enrol on their own.")
    )

    objects = CourseQuerySet.as_manager()

    class Meta:
        verbose_name = _("course")
        verbose_name_plural = _("courses")
        ordering = ["title", "pk"]
        constraints = [
            models.CheckConstraint(name="a_course_has_a_title_and_hours", condition=~Q(title="") & Q(hours__gt=0)),
        ]

    def __str__(self) -> str:
        return self.title
