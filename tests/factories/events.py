"""Public events, below a front page."""

from datetime import timedelta
from itertools import count

from django.utils import timezone
from wagtail.models import Page, Site

from pages.models import EventDate, EventPage, EventsIndexPage, HomePage

_numbers = count(1)
HOUR = timedelta(hours=1)


def make_home():
    """The front page of the one site there is."""
    if home := HomePage.objects.first():
        return home
    words = dict.fromkeys(("heading", "intro", "services_heading", "steps_heading"), "Help")
    home = Page.objects.get(depth=1).add_child(instance=HomePage(title="Home", slug="front", **words))
    Site.objects.update(root_page=home)
    Site.clear_site_root_paths_cache()
    return home


def make_events_page(**facts):
    return make_home().add_child(instance=EventsIndexPage(**({"title": "Events", "slug": "events"} | facts)))


def make_event(index=None, *, starts=(timedelta(days=7),), **facts):
    """An event of an hour for each of `starts`, counted from now."""
    index = index or EventsIndexPage.objects.first() or make_events_page()
    number = next(_numbers)
    usual = {"title": f"Circle {number}", "slug": f"circle-{number}", "intro": "We listen.", "place": "Hall 3"}
    event = EventPage(**(usual | facts))
    now = timezone.now().replace(second=0, microsecond=0)
    event.dates = [EventDate(starts_at=now + start, ends_at=now + start + HOUR) for start in starts]
    index.add_child(instance=event)
    event.save_revision().publish()
    return EventPage.objects.get(pk=event.pk)
