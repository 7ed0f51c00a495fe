from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from portal.vault.fields import SealedTextField
from portal.vault.models import SealedModel

from ..querysets import BackgroundQuerySet
from ..statuses import Channel


class Meeting(SealedModel):
    """A talk with one person of a case, in four parts: what they were told, asked, expect, and could choose (C9)."""

    participant = models.ForeignKey("portal.Participant", on_delete=models.CASCADE, related_name="meetings")
    held_on = models.DateField()
    channel = models.CharField(max_length=20, choices=Channel.choices)
    information = SealedTextField(seal="meeting.information", blank=True)
    questions = SealedTextField(seal="meeting.questions", blank=True)
    expectations = SealedTextField(seal="meeting.expectations", blank=True)
    options = SealedTextField(seal="meeting.options", blank=True)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-held_on", "-written_at"]

    def __str__(self) -> str:
        return f"meeting {self.pk}"


class CollateralContact(SealedModel):
    """Somebody outside the case who may know its background, and what they told us (C10).

    They are talked to only with the permission of the participant who named them: talking to them tells that there is
    a conflict (M58).
    """

    case = models.ForeignKey("portal.Case", on_delete=models.CASCADE, related_name="collateral_contacts")
    named_by = models.ForeignKey("portal.Participant", on_delete=models.CASCADE, related_name="+")
    name = SealedTextField(seal="collateral.name")
    reach = SealedTextField(seal="collateral.reach", blank=True)
    ask_about = SealedTextField(seal="collateral.ask_about")
    permission_channel = models.CharField(max_length=20, choices=Channel.choices)
    learned = SealedTextField(seal="collateral.learned", blank=True)
    talked_on = models.DateField(null=True, blank=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)

    objects = BackgroundQuerySet.as_manager()

    class Meta:
        ordering = ["added_at"]

    def __str__(self) -> str:
        return f"collateral contact {self.pk}"


class DynamicsSheet(SealedModel):
    """What weighs between the people of a case: power, relationship, history, safety (C10). One for each case."""

    case = models.OneToOneField("portal.Case", on_delete=models.CASCADE, related_name="dynamics")
    power = SealedTextField(seal="dynamics.power", blank=True)
    relationship = SealedTextField(seal="dynamics.relationship", blank=True)
    history = SealedTextField(seal="dynamics.history", blank=True)
    safety = SealedTextField(seal="dynamics.safety", blank=True)
    # Counts the changes: whoever saves an older one is told who was faster.
    edition = models.PositiveIntegerField(default=1)
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(default=timezone.now)

    objects = BackgroundQuerySet.as_manager()

    def __str__(self) -> str:
        return f"dynamics sheet {self.pk}"
