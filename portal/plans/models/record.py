"""The record of the office that enforces an approved plan: under a key of its own, knowing no case."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone

from portal.vault.constraints import exactly_one
from portal.vault.fields import SealedTextField
from portal.vault.models import SealedModel

from ..querysets import RecordQuerySet
from ..references import new_record_reference
from ..statuses import RecordStatus


class EnforcementRecord(SealedModel):
    """An approved plan as its office keeps it. Its id is the id of its data key, and its audit chain is its own.

    No column points to a case, a matter or a participant: when the matter is destroyed, this stays whole, and from
    here nobody finds back to what was said there.
    """

    reference = models.CharField(max_length=12, unique=True, default=new_record_reference, editable=False)
    programme = models.ForeignKey("portal.Programme", on_delete=models.PROTECT, related_name="+")
    chain_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    status = models.CharField(max_length=20, choices=RecordStatus.choices, default=RecordStatus.RUNNING)
    proceeding = SealedTextField(seal="record.proceeding")
    # Whose plan it is, in words.
    person = SealedTextField(seal="record.person")
    done_when = SealedTextField(seal="record.done_when", blank=True)
    if_not_done = SealedTextField(seal="record.if_not_done", blank=True)
    follow_up = SealedTextField(seal="record.follow_up", blank=True)
    edition = models.PositiveSmallIntegerField()
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    approved_at = models.DateTimeField(default=timezone.now)
    comment = SealedTextField(seal="record.comment", blank=True)
    ended_on = models.DateField(null=True, blank=True)
    # Its own retention: on this day its key is destroyed and its rows go.
    keep_until = models.DateField(null=True, blank=True)

    objects = RecordQuerySet.as_manager()

    class Meta:
        ordering = ["approved_at"]
        constraints = [
            models.CheckConstraint(
                name="a_record_is_kept_until_a_day_exactly_when_ended",
                condition=models.Q(status=RecordStatus.RUNNING, ended_on__isnull=True, keep_until__isnull=True)
                | ~models.Q(status=RecordStatus.RUNNING)
                & models.Q(ended_on__isnull=False, keep_until__gt=models.F("ended_on")),
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    def get_absolute_url(self) -> str:
        return reverse("portal:plans:record", args=[self.pk])

    @property
    def is_running(self) -> bool:
        return self.status == RecordStatus.RUNNING


class RecordBar(models.Model):
    """Somebody with a tie to the matter that a record came from."""

    record = models.ForeignKey(EnforcementRecord, on_delete=models.CASCADE, related_name="barred")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["record", "person"], name="a_person_is_barred_from_a_record_once")
        ]

    def __str__(self) -> str:
        return f"bar {self.pk}"


class BreachReport(SealedModel):
    """That something promised was not kept, told to whoever has to decide about it."""

    record = models.ForeignKey(
        EnforcementRecord, on_delete=models.CASCADE, null=True, blank=True, related_name="breaches"
    )
    resolution = models.ForeignKey(
        "portal.Resolution", on_delete=models.CASCADE, null=True, blank=True, related_name="breaches"
    )
    to_whom = SealedTextField(seal="breach.to_whom")
    words = SealedTextField(seal="breach.words")
    reported_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    reported_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-reported_at"]
        constraints = [exactly_one("record", "resolution", name="a_breach_is_of_a_record_or_of_a_resolution")]

    def __str__(self) -> str:
        return f"breach report {self.pk}"
