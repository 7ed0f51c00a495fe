"""The communications team at work: written, checked twice, public by its day, gone by its day; and the quick ways."""

import re
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone
from wagtail.models import Page

from pages.models import PublicSite, StandardPage
from pages.publishing import publish_due
from tests.factories import PASSWORD, make_device, make_writer
from tests.factories.small_site import make_small_site
from tests.factories.texts import make_texts

from .actors import is_signed_in, sign_in_by_hand


@pytest.fixture(autouse=True)
def office(live_server):
    cache.clear()
    make_texts()
    make_small_site()
    PublicSite.objects.create()


@pytest.fixture
def at_work(person):
    """Somebody with a role in the CMS, signed in and at a desk."""

    def come(role, **facts):
        somebody = person()
        is_signed_in(somebody, make_writer(role, **facts))
        return somebody

    return come


def opens_menu(somebody):
    somebody.page.get_by_role("button", name="More actions").click()


def writes(somebody, title):
    """A new text page below the front page, with one paragraph; not yet saved."""
    front = Page.objects.get(depth=2)
    somebody.page.goto(f"/cms/pages/add/pages/standardpage/{front.pk}/")
    somebody.page.locator("#id_title").fill(title)
    somebody.page.get_by_role("button", name="Insert a block").first.click()
    somebody.page.get_by_role("option", name="Text").first.click()
    somebody.page.locator(".DraftEditor-root [contenteditable=true]").first.click()
    somebody.page.keyboard.type("There are two places at the door.")
    # The editor writes down what was typed a moment later.
    somebody.page.wait_for_timeout(600)


def checks(somebody, page):
    """Open the page, tick every statement, approve."""
    somebody.page.goto(f"/cms/pages/{page.pk}/edit/")
    opens_menu(somebody)
    somebody.page.locator("[data-workflow-action-name=approve]").locator("visible=true").first.click()
    dialog = somebody.page.locator(".modal-content")
    dialog.get_by_role("checkbox").first.wait_for()
    for box in dialog.get_by_role("checkbox").all():
        box.check()
    with somebody.page.expect_navigation():
        dialog.get_by_role("button", name="Check and approve").click()


def page_called(title):
    return StandardPage.objects.get(draft_title=title)


def test_a_page_is_written_checked_twice_and_public(person, at_work):
    mina = person()
    user = make_writer("EDITOR", first_name="Mina", password=PASSWORD)
    make_device(user)
    sign_in_by_hand(mina, user)
    writes(mina, "Parking near us")
    opens_menu(mina)
    mina.page.locator("[name=action-submit]").click()
    mina.page.wait_for_load_state()
    page = page_called("Parking near us")
    visitor = person(phone=True)
    assert visitor.page.goto("/parking-near-us/").status == 404

    checks(at_work("COORDINATOR"), page)
    owen = at_work("MODERATOR")
    owen.page.goto("/cms/")
    owen.reads("Parking near us")
    checks(owen, page)

    assert visitor.open("/parking-near-us/").status == 200
    visitor.reads("There are two places at the door.")


def test_a_page_comes_and_goes_by_its_day(person, at_work, time_machine):
    lead, visitor = at_work("LEAD"), person()
    writes(lead, "Open house")
    opens_menu(lead)
    lead.page.locator("[name=action-publish]").click()
    lead.page.wait_for_load_state()
    page = page_called("Open house")
    page.go_live_at, page.expire_at = timezone.now() + timedelta(days=1), timezone.now() + timedelta(days=3)
    page.unpublish()
    page.save_revision().publish()
    cache.clear()
    assert visitor.page.goto("/open-house/").status == 404
    lead.page.goto("/cms/")
    lead.reads("goes live on")

    time_machine.move_to(timezone.now() + timedelta(days=2))
    publish_due()
    assert visitor.open("/open-house/").status == 200

    time_machine.move_to(timezone.now() + timedelta(days=2))
    publish_due()
    assert visitor.page.goto("/open-house/").status == 404


SLOW_LINE = """
const quick = window.fetch;
window.fetch = (...what) => new Promise((go) => setTimeout(go, 1500)).then(() => quick(...what));
"""


def test_a_button_waits_for_the_draft_that_is_saving_itself(at_work, person, settings):
    """Otherwise the page is made twice, or its writer is told that somebody else has changed it."""
    settings.WAGTAIL_AUTOSAVE_INTERVAL = 500
    lead, visitor = at_work("LEAD"), person()
    lead.context.add_init_script(SLOW_LINE)
    writes(lead, "Bicycles near us")
    lead.page.keyboard.type(" And a pump.")
    lead.page.wait_for_timeout(700)
    opens_menu(lead)
    lead.page.locator("[name=action-publish]").click()
    lead.page.locator(".messages .success").wait_for()

    assert StandardPage.objects.filter(draft_title="Bicycles near us").count() == 1
    assert visitor.open("/bicycles-near-us/").status == 200
    visitor.reads("There are two places at the door. And a pump.")

    page = page_called("Bicycles near us")
    lead.page.goto(f"/cms/pages/{page.pk}/edit/")
    lead.page.locator("#id_intro").fill("For those who ride.")
    lead.page.wait_for_timeout(700)
    opens_menu(lead)
    lead.page.locator("[name=action-publish]").click()
    lead.page.locator(".messages .success").wait_for()

    visitor.open("/bicycles-near-us/")
    visitor.reads("For those who ride.")


def test_a_page_is_planned_in_the_cms_and_comes_and_goes(person, at_work, time_machine):
    """From sign-in with the second factor to the day after: every step by hand, in the forms of the CMS."""
    carla, visitor = person(), person(phone=True)
    user = make_writer("LEAD", first_name="Carla", password=PASSWORD)
    make_device(user)
    sign_in_by_hand(carla, user)
    writes(carla, "Open house")
    plans(carla, go_live_at=1, expire_at=3)
    opens_menu(carla)
    carla.page.locator("[name=action-publish]").click()
    carla.page.locator(".messages .success").wait_for()
    page = page_called("Open house")
    assert page.approved_schedule
    assert visitor.page.goto("/open-house/").status == 404

    time_machine.move_to(timezone.now() + timedelta(days=2))
    publish_due()
    assert visitor.open("/open-house/").status == 200

    time_machine.move_to(timezone.now() + timedelta(days=2))
    publish_due()
    assert visitor.page.goto("/open-house/").status == 404


def plans(somebody, **days):
    """Open the panel of states and write when the page is to come and to go."""
    somebody.page.get_by_role("button", name="Toggle status").click()
    somebody.page.get_by_role("button", name="Set schedule").click()
    for name, number in days.items():
        field = somebody.page.locator(f"#id_{name}")
        field.fill((timezone.localtime() + timedelta(days=number)).strftime("%Y-%m-%d %H:%M"))
        field.press("Tab")
    with somebody.page.expect_navigation():
        # By keyboard: the calendar beside the last field still lies over the button.
        somebody.page.locator("button.action-save", has_text="Save schedule").press("Enter")


def test_a_stranger_reads_a_draft_by_its_link(person, at_work):
    editor, stranger = at_work("EDITOR"), person(phone=True)
    writes(editor, "Parking near us")
    editor.page.locator("footer button[type=submit]").first.click()
    editor.page.wait_for_url("**/edit/**")
    opens_menu(editor)
    editor.page.get_by_role("link", name="Preview for a guest").click()
    editor.page.get_by_role("button", name="Make a link").click()
    link = editor.page.get_by_label("The new link").input_value()

    path = re.sub(r"^https?://[^/]+", "", link)
    assert stranger.open(path).status == 200
    stranger.reads("Draft, not published.")
    stranger.reads("There are two places at the door.")

    editor.page.goto(f"/cms/preview-links/{page_called('Parking near us').pk}/")
    editor.page.get_by_role("button", name="End the link made").click()
    assert stranger.page.goto(path).status == 404


def test_the_lead_corrects_a_page_by_keyboard_alone(person, at_work):
    lead, visitor = at_work("LEAD"), person()
    about = StandardPage.objects.get(slug="about")
    lead.page.goto(f"/cms/pages/{about.pk}/edit/")

    walk_to(lead, "document.activeElement.id === 'id_intro'")
    lead.page.keyboard.press("Control+A")
    lead.page.keyboard.type("We are four people who listen.")
    walk_to(
        lead, "document.activeElement.matches('footer .w-dropdown__toggle, footer [data-w-dropdown-target=toggle]')"
    )
    lead.page.keyboard.press("Enter")
    walk_to(lead, "document.activeElement.name === 'action-publish'")
    lead.page.keyboard.press("Enter")
    lead.page.wait_for_load_state()
    lead.page.locator(".messages .success").wait_for()

    visitor.open("/about/")
    visitor.reads("We are four people who listen.")


def walk_to(somebody, where, at_most=120):
    """Press Tab until the focus is there."""
    for _ in range(at_most):
        if somebody.page.evaluate(where):
            return
        somebody.page.keyboard.press("Tab")
    raise AssertionError(f"the keyboard does not reach it: {where}")


@pytest.mark.parametrize("phone", [True, False])
def test_notices_stand_above_every_page_without_a_barrier(person, phone):
    words = PublicSite.objects.get()
    about = Page.objects.get(slug="about")
    words.banners = [
        ("alert", {"text": "The lift is out of order.", "tone": "warn", "page": about, "words": "Another way in"}),
        ("closed", {"text": "We are closed until Monday.", "tone": "bad", "page": None, "words": ""}),
    ]
    words.menu = [("entry", {"page": about, "words": "Who we are", "below": [{"page": about, "words": "People"}]})]
    words.save()
    visitor = person(phone=phone)

    for address in ("/", "/about/"):
        visitor.open(address)
        visitor.reads("The lift is out of order.")
    if phone:
        visitor.page.locator(".nav-phone > summary").click()
    visitor.page.locator(".nav-more > summary:visible").click()
    visitor.check()
    visitor.page.get_by_role("link", name="People").locator("visible=true").click()
    assert visitor.page.url.endswith("/about/")


def test_an_editor_finds_the_checker_on_a_public_page_and_it_finds_nothing(at_work):
    editor = at_work("EDITOR")
    editor.page.goto("/about/")

    bar = editor.page.locator("wagtail-userbar")
    bar.locator("[data-wagtail-userbar-trigger]").click()
    bar.get_by_role("menuitem", name="Edit this page").wait_for()
    counted = bar.locator("#checker-trigger [data-content-checker-count]")
    counted.wait_for()

    assert counted.inner_text() == "0"
