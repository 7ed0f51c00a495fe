"""A visitor reads the public site: on a phone and at a desk, by keyboard, in the dark, without scripts, in a hurry."""

import pytest
from django.core.management import call_command

from portal.programmes.models import Office
from tests.factories.texts import make_texts

ADDRESSES = (
    "/",
    "/services/",
    "/services/coaching/",
    "/services/facilitation/",
    "/services/mediation/",
    "/services/restorative-justice/",
    "/about/",
    "/contact/",
    "/privacy/",
    "/accessibility/",
)


@pytest.fixture(autouse=True)
def site(live_server):
    make_texts()
    call_command("seed_site", first=True)


@pytest.mark.parametrize("phone", [True, False])
def test_every_public_page_is_free_of_barriers_by_day_and_by_night(person, phone):
    visitor = person(phone=phone)
    for address in ADDRESSES:
        assert visitor.open(address).status == 200
        visitor.page.emulate_media(color_scheme="dark")
        visitor.check()
        visitor.page.emulate_media(color_scheme="light")


def test_nothing_is_cut_off_on_a_very_narrow_screen(person):
    visitor = person()
    visitor.page.set_viewport_size({"width": 320, "height": 640})

    for address in ADDRESSES:
        visitor.open(address)


@pytest.mark.parametrize("scripts", [True, False])
def test_the_phone_menu_opens_without_scripts_too(person, scripts):
    visitor = person(phone=True, scripts=scripts)
    visitor.page.goto("/")

    visitor.page.get_by_text("Menu", exact=True).click()
    visitor.page.get_by_role("link", name="About us").click()

    assert visitor.page.url.endswith("/about/")


def test_the_keyboard_reaches_the_content_first(person):
    visitor = person()
    visitor.open("/services/mediation/")

    visitor.page.keyboard.press("Tab")
    assert visitor.page.evaluate("document.activeElement.textContent") == "Skip to the content"
    visitor.page.keyboard.press("Enter")

    assert visitor.page.evaluate("document.activeElement.id") == "main"


def test_the_star_leads_to_the_exception_on_the_same_page(person):
    visitor = person(phone=True)
    visitor.open("/")

    visitor.page.get_by_role("link", name="Confidential*").first.click()

    exception = visitor.page.locator(":target")
    assert "to you or to someone else" in exception.inner_text()
    assert exception.is_visible()


def test_three_shifts_leave_at_once_and_going_back_does_not_return(person, live_server):
    visitor = person()
    # A way out that needs no network: what matters is that it is taken.
    Office.objects.update(exit_url=f"{live_server.url}/contact/")
    visitor.page.goto("/about/")
    visitor.page.goto("/services/mediation/")

    for _ in range(3):
        visitor.page.keyboard.press("Shift")
    visitor.page.wait_for_url("**/contact/")
    visitor.page.go_back()
    assert "/services/mediation/" not in visitor.page.url


def test_exit_never_lies_over_the_last_words(person):
    visitor = person(phone=True)
    visitor.page.goto("/services/mediation/")

    visitor.page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    exit_bar = visitor.page.locator(".exit").bounding_box()
    footer = visitor.page.locator(".foot").bounding_box()

    assert footer["y"] + footer["height"] <= exit_bar["y"] + 1
