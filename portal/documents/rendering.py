"""A template and its values become a document: HTML to read on any page, or a tagged PDF to print and keep."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import override

from portal.programmes.queries import current_office

from . import fields, markup, press, queries
from .redisclosure import REDISCLOSURE
from .statuses import DocumentKind

if TYPE_CHECKING:
    from portal.programmes.models import Office, Programme

    from .models import DocumentTemplate

Values = Mapping[str, Any]


def render_html(template: DocumentTemplate, values: Values, office: Office | None = None) -> SafeString:
    """The document as a fragment: an article with its title, to stand on any of our pages.

    Raises MergeError when template and values do not fit together.
    """
    with override(template.language):
        filled = fields.fill(template.kind, office_values(office or current_office()) | dict(values))
        words = markup.to_html(template.body, filled)
        version = "" if template.kind == DocumentKind.LETTER else template.version
        context = {"template": template, "words": words, "version": version, "kind": template.kind.lower()}
        return mark_safe(render_to_string("portal/documents/_document.html", context))


def render_pdf(template: DocumentTemplate, values: Values, office: Office | None = None) -> bytes:
    """The same as a tagged PDF; the same template, values and office give the same bytes."""
    title = str(values["subject"]) if template.kind == DocumentKind.LETTER else template.title
    return render_pack([(template, values)], title=title, office=office)


def render_pack(
    documents: Sequence[tuple[DocumentTemplate, Values]],
    *,
    title: str,
    office: Office | None = None,
    is_record: bool = False,
) -> bytes:
    """Several documents, each from a new page on, in one PDF. A record says that it is not to be passed on."""
    return press.print_pdf(sheet(documents, title=title, office=office or current_office(), is_record=is_record))


def sheet(
    documents: Sequence[tuple[DocumentTemplate, Values]], *, title: str, office: Office, is_record: bool = False
) -> str:
    """What the press is given: the documents as one page of HTML, with the office's letterhead."""
    language = documents[0][0].language
    with override(language):
        articles = [render_html(template, values, office) for template, values in documents]
        context = {"office": office, "language": language, "title": title, "articles": articles}
        context["foot"] = _("%(office)s, %(phone)s") % {"office": office.name, "phone": office.phone}
        context["redisclosure"] = REDISCLOSURE if is_record else ""
        return render_to_string("portal/documents/print.html", context)


def render_blank_html(template: DocumentTemplate, office: Office | None = None) -> SafeString:
    return render_html(template, fields.blank_values(template.kind), office)


def render_blank_pdf(template: DocumentTemplate, office: Office | None = None) -> bytes:
    return press.print_pdf(blank_sheet(template, office or current_office()))


def blank_sheet(template: DocumentTemplate, office: Office) -> str:
    return sheet([(template, fields.blank_values(template.kind))], title=template.title, office=office)


def blank(kind: str, programme: Programme, language: str = "en") -> tuple[DocumentTemplate, Values]:
    """The version in use with the values of a blank copy: one piece of a pack."""
    return queries.current(kind, programme, language), fields.blank_values(kind)


def office_values(office: Office) -> dict[str, Any]:
    return {
        "office": office.name,
        "institution": office.institution,
        "phone": office.phone,
        "email": office.email,
    }


def digest(document: bytes | str) -> str:
    """The fingerprint by which a document is known later."""
    return hashlib.sha256(document.encode() if isinstance(document, str) else document).hexdigest()
