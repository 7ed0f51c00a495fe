"""The language switcher: `{% languages page=page as spoken %}`."""

from dataclasses import dataclass

from django import template
from django.conf import settings
from django.template import Context
from django.urls import translate_url
from django.utils.translation import get_language
from wagtail.models import Site

from pages.languages import translations
from site_project.languages import SPOKEN

register = template.Library()


@dataclass(frozen=True)
class Language:
    """One language in which this page, or at least the front page, can be read."""

    code: str
    name: str
    url: str
    is_current: bool
    # Whether the address leads to this very page; if not, it leads to the front page.
    is_same_page: bool


@register.simple_tag(takes_context=True)
def languages(context: Context, page: object | None = None) -> list[Language]:
    """Return the languages to choose from; an empty list where there is nothing to choose."""
    request = context.get("request")
    match = getattr(request, "resolver_match", None)
    if match is None or match.view_name not in SPOKEN:
        return []
    addresses = _of_page(request, page) if match.view_name == "wagtail_serve" else _of_view(request)
    fronts = _fronts()
    return [
        Language(
            code=code,
            name=name,
            url=addresses.get(code) or fronts[code],
            is_current=code == get_language(),
            is_same_page=code in addresses,
        )
        for code, name in settings.LANGUAGES
    ]


@dataclass(frozen=True)
class Alternate:
    """The same page for search engines: a language, or "x-default", and the whole address."""

    code: str
    url: str


@register.simple_tag(takes_context=True)
def alternates(context: Context, page: object) -> list[Alternate]:
    """Return this page in every language it exists in, itself included; empty when there is no other."""
    request = context.get("request")
    if request is None:
        return []
    addresses = translations(request).get(getattr(page, "translation_key", None), {})
    # As the canonical address begins, not as somebody may have reached us.
    site = Site.find_for_request(request) if addresses else None
    found = [Alternate(code, f"{site.root_url}{url}") for code, url in sorted(addresses.items()) if site]
    default = [one for one in found if one.code == settings.LANGUAGE_CODE]
    return [*found, *(Alternate("x-default", one.url) for one in default)]


def _of_page(request, page) -> dict[str, str]:
    here = {get_language(): request.path}
    return here | translations(request).get(getattr(page, "translation_key", None), {})


def _of_view(request) -> dict[str, str]:
    return {code: translate_url(request.get_full_path(), code) for code, _name in settings.LANGUAGES}


def _fronts() -> dict[str, str]:
    return {code: "/" if code == settings.LANGUAGE_CODE else f"/{code}/" for code, _name in settings.LANGUAGES}
