from __future__ import annotations

from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from training.querysets import OfManagersQuerySet
from training.statuses import Question

from .offering import Offering


class EvaluationTally(models.Model):
    """How many people gave this answer to this question. Answers are only ever counted: no row belongs to anybody."""

    # How long after the last meeting people are asked. Nothing is shown before that, so nobody can watch it grow.
    ASKED_FOR = timedelta(days=14)
    # Fewer forms than this are never shown.
    SHOWN_FROM = 5

    offering = models.ForeignKey(Offering, on_delete=models.CASCADE, related_name="tallies")
    question = models.CharField(max_length=10, choices=Question.choices)
    score = models.PositiveSmallIntegerField()
    answers = models.PositiveIntegerField(default=0)

    objects = OfManagersQuerySet.as_manager()

    class Meta:
        verbose_name = _("counted answers")
        ordering = ["question", "score"]
        constraints = [
            models.UniqueConstraint(fields=["offering", "question", "score"], name="each_answer_is_counted_in_one_row"),
            models.CheckConstraint(name="an_answer_is_from_one_to_five", condition=Q(score__range=(1, 5))),
        ]

    def __str__(self) -> str:
        return f"{self.question} {self.score}: {self.answers}"
