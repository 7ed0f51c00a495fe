"""News as a feed reader reads it."""

from datetime import date
from xml.etree import ElementTree

import pytest
from wagtail.models import PageViewRestriction

from pages.feeds import NEWEST
from pages.models import NewsIndexPage, NewsPage
from tests.counting import cost
from tests.factories.public_site import make_page

pytestmark = pytest.mark.django_db


def make_news(count=1, **facts):
    index = NewsIndexPage.objects.first() or make_page(NewsIndexPage, title="News", slug="news")
    return [
        make_page(
            NewsPage, index, **({"title": f"News {n}", "intro": "Short.", "published_on": date(2026, 9, 1)} | facts)
        )
        for n in range(count)
    ]


def items(client):
    response = client.get("/news/feed.xml")
    assert response["Content-Type"] == "application/rss+xml; charset=utf-8"
    return ElementTree.fromstring(response.content).findall("channel/item")


def test_the_newest_stands_first_and_carries_words_day_and_address(client):
    make_news(title="Older", published_on=date(2026, 9, 1))
    make_news(title="Newer & better", published_on=date(2026, 10, 1))

    newer, older = items(client)

    assert (newer.findtext("title"), older.findtext("title")) == ("Newer & better", "Older")
    assert newer.findtext("description") == "Short."
    assert newer.findtext("link").startswith("http://")
    assert newer.findtext("pubDate").startswith("Thu, 01 Oct 2026 00:00:00")
    assert newer.findtext("guid") != older.findtext("guid")


def test_drafts_and_closed_news_are_not_in_the_feed(client):
    make_news()[0].unpublish()
    PageViewRestriction.objects.create(page=make_news()[0], restriction_type=PageViewRestriction.LOGIN)

    assert items(client) == []


def test_a_feed_without_news_is_still_a_feed(client):
    assert items(client) == []


def test_the_feed_is_short_and_takes_few_queries(client):
    make_news()
    items(client)
    with_one = cost(client, "/news/feed.xml")
    make_news(NEWEST)

    assert len(items(client)) == NEWEST
    assert cost(client, "/news/feed.xml") == with_one <= 10
