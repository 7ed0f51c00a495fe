"""What stands on every public page: menu, foot, notices. Two queries, however much they hold."""

from dataclasses import dataclass, field

from django import template
from django.db.models import Q
from django.template import Context
from wagtail.models import Page, Site

from pages.models import PublicSite
from pages.querysets import shown

register = template.Library()


@dataclass(frozen=True)
class MenuItem:
    title: str
    url: str
    is_current: bool = False
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


@register.simple_tag
def words_for_missing() -> PublicSite:
    """What the lead wants to say where there is no page; empty where the program's words stand."""
    return PublicSite.current()


class _Reader:
    """Turns stored ids into links, with the pages of all of them at hand."""

    def __init__(self, request, site: Site):
        self.request, self.site, self.words = request, site, PublicSite.current()
        self.pages: dict[int, Page] = {}

    def read(self) -> WholeSite:
        root = self.site.root_page
        top = Q(path__startswith=root.path, depth=root.depth + 1, show_in_menus=True)
        linked = Q(pk__in=self.words.linked_pages())
        by_hand = self.words.menu.raw_data
        self.pages = {page.pk: page for page in shown(Page.objects.filter(linked if by_hand else linked | top))}
        menu = (
            self.links(by_hand) if by_hand else [self.item(page) for page in self.pages.values() if self.is_top(page)]
        )
        banners = [self.banner(value) for value in self.words.banners_now()]
        return WholeSite(menu, self.links(self.words.footer.raw_data), banners)

    def is_top(self, page: Page) -> bool:
        return page.show_in_menus and page.is_child_of(self.site.root_page)

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
        is_current = here == url or (page.pk != self.site.root_page_id and here.startswith(url))
        return MenuItem(words or page.title, url, is_current, children or [])

    def banner(self, value: dict) -> Banner:
        page = self.pages.get(value.get("page"))
        url = page.get_url(self.request) if page else ""
        return Banner(value["text"], value.get("tone") or "", url or "", value.get("words") or "" if url else "")
