"""Every kind of public page, and every form when it refuses: without a barrier, by day and by night."""

import re

import pytest
from django.core.management import call_command
from wagtail.admin.userbar import ContentCheckerItem
from wagtail.models import Page, get_page_models

from pages import pictures
from pages.models import FormPage
from tests.factories.texts import make_texts
from tests.factories.training import make_offering

from .browser import Axe

# What the CMS's own checker looks for while somebody edits; two rules are of its own making.
CHECKED_IN_THE_CMS = sorted(set(ContentCheckerItem.axe_run_only) - {"alt-text-quality", "empty-meta-description"})
POOR_WORDS = re.compile(r"\.(avif|gif|jpg|jpeg|png|svg|webp)$|_", re.IGNORECASE)


@pytest.fixture(autouse=True)
def site(live_server, monkeypatch):
    # Small pictures are seen as well as large ones, and quicker to cut.
    few = {"whole": ("width-480",), "wide": ("fill-480x270",), "square": ("fill-160x160",)}
    monkeypatch.setattr(pictures, "SHAPES", few)
    monkeypatch.setattr(pictures, "FORMATS", ("webp",))
    make_texts()
    call_command("seed_site")
    call_command("seed_media")
    call_command("seed_translations")


def richest_of_each_kind():
    """The page of each kind that has most on it: its longest draft says which."""
    for kind in get_page_models():
        pages = [page for page in kind.objects.live() if kind is not Page]
        if pages:
            yield max(pages, key=lambda page: len(str(page.serializable_data())))


def look_as_the_cms_does(visitor):
    found = Axe().run(visitor.page, options={"runOnly": {"type": "rule", "values": CHECKED_IN_THE_CMS}})
    barriers = [f"{rule['id']}: {node['target']}" for rule in found.response["violations"] for node in rule["nodes"]]
    assert barriers == [], f"{visitor.page.url}: {barriers}"
    about = visitor.page.locator("meta[name=description]")
    assert not about.count() or about.get_attribute("content").strip(), visitor.page.url
    said = visitor.page.eval_on_selector_all("img[alt]", "all => all.map(one => one.alt)")
    assert [words for words in said if POOR_WORDS.search(words)] == [], visitor.page.url


def test_every_kind_of_page(person):
    visitor, reader = person(), person(phone=True)
    pages = list(richest_of_each_kind())
    assert {type(page) for page in pages} == set(get_page_models()) - {Page}
    more = Page.objects.filter(slug__in=("mediation-in-half-a-minute", "before-a-hard-talk", "servicios")).specific()

    for page in [*pages, *more]:
        assert visitor.open(page.url).status == 200
        look_as_the_cms_does(visitor)
        visitor.page.emulate_media(color_scheme="dark")
        visitor.check()
        visitor.page.emulate_media(color_scheme="light")
        assert reader.open(page.url).status == 200


@pytest.mark.parametrize("phone", [True, False])
def test_every_form_when_it_refuses(person, phone):
    """Contact, feedback, sign-up for an event, evaluation; enrolment, the wish of a group; a search for nothing."""
    visitor = person(phone=phone)
    forms = list(FormPage.objects.live())
    assert {form.purpose for form in forms} == {"CONTACT", "FEEDBACK", "SIGN_UP", "EVALUATION"}

    for form in forms:
        visitor.open(form.url)
        visitor.page.evaluate("document.querySelectorAll('form').forEach(form => form.noValidate = true)")
        refuse(visitor)

    for address in (f"/enrol/{make_offering().pk}/", "/enrol/group/"):
        visitor.open(address)
        refuse(visitor)

    visitor.open("/search/?q=" + "x" * 300)
    visitor.open("/search/?q=zebra+crossing")
    visitor.open("/search/?q=")
    visitor.open("/which-service-fits/?way=9-9")
    visitor.open("/resources/?topic=nothing-like-it")
    assert visitor.open("/nowhere/").status == 404


def refuse(visitor):
    """Send it as it is, empty: it says kindly what is missing, and what was there before is not lost."""
    visitor.page.locator("main form button[type=submit], main form button:not([type])").last.click()
    visitor.page.wait_for_load_state()
    visitor.check()
    assert visitor.page.title().startswith("Error:"), visitor.page.url
    assert visitor.page.locator(".error-summary a").count(), visitor.page.url
