"""Every link on the public pages: those of ours that lead nowhere, and those of others with who looked at them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.documents import get_document_model
from wagtail.fields import RichTextField, StreamField
from wagtail.images import get_image_model
from wagtail.models import Page

from .models import SeenLink

_HREF = re.compile(r'href="([^"]+)"')
_PHONE = re.compile(r"tel:\+?[\d\-.() ]{3,20}")
_OURS = {
    Page: (_("leads to a page that was deleted"), _("leads to a page that is not published")),
    get_image_model(): (_("shows a picture that was deleted"), ""),
    get_document_model(): (_("offers a file that was deleted"), ""),
}


@dataclass(frozen=True)
class Broken:
    page: Page
    why: str | Promise
    address: str = ""


@dataclass
class Outside:
    """An address of somebody else, the pages that lead to it, and when a person last looked."""

    url: str
    pages: list[Page] = field(default_factory=list)
    seen: SeenLink | None = None


@dataclass(frozen=True)
class Links:
    broken: list[Broken]
    outside: list[Outside]


def look_through_links() -> Links:
    """Read every published page. The number of queries grows with the kinds of pages, not with the pages."""
    pages = list(Page.objects.live().filter(depth__gt=1).order_by("path").specific())
    known = {model: _known(model) for model in _OURS}
    broken, outside = [], {}
    for page in pages:
        broken += _broken_ours(page, known)
        for address in dict.fromkeys(_addresses(page)):
            if why := _wrong(address):
                broken.append(Broken(page, why, address))
            elif address.startswith(("http://", "https://")):
                outside.setdefault(address, Outside(address)).pages.append(page)
    for seen in SeenLink.objects.filter(url__in=outside).select_related("seen_by"):
        outside[seen.url].seen = seen
    never_first = sorted(outside.values(), key=lambda one: (one.seen is not None, one.seen and one.seen.seen_at))
    return Links(broken, never_first)


def mark_as_seen(*, url: str, by) -> None:
    SeenLink.objects.update_or_create(url=url, defaults={"seen_at": timezone.now(), "seen_by": by})


def _known(model) -> dict[str, bool]:
    """Whether each thing there is can be seen: by its id, as references write it."""
    if model is Page:
        return {str(pk): live for pk, live in Page.objects.values_list("pk", "live")}
    return {str(pk): True for pk in model.objects.values_list("pk", flat=True)}


def _texts(page: Page) -> Iterator:
    for one in page._meta.get_fields():
        if isinstance(one, RichTextField | StreamField):
            yield one, one.value_from_object(page)


def _broken_ours(page: Page, known: dict) -> Iterator[Broken]:
    for one, value in _texts(page):
        for model, number, *_path in one.extract_references(value):
            kind = Page if issubclass(model, Page) else model
            if kind in known and not known[kind].get(str(number)):
                gone, hidden = _OURS[kind]
                yield Broken(page, hidden if str(number) in known[kind] else gone)


def _addresses(page: Page) -> Iterator[str]:
    for _one, value in _texts(page):
        stored = list(value.raw_data) if hasattr(value, "raw_data") else value
        for text in _strings(stored):
            yield from _HREF.findall(text)
            if text.startswith(("http://", "https://")):
                yield text


def _strings(stored) -> Iterator[str]:
    if isinstance(stored, str):
        yield stored
    elif isinstance(stored, dict):
        for part in stored.values():
            yield from _strings(part)
    elif isinstance(stored, list | tuple):
        for part in stored:
            yield from _strings(part)


def _wrong(address: str) -> str | Promise:
    if address.startswith("tel:") and not _PHONE.fullmatch(address):
        return _("is a telephone number that no telephone can dial")
    if address.startswith("mailto:"):
        try:
            validate_email(address.removeprefix("mailto:").partition("?")[0])
        except ValidationError:
            return _("is not an e-mail address")
    return ""
