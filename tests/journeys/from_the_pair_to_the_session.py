"""Steps 6 and 7: two mediators are asked, everybody says when they are free, the session is booked."""

from datetime import datetime, time, timedelta

from django.utils import timezone

DAYS_AHEAD = 3


def choose_the_pair(coordinator, case, names):
    coordinator.open(case)
    coordinator.press("Choose mediators")
    coordinator.is_refused("Ask them")
    coordinator.choose(*names)
    coordinator.press("Ask them")
    for name in names:
        coordinator.reads(name)


def say_there_is_no_tie(mediator):
    """Before the answer there are names and units to see, and nothing else; the question comes by itself."""
    mediator.open("/portal/")
    mediator.page.get_by_role("link", name="A question from").click()
    mediator.check()
    mediator.does_not_read("Noise at night")
    mediator.is_refused("Send my answer")
    mediator.choose("No, there is no tie")
    mediator.press("Send my answer")


def meet_the_pair(party, names):
    party.open("/my/meet/")
    for name in names:
        party.reads(name)
    party.press("That is fine with me")


def free_hours():
    """The values of the boxes from 13:00 to 17:00, some days ahead."""
    day = timezone.localdate() + timedelta(days=DAYS_AHEAD)
    return [f"{day:%Y-%m-%d}T{hour:02}:{minute:02}" for hour in range(13, 17) for minute in (0, 30)]


def give_times(party, *, refused=False):
    party.open("/my/")
    party.press("Tell us when you are free")
    if refused:
        party.is_refused("Send my times")
    mark_hours(party)
    party.press("Send my times")


def give_times_as_mediator(mediator, case):
    mediator.open(case)
    mediator.press("Say when you are free")
    mark_hours(mediator)
    mediator.press("Keep these times")


def mark_hours(somebody):
    hours = free_hours()
    day = somebody.page.locator(f"details:has(input[value='{hours[0]}'])")
    if day.get_attribute("open") is None:
        day.locator("summary").click()
    for hour in hours:
        day.locator(f"label:has(input[value='{hour}'])").click()
    assert day.locator("input:checked").count() >= len(hours)


def book(coordinator, case):
    coordinator.open(f"{case}times/")
    starts = timezone.make_aware(datetime.combine(timezone.localdate() + timedelta(days=DAYS_AHEAD), time(13, 0)))
    coordinator.reads(f"{starts:%H:%M}")
    coordinator.page.get_by_role("link", name="Book").first.click()
    coordinator.check()
    coordinator.is_refused("Book it")
    coordinator.page.get_by_label("Room").select_option(label="Quayside Hall 204")
    coordinator.press("Book it")
