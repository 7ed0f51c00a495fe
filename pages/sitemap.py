"""Every page that anybody may read, in every language, each with its translations."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from wagtail.contrib.sitemaps import Sitemap
from wagtail.models import Page

from .languages import translations
from .querysets import shown


class PublicSitemap(Sitemap):
    """Wagtail's own stops at the front page's own tree; each language has one beside it."""

    def items(self) -> QuerySet[Page]:
        root = self.get_wagtail_site().root_page
        fronts = Page.objects.filter(translation_key=root.translation_key)
        below = Q()
        for path in fronts.values_list("path", flat=True):
            below |= Q(path__startswith=path)
        return shown(Page.objects.filter(below)).defer_streamfields().specific()

    def _urls(self, page: int, protocol: str, domain: str) -> list[dict[str, Any]]:
        urls, root = super()._urls(page, protocol, domain), self.get_wagtail_site().root_url
        pages = translations(self.request).values()
        known = {root + here: addresses for addresses in pages for here in addresses.values()}
        for url in urls:
            others = known.get(url["location"], {})
            url["alternates"] = [{"lang_code": code, "location": root + there} for code, there in others.items()]
        return urls
