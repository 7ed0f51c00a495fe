"""Reading notices: the version in use, for a process or else for the whole programme."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.safestring import SafeString

from portal.documents import markup
from portal.documents.rendering import office_values
from portal.programmes.models import Office, Programme
from portal.programmes.queries import current_office

from .models import Notice, Policy


@dataclass(frozen=True)
class Words:
    """A notice with its values filled in, as the reader gets it."""

    notice: Notice
    values: Mapping[str, Any]

    @property
    def title(self) -> str:
        return markup.to_text(self.notice.title, self.values)

    @property
    def text(self) -> str:
        """Without HTML, for mail and letters."""
        return markup.to_text(self.notice.body, self.values)

    @property
    def html(self) -> SafeString:
        return markup.to_html(self.notice.body, self.values)

    @property
    def small_html(self) -> SafeString:
        """For a place beneath a heading of its own."""
        return markup.to_html(self.notice.body, self.values, heading="h3")


def notices_of(programme: str, language: str = "en") -> dict[tuple[str, str], Notice]:
    """Every notice in use of a programme, by kind and process, in one query."""
    notices = Notice.objects.approved().filter(programme__code=programme, language__in={language, "en"})
    # English first, so that the language asked for replaces it.
    ordered = sorted(notices, key=lambda notice: notice.language == language)
    return {(notice.kind, notice.process): notice for notice in ordered}


def current(kind: str, programme: Programme | str, process: str = "", language: str = "en") -> Notice:
    """The version in use. Raises Notice.DoesNotExist when the office has not approved one."""
    code = programme if isinstance(programme, str) else programme.code
    return pick(notices_of(code, language), kind, process)


def told(notice: Notice, office: Office | None = None, **values: Any) -> Words:
    """The notice as somebody reads it: the office's facts, and whatever else is given, filled in."""
    return Words(notice, office_values(office or current_office()) | values)


def pick(notices: Mapping[tuple[str, str], Notice], kind: str, process: str) -> Notice:
    notice = notices.get((kind, process)) or notices.get((kind, ""))
    if notice is None:
        raise Notice.DoesNotExist(f"no {kind} in use")
    return notice


def notices_for_request(request: HttpRequest | None, programme: str, language: str) -> dict[tuple[str, str], Notice]:
    """The same for everything that one request shows: one query however often a page asks."""
    if request is None:
        return notices_of(programme, language)
    seen = request.__dict__.setdefault("_accord_notices", {})
    if (programme, language) not in seen:
        seen[programme, language] = notices_of(programme, language)
    return seen[programme, language]


def policies_of(programme: Programme) -> list[Policy]:
    """What is in use in the library of a programme; whoever shows it picks by law or by kind of document."""
    return list(Policy.objects.approved().filter(programme=programme, language="en"))
