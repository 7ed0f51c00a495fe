from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from portal.cases.statuses import Channel
from portal.vault.fields import SealedJSONField
from portal.vault.models import SealedModel

from .statuses import JoiningStep


class JoinPermission(SealedModel):
    """Whether a requester allows that theirs is treated as one with what somebody else wrote about the same thing.

    Everybody may say so beforehand, so that the question tells nobody anything. Rows are only added: the newest counts.
    """

    request = models.ForeignKey("portal.Request", on_delete=models.CASCADE, related_name="join_permissions")
    yes = models.BooleanField()
    channel = models.CharField(max_length=20, choices=Channel.choices)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    given_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["given_at"]
        constraints = [
            models.CheckConstraint(
                name="join_permission_is_recorded_by_staff_exactly_when_not_given_by_self",
                condition=models.Q(channel=Channel.SELF, recorded_by__isnull=True)
                | ~models.Q(channel=Channel.SELF) & models.Q(recorded_by__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"join permission {self.pk}"


class Joining(SealedModel):
    """A request that was brought into the matter of an earlier one. The row is there for as long as they are one."""

    matter = models.OneToOneField("portal.Matter", on_delete=models.CASCADE, related_name="joining")
    # The one that came along: the later of the two.
    request = models.OneToOneField("portal.Request", on_delete=models.CASCADE, related_name="joining")
    step = models.CharField(max_length=10, choices=JoiningStep.choices, default=JoiningStep.RESEALED)
    # The key that has to go, or after an undo the one that tokens have to follow to. It holds no key in use.
    other_key = models.UUIDField(null=True, blank=True)
    # Which rows came along, by model: what goes back if this is undone.
    brought = SealedJSONField(seal="joining.brought")
    joined_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    joined_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_joining_names_another_key_exactly_while_it_is_under_way",
                condition=models.Q(step=JoiningStep.JOINED, other_key__isnull=True)
                | ~models.Q(step=JoiningStep.JOINED) & models.Q(other_key__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"joining {self.pk}"
