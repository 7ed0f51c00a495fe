from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone

from ..querysets import MatterQuerySet
from ..statuses import MatterStatus, TieAnswer, TieSource


class Matter(models.Model):
    """What a request and the case it may become share: key, audit chain, ties and holds.

    The primary key is the id of the data key, so every sealed row of the matter carries it as `vault_key`.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    programme = models.ForeignKey("portal.Programme", on_delete=models.PROTECT, related_name="matters")
    # A random id of the audit chain. No foreign key: the link goes with this row, the chain stays.
    chain_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    status = models.CharField(max_length=20, choices=MatterStatus.choices, default=MatterStatus.OPEN)
    first_contact_at = models.DateTimeField(default=timezone.now)
    last_activity_at = models.DateTimeField(default=timezone.now)
    # When nothing has happened for the programme's idle days we ask first, and destroy later.
    idle_asked_at = models.DateTimeField(null=True, blank=True)

    objects = MatterQuerySet.as_manager()

    # The row's own id names its data key: without it a key in use would be swept as unused.
    holds_key_in = "id"

    class Meta:
        indexes = [
            models.Index(fields=["status", "last_activity_at"], name="matter_idle"),
            # The few that go or are kept: every list of cases asks for them and need not look through the rest.
            models.Index(fields=["status", "id"], name="matter_closed", condition=~models.Q(status=MatterStatus.OPEN)),
        ]

    def __str__(self) -> str:
        return f"matter {self.pk}"

    @property
    def vault_key(self) -> uuid.UUID:
        """The id of the data key that seals everything of this matter."""
        return self.pk

    @property
    def is_destroying(self) -> bool:
        return self.status == MatterStatus.DESTROYING

    @property
    def is_kept(self) -> bool:
        return self.status == MatterStatus.KEPT


class Tie(models.Model):
    """A member of staff or a neutral who must not learn that this matter exists."""

    matter = models.ForeignKey(Matter, on_delete=models.CASCADE, related_name="ties")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="ties")
    answer = models.CharField(max_length=20, choices=TieAnswer.choices, default=TieAnswer.YES)
    source = models.CharField(max_length=20, choices=TieSource.choices)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["matter", "person"],
                name="a_person_has_one_tie_answer_per_matter",
            )
        ]

    def __str__(self) -> str:
        return f"tie {self.pk}"
