"""Events as a calendar reads them, and as a search engine does."""

import json
import re
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone
from icalendar import Calendar

from pages.schema import as_json
from tests.counting import cost
from tests.factories import make_event

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def entries(client, address):
    response = client.get(address)
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    return Calendar.from_ical(response.content).walk("VEVENT")


def test_one_event_has_an_entry_for_each_date(client):
    event = make_event(starts=(DAY, 3 * DAY), title="Circle, open", place="Hall 3; ramp")

    first, second = entries(client, f"/calendar/events/{event.pk}.ics")

    assert [entry.decoded("dtstart") for entry in (first, second)] == [date.starts_at for date in event.all_dates]
    assert str(first["summary"]) == "Circle, open"
    assert str(first["location"]) == "Hall 3; ramp"
    assert str(first["url"]).endswith(event.url)
    assert first["uid"] != second["uid"]


def test_an_event_keeps_its_uid_and_its_sequence_rises_when_it_is_moved(client):
    event = make_event()
    (before,) = entries(client, f"/calendar/events/{event.pk}.ics")

    with time_machine.travel(timezone.now() + DAY, tick=False):
        date = event.dates.get()
        date.starts_at, date.ends_at = date.starts_at + DAY, date.ends_at + DAY
        event.dates = [date]
        event.save_revision().publish()
    (after,) = entries(client, f"/calendar/events/{event.pk}.ics")

    assert after["uid"] == before["uid"]
    assert after["sequence"] > before["sequence"]
    assert after.decoded("dtstart") == before.decoded("dtstart") + DAY


def test_a_cancelled_event_is_cancelled_in_the_calendar_too(client):
    event = make_event(is_cancelled=True)

    (entry,) = entries(client, f"/calendar/events/{event.pk}.ics")

    assert str(entry["status"]) == "CANCELLED"


def test_the_calendar_of_all_holds_what_is_coming(client):
    make_event(title="Coming")
    make_event(title="Online", place="", online_url="https://meet.example.edu/a")
    make_event(title="Gone", starts=(-9 * DAY,))

    found = entries(client, "/calendar/events.ics")

    assert {str(entry["summary"]) for entry in found} == {"Coming", "Online"}


def test_the_calendar_takes_as_many_queries_for_many_events_as_for_one(client):
    make_event()
    client.get("/calendar/events.ics")
    with_one = cost(client, "/calendar/events.ics")
    for _number in range(4):
        make_event(starts=(DAY, 2 * DAY))

    assert cost(client, "/calendar/events.ics") == with_one <= 10


def facts_on(client, address):
    html = client.get(address).content.decode()
    blocks = [json.loads(block) for block in re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)]
    (facts,) = [block for block in blocks if block["@type"] != "BreadcrumbList"]
    return facts


def test_a_search_engine_reads_what_a_visitor_reads(client):
    event = make_event(starts=(DAY, 2 * DAY), title="Circle & <script>", online_url="https://meet.example.edu/a")

    facts = facts_on(client, event.url)

    assert (facts["@type"], facts["name"]) == ("Event", "Circle & <script>")
    assert facts["startDate"] == timezone.localtime(event.starts_at).isoformat()
    assert facts["eventAttendanceMode"].endswith("/MixedEventAttendanceMode")
    assert [place["@type"] for place in facts["location"]] == ["Place", "VirtualLocation"]
    assert len(facts["subEvent"]) == 2
    assert facts["organizer"]["@type"] == "GovernmentOffice"


def test_facts_cannot_end_the_block_they_stand_in():
    assert "<" not in as_json({"name": "</script><script>alert(1)</script>"})
    assert json.loads(as_json({"name": "</script>&"}))["name"] == "</script>&"


def test_what_is_empty_is_left_out():
    assert json.loads(as_json({"name": "", "description": None, "@type": "Event"})) == {
        "@context": "https://schema.org",
        "@type": "Event",
    }
