from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class SelfDescription(models.Model):
    """How many people of a term gave an answer about themselves. A number, never a row for each person.

    No key leads from here to anybody, and nothing anywhere says who has answered: there is nothing to join.
    """

    term = models.CharField(_("term"), max_length=12)
    question = models.CharField(_("question"), max_length=15)
    answer = models.CharField(_("answer"), max_length=15)
    count = models.PositiveIntegerField(_("how many"), default=0)

    class Meta:
        verbose_name = _("how people describe themselves")
        verbose_name_plural = _("how people describe themselves")
        ordering = ["term", "question", "answer"]
        constraints = [
            models.UniqueConstraint(fields=["term", "question", "answer"], name="an_answer_is_counted_in_one_place"),
            models.CheckConstraint(name="a_count_of_answers_counts_somebody", condition=Q(count__gt=0)),
        ]

    def __str__(self) -> str:
        return f"{self.term} {self.question} {self.answer}"
