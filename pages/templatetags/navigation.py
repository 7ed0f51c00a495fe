"""What stands on every public page: menu, foot, notices. Read once for each edition, however much they hold."""

from dataclasses import dataclass, field

from django import template
from django.conf import settings
from django.template import Context
from django.urls import reverse
from django.utils.translation import get_language
from wagtail.models import Page, Site

from pages import edition, known
from pages.models import PublicSite, TrainingIndexPage

register = template.Library()


@dataclass(frozen=True)
class MenuItem:
    title: str
    url: str
    is_current: bool = False
    # The language of a page that is not there in the language of the reader.
    language: str = ""
    children: list["MenuItem"] = field(default_factory=list)

    @property
    def is_open(self) -> bool:
        """Whether the page that is shown is this one or below it."""
        return self.is_current or any(child.is_current for child in self.children)


@dataclass(frozen=True)
class Banner:
    text: str
    tone: str
    url: str = ""
    words: str = ""


@dataclass(frozen=True)
class WholeSite:
    menu: list[MenuItem]
    footer: list[MenuItem]
    banners: list[Banner]


@register.simple_tag(takes_context=True)
def whole_site(context: Context) -> WholeSite:
    """Menu, links at the foot and notices of this moment. Pages that nobody may see are left out."""
    request = context.get("request")
    site = Site.find_for_request(request) if request else None
    if site is None:
        return WholeSite([], [], [])
    return _Reader(request, site).read()


@register.simple_tag(takes_context=True)
def courses_url(context: Context) -> str:
    """The address of the list of courses, in the language of the reader where there is one; "" without such a list."""
    lists = [page for page in known.pages() if page.specific_class is TrainingIndexPage]
    lists.sort(key=lambda page: page.locale.language_code != get_language())
    return lists[0].get_url(context.get("request")) or "" if lists else ""


@register.simple_tag
def words_for_missing() -> PublicSite:
    """What the lead wants to say where there is no page; empty where the program's words stand."""
    return PublicSite.current()


@dataclass(frozen=True)
class _Stored:
    """What the database says about all of it, read once for each edition of the site."""

    words: PublicSite
    # By the id that is stored; the page itself in the language of the reader, where there is one.
    pages: dict[int, Page]
    # Ids of the pages right below the home page that want to be in the menu.
    top: list[int]

    @classmethod
    def read(cls, root: Page, language: str) -> "_Stored":
        words = PublicSite.current()
        pages = {page.pk: page for page in known.pages()}
        top = [pk for pk, page in pages.items() if page.show_in_menus and page.is_child_of(root)]
        return cls(words, pages if language == settings.LANGUAGE_CODE else _translated(pages, language), top)


def _translated(pages: dict[int, Page], language: str) -> dict[int, Page]:
    found = {page.translation_key: page for page in pages.values() if page.locale.language_code == language}
    return {pk: found.get(page.translation_key, page) for pk, page in pages.items()}


class _Reader:
    """Turns stored ids into links, with the pages of all of them at hand."""

    def __init__(self, request, site: Site):
        self.request, self.language = request, get_language() or settings.LANGUAGE_CODE
        self.is_translated = self.language != settings.LANGUAGE_CODE
        name = f"navigation {site.pk} {self.language}"
        self.stored = edition.remembered(name, lambda: _Stored.read(site.root_page, self.language))
        self.words, self.pages = self.stored.words, self.stored.pages
        self.front = reverse("wagtail_serve", args=[""])

    def read(self) -> WholeSite:
        by_hand = self.words.menu.raw_data
        menu = self.links(by_hand) if by_hand else [self.item(self.pages[pk]) for pk in self.stored.top]
        # A menu in two languages would be hard to read; at the foot, no page may be missing.
        menu = [item for item in menu if not item.language] or menu
        banners = [self.banner(value) for value in self.words.banners_now()]
        return WholeSite(menu, self.links(self.words.footer.raw_data), banners)

    def links(self, entries) -> list[MenuItem]:
        values = [entry["value"] for entry in entries or []]
        return [
            self.item(self.pages[value["page"]], value.get("words"), self.links(value.get("below")))
            for value in values
            if value["page"] in self.pages
        ]

    def item(self, page: Page, words: str | None = "", children: list[MenuItem] | None = None) -> MenuItem:
        url = page.get_url(self.request) or ""
        here = self.request.path
        is_current = here == url or (url != self.front and here.startswith(url))
        # Words by hand are English, as the page is that they were written for.
        title = page.title if self.is_translated else words or page.title
        is_english = self.is_translated and not url.startswith(self.front)
        return MenuItem(title, url, is_current, settings.LANGUAGE_CODE if is_english else "", children or [])

    def banner(self, value: dict) -> Banner:
        page = self.pages.get(value.get("page"))
        url = page.get_url(self.request) if page else ""
        return Banner(value["text"], value.get("tone") or "", url or "", value.get("words") or "" if url else "")
