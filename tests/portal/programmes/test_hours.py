from dataclasses import dataclass, field
from datetime import date, datetime

import pytest
from django.core.exceptions import ValidationError

from portal.programmes import hours
from portal.programmes.models import usual_hours


@dataclass
class Opens:
    weekly_hours: list = field(default_factory=usual_hours)
    closed_days: list = field(default_factory=list)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=hours.office_zone())


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("2026-11-23T10:00", "2026-11-24"),  # Monday morning: eight open hours end on Tuesday
        ("2026-11-23T08:00", "2026-11-23"),  # before opening: the whole day counts
        ("2026-11-27T16:00", "2026-11-30"),  # Friday afternoon: Monday
        ("2026-11-28T23:30", "2026-11-30"),  # Saturday night
    ],
)
def test_the_reply_promise_counts_open_hours_only(asked, answer):
    assert hours.answer_day(Opens(), at(asked), 8) == date.fromisoformat(answer)


def test_a_closed_day_moves_the_reply_promise():
    office = Opens(closed_days=["2026-11-26", "2026-11-27"])

    due = hours.answer_due(office, at("2026-11-25T12:00"), 8)

    assert due == at("2026-11-30T12:00")


def test_working_days_skip_weekends_and_closed_days():
    office = Opens(closed_days=["2026-11-26"])

    assert hours.add_working_days(office, date(2026, 11, 25), 2) == date(2026, 11, 30)
    assert hours.add_working_days(office, date(2026, 11, 25), 0) == date(2026, 11, 25)
    assert not hours.is_working_day(office, date(2026, 11, 26))


def test_the_office_is_open_within_its_hours_only():
    assert hours.is_open(Opens(), at("2026-11-23T09:00"))
    assert not hours.is_open(Opens(), at("2026-11-23T17:00"))
    assert not hours.is_open(Opens(), at("2026-11-22T12:00"))


def test_an_office_that_never_opens_promises_nothing():
    never = Opens(weekly_hours=[])

    with pytest.raises(ValueError, match="no opening hours"):
        hours.answer_due(never, at("2026-11-23T10:00"), 8)
    with pytest.raises(ValueError, match="no opening hours"):
        hours.add_working_days(never, date(2026, 11, 23), 1)


@pytest.mark.parametrize(
    "spans",
    [
        None,
        [],
        ["Monday"],
        [{"day": 7, "opens": "09:00", "closes": "17:00"}],
        [{"day": 0, "opens": "17:00", "closes": "09:00"}],
        [{"day": 0, "opens": "nine", "closes": "17:00"}],
        [{"day": 0}],
    ],
)
def test_wrong_opening_hours_are_refused(spans):
    with pytest.raises(ValidationError):
        hours.validate_weekly_hours(spans)


@pytest.mark.parametrize("days", [None, ["25 December"], [20261225]])
def test_wrong_closed_days_are_refused(days):
    with pytest.raises(ValidationError):
        hours.validate_closed_days(days)


def test_the_hours_are_told_in_words():
    weekly = [
        *usual_hours(),
        {"day": 5, "opens": "10:00", "closes": "12:00"},
        {"day": 5, "opens": "18:00", "closes": "20:00"},
    ]

    assert hours.in_words(usual_hours()) == "Monday to Friday, 09:00 to 17:00"
    assert hours.in_words(weekly).endswith("; Saturday, 10:00 to 12:00 and 18:00 to 20:00")
    assert hours.in_words([usual_hours()[0], usual_hours()[2]]) == "Monday, Wednesday, 09:00 to 17:00"


def test_the_time_zone_is_named_as_people_say_it():
    assert hours.zone_in_words() == "New York time"
