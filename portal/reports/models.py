from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone


class CodedLine(models.Model):
    """The codes and rounded numbers that are left of a matter. A term and no date, no name, no free text."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    term = models.CharField(max_length=20)
    programme = models.CharField(max_length=20)
    asks_for = models.CharField(max_length=30)
    process = models.CharField(max_length=30, blank=True)
    came_by = models.CharField(max_length=20)
    referral = models.CharField(max_length=20)
    campaign = models.CharField(max_length=40, blank=True)
    ending = models.CharField(max_length=20)
    stage = models.CharField(max_length=20, blank=True)
    outcome = models.CharField(max_length=20, blank=True)
    # How a coachee's own rating moved, and whether a group reached what it wanted.
    change = models.CharField(max_length=20, blank=True)
    reached = models.CharField(max_length=20, blank=True)
    # Articles and worksheets shared, up to five; more is five.
    resources_shared = models.PositiveSmallIntegerField(default=0)
    # Of a circle: whether people met each other, and about how many were counted without a name.
    form = models.CharField(max_length=20, blank=True)
    crowd = models.CharField(max_length=20, blank=True)
    parties = models.PositiveSmallIntegerField(default=0)
    sessions = models.PositiveSmallIntegerField(default=0)
    # Rounded to half hours.
    session_minutes = models.PositiveSmallIntegerField(default=0)
    # X3 and X4, in whole days from first contact; null when it never came to it.
    days_to_reply = models.PositiveSmallIntegerField(null=True, blank=True)
    days_to_session = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        abstract = True


class Statistic(CodedLine):
    """A settled line: written in shuffled batches, so that its place tells nothing about its matter."""

    def __str__(self) -> str:
        return f"{self.term} {self.ending}"


class WaitingStatistic(CodedLine):
    """A line that waits for the next shuffled batch."""

    def __str__(self) -> str:
        return f"{self.term} {self.ending}"


class PublishedFigures(models.Model):
    """The tables of one programme as the public may read them: suppressed before they are written here."""

    programme = models.ForeignKey("portal.Programme", on_delete=models.PROTECT, related_name="+")
    # {"ending": {"rows": [["DONE", 12], ["WITHDRAWN", null]], "total": 14}}; null: below five, or hidden with one.
    tables = models.JSONField()
    published_at = models.DateTimeField(default=timezone.now)
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        get_latest_by = "published_at"

    def __str__(self) -> str:
        return f"{self.programme_id} {self.published_at:%Y-%m-%d}"
