from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from portal.vault.fields import SealedTextField
from portal.vault.models import SealedModel

from .querysets import DebriefQuerySet, HarmQuerySet, PreparationQuerySet, ReadinessQuerySet
from .statuses import Held


class Preparation(SealedModel):
    """The talk with one person before a circle: what was gone through, how they would meet, what they wish (M48)."""

    participant = models.OneToOneField("portal.Participant", on_delete=models.CASCADE, related_name="preparation")
    met_on = models.DateField(null=True, blank=True)
    # Codes of the checklist that were gone through.
    gone_through = models.JSONField(default=list, blank=True)
    # The ways of meeting that this person says yes to; codes of CircleForm.
    forms = models.JSONField(default=list, blank=True)
    # Seating, subjects left out, order of speaking.
    wishes = SealedTextField(seal="preparation.wishes", blank=True)
    # What would make it safe for this person.
    safety = SealedTextField(seal="preparation.safety", blank=True)
    changed_at = models.DateTimeField(default=timezone.now)

    objects = PreparationQuerySet.as_manager()

    def __str__(self) -> str:
        return f"preparation {self.pk}"


class Readiness(SealedModel):
    """A facilitator found that somebody who caused harm wants to make it right.

    There is no room for words: what this person said about it is nowhere (M51).
    """

    participant = models.ForeignKey("portal.Participant", on_delete=models.CASCADE, related_name="readiness")
    facilitator = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField(default=timezone.now)

    objects = ReadinessQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["participant", "facilitator"], name="a_facilitator_confirms_readiness_once")
        ]

    def __str__(self) -> str:
        return f"readiness {self.pk}"


class Debrief(SealedModel):
    """What one facilitator notes after a circle about how it was led: process only, nothing of what was said."""

    session = models.ForeignKey("portal.Session", on_delete=models.CASCADE, related_name="debriefs")
    facilitator = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    everyone_heard = models.CharField(max_length=10, choices=Held.choices)
    pace_held = models.CharField(max_length=10, choices=Held.choices)
    safety_held = models.CharField(max_length=10, choices=Held.choices)
    pair_worked = models.CharField(max_length=10, choices=Held.choices)
    next_time = SealedTextField(seal="debrief.next_time", blank=True)
    wants_talk = models.BooleanField(default=False)
    written_at = models.DateTimeField(default=timezone.now)

    objects = DebriefQuerySet.as_manager()

    class Meta:
        ordering = ["written_at"]
        constraints = [
            models.UniqueConstraint(fields=["session", "facilitator"], name="a_facilitator_debriefs_a_circle_once")
        ]

    def __str__(self) -> str:
        return f"debrief {self.pk}"


class Harm(SealedModel):
    """A line that the group wrote together: what was harmed, what that needs, what somebody owes for it (M42)."""

    case = models.ForeignKey("portal.Case", on_delete=models.CASCADE, related_name="harms")
    harm = SealedTextField(seal="harm.harm")
    need = SealedTextField(seal="harm.need", blank=True)
    obligation = SealedTextField(seal="harm.obligation", blank=True)
    # Whose obligation it is; others may add support of their own.
    owed_by = models.ForeignKey(
        "portal.Participant", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(default=timezone.now)

    objects = HarmQuerySet.as_manager()

    class Meta:
        ordering = ["written_at"]

    def __str__(self) -> str:
        return f"harm {self.pk}"
