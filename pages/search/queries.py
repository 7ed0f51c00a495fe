"""Reading for the search screen: results, kinds, what editors promote, and what may have been meant."""

from __future__ import annotations

import difflib
from collections import Counter
from dataclasses import dataclass

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.search_promotions.models import SearchPromotion
from wagtail.models import Locale, Page
from wagtail.search.utils import normalise_query_string

from pages import edition
from pages.querysets import shown

from .words import Asked, words_in

# Nobody reads further; it also bounds the work that one question can cause.
_MOST_RESULTS = 200
_MOST_TITLES = 60
# How alike a word must be to be offered instead of another: "mediaton" and "mediation", not "meat".
_ALIKE = 0.75
_SHORTEST_TO_GUESS = 4

KINDS: tuple[tuple[str, str | Promise, frozenset[str]], ...] = (
    ("services", _("Services"), frozenset({"ServicePage", "ServicesIndexPage", "ChooserPage"})),
    ("resources", _("Guides and tips"), frozenset({"ResourcePage", "ResourcesIndexPage", "FaqPage"})),
    ("events", _("Events and courses"), frozenset({"EventPage", "EventsIndexPage", "CoursePage", "CoursesIndexPage"})),
    ("news", _("News"), frozenset({"NewsPage", "NewsIndexPage"})),
    ("people", _("People"), frozenset({"PersonPage", "PeopleIndexPage"})),
    ("other", _("Other pages"), frozenset()),
)
_KIND_OF = {name: code for code, _label, names in KINDS for name in names}


@dataclass(frozen=True)
class Kind:
    code: str
    label: str | Promise
    count: int


@dataclass(frozen=True)
class Found:
    """All pages that answer a question, best first, and how many there are of each kind."""

    pages: list[Page]
    kinds: list[Kind]

    def of_kind(self, code: str) -> list[Page]:
        return [page for page in self.pages if kind_of(page) == code] if code else self.pages


def kind_of(page: Page) -> str:
    return _KIND_OF.get(page.specific_class.__name__, "other")


def find(asked: Asked, locale: Locale) -> Found:
    """Pages with all the words; if there are none, with words that begin so, and then with any of them."""
    if not asked.words:
        return Found([], [])
    pages = Page.objects.live().filter(locale=locale)
    ids = (
        _ids(pages.search(asked.text, operator="and"))
        or _ids(pages.autocomplete(asked.text, operator="and"))
        or _ids(pages.search(asked.text, operator="or"))
    )
    # Behind no restriction, and in the order in which they answer best.
    readable = {page.pk: page for page in shown(Page.objects.filter(pk__in=ids))}
    found = [readable[pk] for pk in ids if pk in readable]
    # A word that stands on most pages tells a database nothing; to a visitor the page that bears it as a name is meant.
    found.sort(key=lambda page: not _names(page, asked))
    return Found(found, _kinds(found))


def _names(page: Page, asked: Asked) -> bool:
    """Whether all that was asked for stands in the title."""
    return set(asked.words) <= set(words_in(page.title))


def promoted(asked: Asked, locale: Locale) -> list[SearchPromotion]:
    """What editors want to be found first by exactly these words. Looking writes nothing down."""
    if not asked.words:
        return []
    choices = SearchPromotion.objects.filter(query__query_string=normalise_query_string(asked.text))
    here = shown(Page.objects.filter(locale=locale)).values("pk")
    return list(choices.filter(Q(page__in=here.order_by()) | Q(page=None)).select_related("page"))


def meant(asked: Asked, locale: Locale) -> str:
    """The same question in words that stand on our pages; "" when there is nothing better to offer."""
    known = _vocabulary(locale)
    better = [word if word in known else _closest(word, known) for word in asked.words]
    text = " ".join(word for word in better if word)
    return text if text and text != asked.text else ""


def titles(locale: Locale) -> list[str]:
    """What the box offers while somebody types."""
    return edition.remembered(f"titles {locale.pk}", lambda: _titles(locale))


def _titles(locale: Locale) -> list[str]:
    names = shown(Page.objects.filter(locale=locale, depth__gt=2)).values_list("title", flat=True)
    return sorted(set(names))[:_MOST_TITLES]


def _vocabulary(locale: Locale) -> Counter[str]:
    return edition.remembered(f"vocabulary {locale.pk}", lambda: _words_on_pages(locale))


def _words_on_pages(locale: Locale) -> Counter[str]:
    texts = shown(Page.objects.filter(locale=locale, depth__gt=1)).values_list("title", "search_description")
    return Counter(word for pair in texts for text in pair for word in words_in(text))


def _closest(word: str, known: Counter[str]) -> str:
    if len(word) < _SHORTEST_TO_GUESS:
        return ""
    return next(iter(difflib.get_close_matches(word, known, n=1, cutoff=_ALIKE)), "")


def _ids(results) -> list[int]:
    return [page.pk for page in results[:_MOST_RESULTS]]


def _kinds(pages: list[Page]) -> list[Kind]:
    counted = Counter(map(kind_of, pages))
    return [Kind(code, label, counted[code]) for code, label, _names in KINDS if counted[code]]
