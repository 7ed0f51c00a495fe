from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from portal.documents.versions import VersionedText, version_constraints
from portal.programmes.statuses import Process

from .statuses import NoticeKind

NOTICE_KEY = ("kind", "programme", "process", "language")


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
