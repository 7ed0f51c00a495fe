from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from portal.vault.fields import SealedTextField
from portal.vault.models import SealedModel

from ..querysets import ServiceQuerySet
from ..statuses import CoachingReason, GroupReason, Reached

LOWEST, HIGHEST = 1, 10
_RATING = [MinValueValidator(LOWEST), MaxValueValidator(HIGHEST)]


class GroupBrief(SealedModel):
    """What a group says before a facilitation: who it is, what it wants to reach, how it will know (M7, M8).

    How many they are is a number; nobody's name is needed, however many they are (M9).
    """

    case = models.OneToOneField("portal.Case", on_delete=models.CASCADE, related_name="brief")
    group = SealedTextField(seal="group_brief.group", blank=True)
    objectives = SealedTextField(seal="group_brief.objectives", blank=True)
    success_signs = SealedTextField(seal="group_brief.success_signs", blank=True)
    reason = models.CharField(max_length=20, choices=GroupReason.choices, blank=True)
    headcount = models.PositiveIntegerField(null=True, blank=True)
    # At the end: were the objectives reached?
    reached = models.CharField(max_length=20, choices=Reached.choices, blank=True)

    objects = ServiceQuerySet.as_manager()

    def __str__(self) -> str:
        return f"group brief {self.pk}"


class CoachingSheet(SealedModel):
    """What coach and coachee work with: goals, how the coachee rates themselves, what was shared (M2, M5, M6)."""

    case = models.OneToOneField("portal.Case", on_delete=models.CASCADE, related_name="coaching")
    goals = SealedTextField(seal="coaching.goals", blank=True)
    reason = models.CharField(max_length=20, choices=CoachingReason.choices, blank=True)
    # The coachee's own: "how well can I handle this conflict?", from 1 to 10, before and after.
    rating_before = models.PositiveSmallIntegerField(null=True, blank=True, validators=_RATING)
    rating_after = models.PositiveSmallIntegerField(null=True, blank=True, validators=_RATING)
    # How many articles and worksheets the coach shared. Which ones, nobody keeps.
    resources_shared = models.PositiveSmallIntegerField(default=0)

    objects = ServiceQuerySet.as_manager()

    def __str__(self) -> str:
        return f"coaching sheet {self.pk}"
