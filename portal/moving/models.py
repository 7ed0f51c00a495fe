from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from portal.cases.statuses import Channel
from portal.disclosures.models import AboutSomebody
from portal.vault.constraints import exactly_one

from .statuses import MoveAnswer


class MoveOffer(AboutSomebody):
    """The office offers to move a matter to the programme that keeps its records; the person says yes or no.

    There is no column for where it went: the row dies with the matter, and nothing else knows of both.
    """

    answer = models.CharField(max_length=10, choices=MoveAnswer.choices, default=MoveAnswer.WAITING)
    # After a no the office asks again only when the person has asked for it.
    asked_for = models.BooleanField(default=False)
    offered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    offered_at = models.DateTimeField(default=timezone.now)
    channel = models.CharField(max_length=20, choices=Channel.choices, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["offered_at"]
        constraints = [
            exactly_one("request", "participant", name="an_offer_to_move_is_one_persons"),
            models.UniqueConstraint(
                fields=["matter"],
                condition=Q(answer=MoveAnswer.WAITING),
                name="a_matter_has_one_offer_to_move_that_waits",
            ),
            models.CheckConstraint(
                name="an_offer_to_move_is_answered_by_a_channel_on_a_day_or_waits",
                condition=Q(answer=MoveAnswer.WAITING, channel="", answered_at__isnull=True)
                | ~Q(answer=MoveAnswer.WAITING) & ~Q(channel="") & Q(answered_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"offer to move {self.pk}"

    @property
    def is_waiting(self) -> bool:
        return self.answer == MoveAnswer.WAITING
