"""Texts that change only by a new version: drafted by one person, approved, then never edited again."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Max, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .statuses import VersionStatus


class VersionedQuerySet(models.QuerySet):
    def approved(self) -> Self:
        """The version in use of each text."""
        return self.filter(status=VersionStatus.APPROVED)

    def drafts(self) -> Self:
        return self.filter(status=VersionStatus.DRAFT)

    def next_version(self) -> int:
        return (self.aggregate(latest=Max("version"))["latest"] or 0) + 1


class VersionedText(models.Model):
    """One version of a text. `KEY` names the fields that say which text it is a version of."""

    KEY: tuple[str, ...] = ()

    programme = models.ForeignKey("portal.Programme", on_delete=models.PROTECT, related_name="+")
    language = models.CharField(_("language"), max_length=10, default="en")
    version = models.PositiveSmallIntegerField(_("version"))
    title = models.CharField(_("title"), max_length=160)
    body = models.TextField(_("text"), max_length=20_000)
    status = models.CharField(max_length=20, choices=VersionStatus.choices, default=VersionStatus.DRAFT)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    written_at = models.DateTimeField(default=timezone.now)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    approved_at = models.DateTimeField(null=True, blank=True)

    objects = VersionedQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.title}, {self.language}, {self.version}"

    @property
    def is_draft(self) -> bool:
        return self.status == VersionStatus.DRAFT

    @property
    def is_approved(self) -> bool:
        return self.status == VersionStatus.APPROVED

    def siblings(self) -> VersionedQuerySet:
        """All versions of this text, this one included."""
        key = {name: getattr(self, name) for name in self.KEY}
        return type(self).objects.filter(**key)  # type: ignore[attr-defined]


def version_constraints(label: str, key: tuple[str, ...]) -> list[models.BaseConstraint]:
    """What the database itself guards for a versioned text whose versions share `key`."""
    return [
        models.UniqueConstraint(fields=[*key, "version"], name=f"{label}_version_stands_once"),
        models.UniqueConstraint(
            fields=key, condition=Q(status=VersionStatus.APPROVED), name=f"{label}_has_one_version_in_use"
        ),
        models.UniqueConstraint(
            fields=key, condition=Q(status=VersionStatus.DRAFT), name=f"{label}_has_one_draft_at_a_time"
        ),
        models.CheckConstraint(
            name=f"{label}_is_a_draft_exactly_until_approved",
            condition=Q(status=VersionStatus.DRAFT, approved_at__isnull=True)
            | ~Q(status=VersionStatus.DRAFT) & Q(approved_at__isnull=False),
        ),
    ]
