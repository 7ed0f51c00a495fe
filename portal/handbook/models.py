from __future__ import annotations

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from portal.documents.statuses import VersionStatus
from portal.documents.versions import VersionedQuerySet, VersionedText, version_constraints
from portal.programmes.statuses import Process

from .statuses import NoticeKind, Phase
from .steps import Step, steps_in, words_around

NOTICE_KEY = ("kind", "programme", "process", "language")
PROCEDURE_KEY = ("phase", "programme", "process", "language")


class Notice(VersionedText):
    """One version of a text that people are shown word for word; consents point to the version that was read."""

    KEY = NOTICE_KEY

    kind = models.CharField(_("kind"), max_length=40, choices=NoticeKind.choices)
    # Empty: holds for every process of the programme that has no text of its own.
    process = models.CharField(_("process"), max_length=30, choices=Process.choices, blank=True)

    class Meta:
        ordering = ["kind", "process", "language", "-version"]
        constraints = version_constraints("notice", NOTICE_KEY)

    def get_absolute_url(self) -> str:
        return reverse("portal:handbook:notice", args=[self.pk])

    @property
    def name(self) -> str:
        return str(self.get_kind_display())

    @property
    def holds_for(self) -> str:
        process = self.get_process_display() if self.process else _("everything else")
        return f"{self.programme.name}: {process}"


class ProcedureQuerySet(VersionedQuerySet):
    def in_use_on(self, moment: datetime) -> Self:
        """The version of each procedure that was in use at that moment; of a younger one its first version.

        So a case stays with the manual it began with, and nothing has to be written down for it (C5).
        """
        approved = self.exclude(status=VersionStatus.DRAFT)
        siblings = approved.filter(**{name: OuterRef(name) for name in PROCEDURE_KEY})
        before = siblings.filter(approved_at__lte=moment).order_by("-version").values("pk")[:1]
        first = siblings.order_by("version").values("pk")[:1]
        return self.filter(pk=Coalesce(Subquery(before), Subquery(first)))

    def holding_for(self, process: str) -> Self:
        """Those of the process and those for every process."""
        return self.filter(process__in=(process, ""))


class Procedure(VersionedText):
    """One version of how a phase is worked: words to read, and steps from which checklists and tasks are made."""

    KEY = PROCEDURE_KEY

    phase = models.CharField(_("phase"), max_length=20, choices=Phase.choices)
    # Empty: holds for every process of the programme that has none of its own for this phase.
    process = models.CharField(_("process"), max_length=30, choices=Process.choices, blank=True)

    objects = ProcedureQuerySet.as_manager()

    class Meta:
        ordering = ["process", "phase", "-version"]
        constraints = version_constraints("procedure", PROCEDURE_KEY)

    def get_absolute_url(self) -> str:
        return reverse("portal:handbook:procedure", args=[self.pk])

    @property
    def name(self) -> str:
        return str(self.get_phase_display())

    @property
    def holds_for(self) -> str:
        process = self.get_process_display() if self.process else _("everything else")
        return f"{self.programme.name}: {process}"

    @property
    def steps(self) -> list[Step]:
        return steps_in(self.body)

    @property
    def words(self) -> str:
        """The text without its steps."""
        return words_around(self.body)
