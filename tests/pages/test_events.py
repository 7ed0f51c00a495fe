"""Events for visitors: what is coming and what has been, one page of them at a time."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.models import PageViewRestriction
from wagtail.test.utils.form_data import inline_formset, streamfield

from pages.events import PER_PAGE
from pages.models import EventDate, EventPage, EventsIndexPage, FormPage, HomePage
from tests.counting import cost
from tests.factories import make_event, make_events_page, make_home

from .editing import change_in_cms, editor, make_in_cms, preview
from .reading import words_of

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def read(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return words_of(response.content.decode())


def test_events_stand_below_their_list_and_the_list_below_the_front_page():
    assert EventsIndexPage.allowed_parent_page_models() == [HomePage]
    assert EventsIndexPage.allowed_subpage_models() == [EventPage, FormPage]
    assert EventPage.allowed_parent_page_models() == [EventsIndexPage]
    assert EventPage.allowed_subpage_models() == []


def test_an_editor_makes_changes_and_publishes_an_event(client):
    index = make_events_page()
    editor(client)
    words = {"title": "Open circle", "slug": "open", "kind": "LISTENING_CIRCLE", "audience": "STAFF", "intro": "Come."}
    date = {"starts_at": "2027-01-14 16:00", "ends_at": "2027-01-14 17:30"}
    words |= {"place": "Hall 3", "body": streamfield([]), "dates": inline_formset([date])}

    event = make_in_cms(client, EventPage, index, **words)
    dated = {**date, "id": event.dates.get().pk, "ends_at": "2027-01-14 18:00"}
    event = change_in_cms(client, event, **words | {"dates": inline_formset([dated], initial=1), "title": "Circle"})

    assert (event.title, event.live) == ("Circle", True)
    assert timezone.localtime(event.ends_at).isoformat() == "2027-01-14T18:00:00-05:00"


def test_an_editor_is_told_about_a_date_that_ends_before_it_starts(client):
    index = make_events_page()
    editor(client)
    date = {"starts_at": "2027-01-14 16:00", "ends_at": "2027-01-14 15:00"}
    words = {"title": "Open circle", "slug": "open", "kind": "SESSION", "audience": "STAFF", "intro": "Come."}

    refused = make_in_cms(client, EventPage, index, body=streamfield([]), dates=inline_formset([date]), **words)

    assert "It ends before it starts." in refused.content.decode()
    assert not EventPage.objects.exists()


def test_both_pages_can_be_previewed(client):
    event = make_event(starts=(DAY, 2 * DAY), title="Open circle")

    assert "Open circle" in preview(event)
    assert "Open circle" in preview(event.get_parent().specific)


def test_an_event_with_nothing_in_it_still_renders(client):
    event = make_event(starts=(), place="")

    assert "Date to be named" in read(client, event.url)


def test_what_is_coming_stands_soonest_first_and_what_has_been_elsewhere(client):
    make_event(title="Later", starts=(9 * DAY,))
    make_event(title="Sooner", starts=(2 * DAY,))
    make_event(title="Undated", starts=())
    make_event(title="Gone", starts=(-9 * DAY,))
    make_event(title="Going on", starts=(-9 * DAY, 5 * DAY))

    now, past = read(client, "/events/"), read(client, "/events/?when=past")

    order = [now.index(word) for word in ("Going on", "Sooner", "Later", "Undated")]
    assert order == sorted(order)
    assert "Gone" not in now
    assert "Gone" in past
    assert "Sooner" not in past
    assert "Going on" not in past


def test_a_list_can_be_narrowed_to_one_kind_and_keeps_it_in_the_address(client):
    make_event(title="Skills", kind="WORKSHOP")
    make_event(title="Open talk", kind="SESSION")

    html = client.get("/events/?kind=WORKSHOP").content.decode()

    assert "Skills" in words_of(html)
    assert "Open talk" not in words_of(html)
    assert 'href="?when=past&amp;kind=WORKSHOP"' in html


@pytest.mark.parametrize(
    "query", ["when=never", "kind=PARTY", "page=0", "page=-1", "page=x", "page=99999999", "page=²"]
)
def test_what_a_list_does_not_understand_it_leaves_out(client, query):
    make_event(title="Open talk")

    assert "Open talk" in read(client, f"/events/?{query}")


def test_a_long_list_goes_on_on_the_next_page(client):
    index = make_events_page()
    for number in range(PER_PAGE + 1):
        make_event(index, title=f"Event number {number:02}", starts=(DAY * (number + 1),))

    first, second = client.get("/events/").content.decode(), client.get("/events/?page=2").content.decode()

    assert first.count("Event number") == PER_PAGE
    assert 'href="?page=2" rel="next"' in first
    assert second.count("Event number") == 1
    assert 'href="?" rel="prev"' in second
    assert 'rel="next"' not in second


def test_empty_lists_say_what_will_stand_there(client):
    make_events_page(nothing_coming="New dates come out in August.")

    assert "New dates come out in August." in read(client, "/events/")
    assert "Events that are over will stand here." in read(client, "/events/?when=past")


def test_drafts_and_closed_events_are_in_no_list_and_no_calendar(client):
    make_event(title="Draft").unpublish()
    closed = make_event(title="Closed")
    PageViewRestriction.objects.create(page=closed, restriction_type=PageViewRestriction.LOGIN)

    html, feed = read(client, "/events/"), client.get("/calendar/events.ics").content.decode()

    assert "No event is planned right now" in html
    assert "SUMMARY" not in feed
    assert client.get(f"/calendar/events/{closed.pk}.ics").status_code == 404


def test_the_page_says_when_where_and_in_which_time(client, settings):
    moment = datetime(2027, 1, 14, 16, tzinfo=ZoneInfo(settings.TIME_ZONE))
    event = make_event(starts=(moment - timezone.now().replace(second=0, microsecond=0),), capacity_note="16 places")

    text = read(client, event.url)

    assert "Thursday, 14 January 2027, 16:00–17:00" in text
    assert "New York time" in text
    assert "Hall 3" in text
    assert "16 places" in text


def test_a_cancelled_event_says_so_on_its_page_and_in_the_list(client):
    event = make_event(is_cancelled=True)

    assert "This event does not take place" in read(client, event.url)
    assert "Cancelled" in read(client, "/events/")


def test_an_event_that_is_over_offers_no_link_to_take_part(client):
    event = make_event(starts=(-2 * DAY,), online_url="https://meet.example.edu/circle")

    html = client.get(event.url).content.decode()

    assert "This is over" in html
    assert "meet.example.edu" not in html.partition("<main")[2]
    assert ".ics" not in html.partition("<main")[2]


def test_the_first_and_last_moment_follow_the_dates():
    event = make_event(starts=(5 * DAY, DAY, 3 * DAY))

    assert event.starts_at == event.all_dates[0].starts_at
    assert event.ends_at == event.all_dates[-1].ends_at
    assert event.next_date == event.all_dates[0]


def test_a_date_ends_after_it_starts():
    now = timezone.now()

    with pytest.raises(ValidationError, match="before it starts"):
        EventDate(page=make_event(), starts_at=now, ends_at=now - DAY).full_clean()


@pytest.mark.parametrize("address", ["/events/", "/events/?when=past"])
def test_a_list_takes_as_many_queries_for_many_events_as_for_one(client, address):
    index, start = make_events_page(), -2 * DAY if "past" in address else DAY
    make_event(index, starts=(start,))
    client.get(address)
    with_one = cost(client, address)
    for _number in range(9):
        make_event(index, starts=(start, start))

    assert cost(client, address) == with_one <= 20


def test_a_page_takes_as_many_queries_for_ten_dates_as_for_one(client):
    one, many = make_event(), make_event(starts=[DAY * number for number in range(1, 11)])
    client.get(one.url)

    assert cost(client, many.url) == cost(client, one.url) <= 20


def test_an_unknown_event_is_missing(client):
    make_home()
    make_events_page()

    assert client.get("/events/tea/").status_code == 404
    assert client.get("/events/tea/more/").status_code == 404
