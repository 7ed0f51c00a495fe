"""News for feed readers (RSS 2.0)."""

from datetime import datetime, time

from django.contrib.syndication.views import Feed
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .models import NewsIndexPage, NewsPage
from .querysets import shown

NEWEST = 20


class NewsFeed(Feed):
    """The newest pieces of news that anybody may read."""

    title = _("News of our office")
    description = _("What is new, in a few words each.")

    def get_object(self, request):
        return request

    def link(self, request) -> str:
        index = shown(NewsIndexPage.objects.all()).first()
        return index.get_url(request) if index else "/"

    def items(self, request) -> list[NewsPage]:
        return list(shown(NewsPage.objects.all()).order_by("-published_on", "-pk")[:NEWEST])

    def item_title(self, item: NewsPage) -> str:
        return item.title

    def item_description(self, item: NewsPage) -> str:
        return item.intro

    def item_link(self, item: NewsPage) -> str:
        return item.full_url

    def item_guid(self, item: NewsPage) -> str:
        """The same for ever, even when the page gets another address."""
        return f"urn:uuid:{item.translation_key}"

    item_guid_is_permalink = False

    def item_pubdate(self, item: NewsPage) -> datetime:
        return timezone.make_aware(datetime.combine(item.published_on, time()))
