"""Texts that change only by a new version: drafted by one person, approved, then never edited again."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Self, TypeVar

from django.conf import settings
from django.db import models
from django.db.models import Max, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.accounts.roles import Permission
from portal.passes.models import Pass

from .statuses import VersionStatus

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.accounts.viewer import Viewer

_READERS = (Permission.CONDUCT, Permission.COORDINATE, Permission.APPROVE_TEXTS)


Text = TypeVar("Text", bound="VersionedText")


class ChangedMeanwhile(Exception):
    """Somebody has changed the draft since it was read; what was read is not what would be approved."""


class VersionedQuerySet(models.QuerySet):
    def approved(self) -> Self:
        """The version in use of each text."""
        return self.filter(status=VersionStatus.APPROVED)

    def drafts(self) -> Self:
        return self.filter(status=VersionStatus.DRAFT)

    def visible_to(self, viewer: Viewer) -> Self:
        """Texts of the programmes in which this viewer works, drafts included."""
        if isinstance(viewer, Pass):
            return self.none()
        works_in = (viewer.programmes_with(permission) for permission in _READERS)
        return self.filter(programme__in=set().union(*works_in))

    def newest(self) -> Self:
        """What is in use and what is being drafted; older versions are reached from these."""
        return self.exclude(status=VersionStatus.SUPERSEDED).select_related("programme")

    def next_version(self) -> int:
        return (self.aggregate(latest=Max("version"))["latest"] or 0) + 1


class VersionedText(models.Model):
    """One version of a text. `KEY` names the fields that say which text it is a version of."""

    KEY: tuple[str, ...] = ()
    # What else belongs to a version beside its title and words.
    MORE: tuple[str, ...] = ()

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
    def fingerprint(self) -> str:
        """Known from it: whether two people have read the same words."""
        # As it is stored: a code is the same whether it has just been chosen or was read from the database.
        more = "".join(f"\n\n{name}: {json.dumps(getattr(self, name), default=str)}" for name in self.MORE)
        return hashlib.sha256(f"{self.title}\n\n{self.body}{more}".encode()).hexdigest()

    def siblings(self) -> VersionedQuerySet:
        """All versions of this text, this one included."""
        key = {name: getattr(self, name) for name in self.KEY}
        return type(self).objects.filter(**key)

    def before(self) -> Self | None:
        """The version that was in use before this one, to compare with."""
        return self.siblings().filter(version__lt=self.version).order_by("-version").first()


def write_draft(text: Text, *, by: User | None) -> Text:
    """Save the words as the one draft of this text: over the draft there is, or as the next version. For actions."""
    versions = text.siblings().select_for_update()
    draft = versions.drafts().first()
    if draft is None:
        draft, draft.version = text, text.siblings().next_version()
    draft.title, draft.body, draft.written_by, draft.written_at = text.title, text.body, by, timezone.now()
    for name in text.MORE:
        setattr(draft, name, getattr(text, name))
    draft.full_clean()
    draft.save()
    return draft


def put_in_use(text: VersionedText, *, fingerprint: str, by: User | None) -> None:
    """Make this draft the version in use; the one before stays as it was read and agreed to. For actions."""
    if not text.is_draft or text.fingerprint != fingerprint:
        raise ChangedMeanwhile
    text.siblings().approved().update(status=VersionStatus.SUPERSEDED)
    text.status, text.approved_by, text.approved_at = VersionStatus.APPROVED, by, timezone.now()
    text.save(update_fields=["status", "approved_by", "approved_at"])


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
