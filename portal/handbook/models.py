from __future__ import annotations

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.documents.statuses import DocumentKind, VersionStatus
from portal.documents.versions import VersionedQuerySet, VersionedText, version_constraints
from portal.programmes.statuses import Law, Process

from .statuses import NoticeKind, Phase
from .steps import Step, steps_in, words_around

NOTICE_KEY = ("kind", "programme", "process", "language")
POLICY_KEY = ("slug", "programme", "language")
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


class PolicyQuerySet(VersionedQuerySet):
    def to_review(self) -> Self:
        """In use, and past the day on which somebody was to look whether they still hold."""
        return self.approved().filter(review_on__lte=timezone.localdate())


class Policy(VersionedText):
    """One version of what this office knows of a rule that is made elsewhere, and where that stands (C8)."""

    KEY = POLICY_KEY
    MORE = ("owner", "address", "review_on", "laws", "kinds")

    slug = models.SlugField(_("short name"), max_length=40)
    owner = models.CharField(_("whose rule it is"), max_length=120)
    address = models.URLField(_("where its full text stands"), blank=True)
    review_on = models.DateField(_("to be looked at again on"))
    # Codes of `Law` and of `DocumentKind`: shown beside allegations under that law, and beside those documents.
    laws = models.JSONField(default=list, blank=True)
    kinds = models.JSONField(default=list, blank=True)

    objects = PolicyQuerySet.as_manager()

    class Meta:
        ordering = ["title", "-version"]
        verbose_name_plural = "policies"
        constraints = version_constraints("policy", POLICY_KEY)

    def get_absolute_url(self) -> str:
        return reverse("portal:handbook:policy", args=[self.pk])

    @property
    def name(self) -> str:
        return self.title

    @property
    def holds_for(self) -> str:
        return self.programme.name

    @property
    def is_to_review(self) -> bool:
        return self.status == VersionStatus.APPROVED and self.review_on <= timezone.localdate()

    @property
    def laws_in_words(self) -> list[str]:
        return [str(Law(code).label) for code in self.laws]

    @property
    def kinds_in_words(self) -> list[str]:
        return [str(DocumentKind(code).label) for code in self.kinds]
