"""The same page in other languages."""

from uuid import UUID

from django.http import HttpRequest

from . import edition, known


def translations(request: HttpRequest) -> dict[UUID, dict[str, str]]:
    """For every page that exists in more than one language: its addresses by language. Read once an edition."""
    return edition.remembered(f"translations {request.get_host()}", lambda: _read(request))


def _read(request: HttpRequest) -> dict[UUID, dict[str, str]]:
    found: dict[UUID, dict[str, str]] = {}
    for page in known.pages():
        if page.alias_of_id is None and (address := page.get_url(request)):
            found.setdefault(page.translation_key, {})[page.locale.language_code] = address
    return {key: addresses for key, addresses in found.items() if len(addresses) > 1}
