from __future__ import annotations

from django.conf import settings
from django.db import models

from portal.vault.fields import SealedTextField
from portal.vault.models import SealedModel

from ..querysets import CircleSheetQuerySet
from ..statuses import CircleForm, OutreachOrder


class CircleSheet(SealedModel):
    """How a circle is to be: who was harmed, in which order people are asked, how they meet, what keeps them safe.

    A whole community may be what was harmed, and there may be nobody who is known to have done it (C12).
    """

    case = models.OneToOneField("portal.Case", on_delete=models.CASCADE, related_name="circle")
    community_is_harmed = models.BooleanField(default=False)
    nobody_is_known = models.BooleanField(default=False)
    order = models.CharField(max_length=20, choices=OutreachOrder.choices, default=OutreachOrder.HARMED_FIRST)
    form = models.CharField(max_length=20, choices=CircleForm.choices, blank=True)
    # The safety plan: for staff and those who conduct it, never for a participant (M50).
    safety = SealedTextField(seal="circle.safety", blank=True)

    objects = CircleSheetQuerySet.as_manager()

    def __str__(self) -> str:
        return f"circle sheet {self.pk}"


class CircleGroup(SealedModel):
    """People who are invited as a group and counted, without anybody's name (C28)."""

    case = models.ForeignKey("portal.Case", on_delete=models.CASCADE, related_name="circle_groups")
    number = models.PositiveSmallIntegerField()
    label = SealedTextField(seal="circle_group.label")
    invited = models.PositiveIntegerField()
    invited_at = models.DateTimeField(null=True, blank=True)
    # Who leads this circle when the large one splits up.
    facilitator = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    # Counted at the door: how many are here, and how many of them have said yes to the words on the sheet.
    here = models.PositiveIntegerField(null=True, blank=True)
    agreed = models.PositiveIntegerField(null=True, blank=True)
    counted_at = models.DateTimeField(null=True, blank=True)

    objects = CircleSheetQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="a_group_number_stands_once_in_a_case"),
            models.CheckConstraint(
                name="no_more_agree_than_are_here",
                condition=models.Q(here__isnull=True, agreed__isnull=True) | models.Q(agreed__lte=models.F("here")),
            ),
        ]

    def __str__(self) -> str:
        return f"group {self.number}"
