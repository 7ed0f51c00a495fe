"""What staff enter for people who call, come by or write."""

import re

from .from_the_pair_to_the_session import mark_hours


def a_call_is_logged(coordinator, name, other):
    """From any page; the code is read out to the caller. Returns the reference."""
    coordinator.open("/portal/")
    coordinator.press("Log a contact")
    coordinator.is_refused("Log it")
    coordinator.page.get_by_label("Name", exact=False).first.fill(name)
    coordinator.choose("Phone call")
    coordinator.page.get_by_label("Phone number").fill("617-555-0188")
    coordinator.page.get_by_label("In a few words").fill("Noise at night")
    coordinator.page.get_by_label("Who else is in it").fill(other)
    coordinator.press("Log it")
    reference = coordinator.page.locator("dd .ref").inner_text()
    coordinator.press("Done, take it away")
    return reference


def _page_of(coordinator, case, name):
    coordinator.open(case)
    coordinator.press(name)


def write_down(coordinator, case, name, said, how):
    _page_of(coordinator, case, name)
    coordinator.choose(said, how)
    coordinator.press("Write it down")


def somebody_may_be_phoned(coordinator, case, name):
    coordinator.open(case)
    coordinator.press("Add a person")
    coordinator.is_refused("Keep")
    coordinator.choose("Staff phone")
    coordinator.page.get_by_label("Their name").fill(name)
    coordinator.page.get_by_label("Their phone").fill("617-555-0177")
    coordinator.choose("The requester allows us to contact this person", "By phone")
    coordinator.press("Keep")


def phone_them(coordinator, case, name):
    _page_of(coordinator, case, name)
    coordinator.press("Phone, with the script")
    coordinator.is_refused("Write it down")
    coordinator.choose("Spoke with them")
    coordinator.press("Write it down")


def the_mediator_answered_by_phone(coordinator, case, name):
    coordinator.open(f"{case}pair/")
    coordinator.page.get_by_role("link", name=re.compile(f"They answered by phone.*{name}")).click()
    coordinator.check()
    coordinator.choose("No, there is no tie", "By phone")
    coordinator.press("Write it down")


def times_were_told(coordinator, case, name):
    coordinator.open(f"{case}times/")
    coordinator.page.get_by_role("link", name=re.compile(f"Write down their times.*{name}")).click()
    coordinator.check()
    mark_hours(coordinator)
    coordinator.choose("By phone")
    coordinator.press("Keep these times")


def everyone_signed_on_paper(coordinator, session, names):
    for name in names:
        coordinator.open(session)
        coordinator.page.get_by_role("link", name=re.compile(f"Signed on paper.*{name}")).click()
        coordinator.check()
        coordinator.page.get_by_label("The name as it stands on the paper").fill(name)
        coordinator.choose("I have the signed sheet")
        coordinator.press("Note the signature")


def somebody_withdraws_by_phone(coordinator, case, name):
    coordinator.open(case)
    coordinator.press("Somebody withdraws")
    coordinator.is_refused("Note the withdrawal")
    coordinator.choose(name, "By phone")
    coordinator.press("Note the withdrawal")


def a_further_session_is_wanted(coordinator, case, names):
    for name in names:
        coordinator.open(case)
        coordinator.press("Write down who wants a further session")
        coordinator.is_refused("Write it down")
        coordinator.choose(name, "Yes", "By phone")
        coordinator.press("Write it down")
