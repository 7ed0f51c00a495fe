"""The rest of the demo site, below and beside the first pages. What links to a page stands after it."""

from pages.models import (
    CoursePage,
    EventPage,
    EventsIndexPage,
    FormPage,
    NewsIndexPage,
    NewsPage,
    PeopleIndexPage,
    PersonPage,
    ResourcePage,
    ResourcesIndexPage,
    StandardPage,
    TrainingIndexPage,
)

from . import around, courses, events, forms, news, people, promises, reading, resources, standard
from .linking import with_course, with_dates, with_pages, with_questions, with_topics
from .tree import Branch, family


def form(words: dict) -> Branch:
    return Branch(FormPage, words, (), with_questions)


def page(words: dict, *below: Branch) -> Branch:
    return Branch(StandardPage, words, below, with_pages)


EVENTS = Branch(
    EventsIndexPage,
    events.INDEX,
    (form(forms.SIGN_UP), *(Branch(EventPage, words, (), with_dates) for words in events.ALL), form(forms.EVALUATION)),
)
ABOUT = (
    page(promises.HOW_WE_WORK),
    page(promises.CONFIDENTIAL),
    page(promises.WHO_SEES_WHAT),
    form(forms.FEEDBACK),
    page(promises.YOUR_RIGHTS),
    page(around.SAID_AND_DONE),
    page(around.FIGURES),
    page(around.WORK_WITH_US),
)
MORE = (
    page(around.URGENT_HELP),
    page(around.VISIT_US),
    family(TrainingIndexPage, courses.INDEX, CoursePage, courses.ALL, with_course),
    EVENTS,
    page(around.PARTNERS),
    family(ResourcesIndexPage, resources.INDEX, ResourcePage, reading.ALL, with_topics),
    family(NewsIndexPage, news.INDEX, NewsPage, news.MORE),
    family(PeopleIndexPage, people.INDEX, PersonPage, people.MORE),
    Branch(StandardPage, standard.ABOUT, ABOUT),
    Branch(StandardPage, standard.CONTACT, (form(forms.CONTACT),)),
)
