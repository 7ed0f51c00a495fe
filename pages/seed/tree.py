"""Which pages lie where. To add a page, write its words in the file of its family; to add a family, add a branch."""

from collections.abc import Callable
from dataclasses import dataclass

from pages.models import (
    ChooserPage,
    FaqPage,
    NewsIndexPage,
    NewsPage,
    PeopleIndexPage,
    PersonPage,
    ResourcePage,
    ResourcesIndexPage,
    ServicePage,
    ServicesIndexPage,
    SitePage,
    StandardPage,
    Topic,
)

from . import chooser, faq, home, news, people, resources, services, standard


@dataclass(frozen=True)
class Branch:
    """A page and those below it. `complete` turns its words into fields when they name other rows."""

    kind: type[SitePage]
    words: dict
    below: tuple["Branch", ...] = ()
    complete: Callable[[dict], dict] = dict


def family(index: type[SitePage], words: dict, kind: type[SitePage], members, complete=dict) -> Branch:
    return Branch(index, words, tuple(Branch(kind, member, (), complete) for member in members))


def with_topics(words: dict) -> dict:
    """Topics by their rows; each is made when a resource first names it."""
    for name, slug in resources.TOPICS:
        Topic.objects.get_or_create(slug=slug, defaults={"name": name})
    return words | {"topics": list(Topic.objects.filter(slug__in=words.get("topics", [])))}


def with_outcomes(words: dict) -> dict:
    """Outcomes lead to pages that are there by now."""
    found = {page.slug: page for kind in (ServicePage, StandardPage) for page in kind.objects.all()}
    outcomes = [(kind, value | {"page": found.get(value["page"])}) for kind, value in words["outcomes"]]
    return words | {"outcomes": outcomes}


# In the order of the menu.
TREE = (
    family(ServicesIndexPage, {"slug": "services", "show_in_menus": True, **home.SERVICES}, ServicePage, services.ALL),
    *(Branch(StandardPage, words) for words in standard.BEFORE_THE_CHOOSER),
    Branch(ChooserPage, chooser.CHOOSER, (), with_outcomes),
    family(ResourcesIndexPage, resources.INDEX, ResourcePage, resources.ALL, with_topics),
    family(NewsIndexPage, news.INDEX, NewsPage, news.ALL),
    family(PeopleIndexPage, people.INDEX, PersonPage, people.ALL),
    Branch(FaqPage, faq.FAQ),
    *(Branch(StandardPage, words) for words in standard.ALL),
)
