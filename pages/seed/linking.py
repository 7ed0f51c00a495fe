"""Words name pages by their slugs; rows and links need the pages themselves."""

import re
from datetime import datetime, time, timedelta

from django.utils import timezone
from wagtail.models import Page

from pages.models import CoursePage, EventDate, FormField, FormPage, Topic
from training.models import Course

from . import courses, resources
from .reading import TOPICS

_LINK = re.compile(r'<a to="([\w-]+)">')


def with_pages(words: dict) -> dict:
    """Links in texts and cards lead to pages that are there by now. A slug that nobody has is an error."""
    slugs = set(_slugs(words))
    found = {page.slug: page for page in Page.objects.filter(slug__in=slugs)}
    return {name: _linked(value, found) for name, value in words.items()}


def _slugs(value):
    if isinstance(value, str):
        yield from _LINK.findall(value)
    elif isinstance(value, dict):
        if value.get("page"):
            yield value["page"]
        for part in value.values():
            yield from _slugs(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _slugs(part)


def _linked(value, found: dict[str, Page]):
    if isinstance(value, str):
        return _LINK.sub(lambda link: f'<a linktype="page" id="{found[link[1]].pk}">', value)
    if isinstance(value, dict):
        parts = {name: _linked(part, found) for name, part in value.items()}
        return parts | {"page": found[value["page"]]} if value.get("page") else parts
    if isinstance(value, list | tuple):
        return type(value)(_linked(part, found) for part in value)
    return value


def with_topics(words: dict) -> dict:
    """Topics by their rows; each is made when a page first needs them."""
    for name, slug in resources.TOPICS + TOPICS:
        Topic.objects.get_or_create(slug=slug, defaults={"name": name})
    return with_pages(words) | {"topics": list(Topic.objects.filter(slug__in=words.get("topics", [])))}


def with_questions(words: dict) -> dict:
    """The questions of a form, in their order."""
    rows = [
        FormField(field_type=kind, label=label, sort_order=order, **({"required": True} | more))
        for order, (kind, label, more) in enumerate(words["form_fields"])
    ]
    return words | {"form_fields": rows}


def with_dates(words: dict) -> dict:
    """The dates of an event, counted from today, and the form to sign up when it has one."""
    facts = with_topics({name: value for name, value in words.items() if name not in ("when", "signs_up")})
    facts["dates"] = [EventDate(sort_order=order, **_times(*when)) for order, when in enumerate(words["when"])]
    if words.get("signs_up"):
        facts["sign_up_page"] = FormPage.objects.filter(slug="sign-up").first()
    return facts


def _times(weeks: int, weekday: int, first: int, last: int) -> dict[str, datetime]:
    today = timezone.localdate()
    day = today + timedelta(days=weekday - today.weekday(), weeks=weeks)
    starts, ends = (timezone.make_aware(datetime.combine(day, time(hour))) for hour in (first, last))
    return {"starts_at": starts, "ends_at": ends}


def with_course(words: dict) -> dict:
    """The course of the training office, so that its dates stand on the page; none while it has no such course."""
    facts = {name: value for name, value in words.items() if name != "code"}
    return facts | {"course": Course.objects.filter(code=words["code"]).first()}


def join_courses() -> None:
    """The same for pages that came before their course. A page that an editor gave another course keeps it."""
    for words in courses.ALL:
        page = CoursePage.objects.filter(slug=words["slug"], course=None).first()
        if page and (course := Course.objects.filter(code=words["code"]).first()):
            page.course = course
            page.save_revision().publish()
