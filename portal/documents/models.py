from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .statuses import DocumentKind
from .versions import VersionedText, version_constraints

TEMPLATE_KEY = ("kind", "programme", "language")


class DocumentTemplate(VersionedText):
    """One version of a document's words, with {merge fields} that `fields.py` declares for its kind."""

    KEY = TEMPLATE_KEY

    kind = models.CharField(_("kind"), max_length=40, choices=DocumentKind.choices)

    class Meta:
        ordering = ["kind", "language", "-version"]
        constraints = version_constraints("template", TEMPLATE_KEY)

    def get_absolute_url(self) -> str:
        return reverse("portal:documents:template", args=[self.pk])

    @property
    def name(self) -> str:
        return self.title

    @property
    def holds_for(self) -> str:
        return self.programme.name
