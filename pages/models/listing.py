"""Pages that list what lies below them, a page at a time, narrowed by what stands in the address."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.db import models
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from pages.querysets import shown

from .base import SitePage

PER_PAGE = 12


@dataclass(frozen=True)
class Listed:
    """One page of a list, and the addresses of its neighbours ("" where there is none)."""

    items: list
    newer: str
    older: str
    number: int = 1


class IndexPage(SitePage):
    """A page above many of one kind. A family says which kind, in which order, and how they are narrowed."""

    schema_type = "CollectionPage"
    # The names in the address that change what is listed; nothing else in it does.
    query_names = ("page",)
    per_page = PER_PAGE

    intro = models.TextField(_("introduction"), max_length=400, blank=True)

    content_panels = [*SitePage.content_panels, FieldPanel("intro")]
    search_fields = [*SitePage.search_fields, index.SearchField("intro")]

    class Meta:
        abstract = True

    @classmethod
    def listed_model(cls):
        """The one kind of page that lies below."""
        return cls.clean_subpage_models()[0]

    @property
    def items(self):
        """All that may be listed, in one query. A family orders them."""
        return shown(self.listed_model().objects.child_of(self))

    def narrowed(self, request):
        """The items that fit the filters in the address."""
        return self.items

    def route(self, request, path_components):
        """Find the page below with one query instead of two: every page below is of one kind."""
        if len(path_components) != 1:
            return super().route(request, path_components)
        page = get_object_or_404(self.listed_model().objects.child_of(self), slug=path_components[0])
        page._cached_parent_obj = self
        return page.route(request, [])

    def get_context(self, request, *args, **kwargs):
        listed = self.cut(request, self.narrowed(request))
        return super().get_context(request, *args, **kwargs) | {"listed": listed}

    def cut(self, request, items):
        """Read one item more than is shown, which tells whether there is a next page without counting them all."""
        number = self.page_number(request)
        start = (number - 1) * self.per_page
        found = list(items[start : start + self.per_page + 1])
        if not found and number > 1:
            raise Http404
        older = self.address(request, number + 1) if len(found) > self.per_page else ""
        newer = self.address(request, number - 1) if number > 1 else ""
        return Listed(found[: self.per_page], newer, older, number)

    def page_number(self, request):
        asked = request.GET.get("page", "1")
        if not asked.isdecimal() or not 1 <= int(asked) <= 10_000:
            raise Http404
        return int(asked)

    def address(self, request, number):
        """This list at another page, narrowed as it is."""
        kept = {name: request.GET[name] for name in self.query_names if request.GET.get(name) and name != "page"}
        asked = urlencode(kept | ({"page": number} if number > 1 else {}))
        return f"?{asked}" if asked else request.path
