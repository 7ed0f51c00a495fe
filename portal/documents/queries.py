"""Reading document templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404

from .models import DocumentTemplate
from .statuses import DocumentKind

if TYPE_CHECKING:
    from portal.programmes.models import Programme

# What everybody may read and print, by the name that stands in its address.
PUBLIC_KINDS = {
    "agreement-to-participate": DocumentKind.AGREEMENT_TO_PARTICIPATE,
    "reflection": DocumentKind.REFLECTION_SHEET,
    "points-of-agreement": DocumentKind.BLANK_POINTS_SHEET,
}


def current(kind: str, programme: Programme, language: str = "en") -> DocumentTemplate:
    """The version in use, in this language or else in English. Raises DocumentTemplate.DoesNotExist."""
    templates = DocumentTemplate.objects.approved().select_related("programme")
    found = {one.language: one for one in templates.filter(kind=kind, programme=programme)}
    if not found:
        raise DocumentTemplate.DoesNotExist
    return found.get(language) or found.get("en") or next(iter(found.values()))


def current_public(slug: str) -> DocumentTemplate:
    """The version in use of a document that everybody may read; Http404 when there is none."""
    kind = PUBLIC_KINDS.get(slug, "")
    templates = DocumentTemplate.objects.approved().select_related("programme").order_by("programme")
    return get_object_or_404(templates.filter(kind=kind, language="en")[:1])
