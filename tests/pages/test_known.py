"""A page found by its address alone: the same page, the same refusals as when Wagtail walks the tree."""

import pytest
from django.core.management import call_command
from wagtail.models import Page, PageViewRestriction

from pages import known
from pages.models import StandardPage

# The first part of every path in the tree of pages.
HOME = "home"
pytestmark = pytest.mark.usefixtures("site", "kept_pages")
# A parameter that the site does not know: such a page is rendered anew each time.
ANEW = "?anew=1"


@pytest.fixture
def found(monkeypatch):
    """The pages that were found by their address, in order."""
    pages, real = [], known.route

    def watched(request):
        result = real(request)
        pages.append(result.page if result else None)
        return result

    monkeypatch.setattr(known, "route", watched)
    return pages


def test_every_live_page_is_found_by_its_address(client, found):
    pages = [page.specific for page in Page.objects.live().filter(depth__gt=1)]

    for page in pages:
        assert client.get(page.url + ANEW).status_code == 200, page.url

    assert found == pages


def test_a_page_taken_down_without_our_noticing_is_missing(client):
    assert client.get(f"/about/{ANEW}").status_code == 200

    StandardPage.objects.filter(slug="about").update(live=False)

    assert client.get(f"/about/{ANEW}").status_code == 404


def test_an_old_address_does_not_lead_to_a_page_that_moved_without_our_noticing(client):
    assert client.get(f"/about/{ANEW}").status_code == 200

    StandardPage.objects.filter(slug="about").update(url_path=f"/{HOME}/who-we-are/", slug="who-we-are")

    assert client.get(f"/about/{ANEW}").status_code == 404


def test_a_restriction_holds_at_once(client):
    assert client.get(f"/about/{ANEW}").status_code == 200
    about = Page.objects.get(slug="about")

    PageViewRestriction.objects.bulk_create(
        [PageViewRestriction(page=about, restriction_type=PageViewRestriction.PASSWORD, password="open-sesame")]
    )

    response = client.get(f"/about/{ANEW}")
    assert "open-sesame" not in response.content.decode()
    assert 'type="password"' in response.content.decode()


def test_a_new_page_is_found_where_nobody_knew_of_it(client, found):
    front = Page.objects.get(depth=2)
    client.get(f"/about/{ANEW}")
    front.add_child(instance=StandardPage(title="New", slug="new", body=[]))

    assert client.get(f"/new/{ANEW}").status_code == 200
    assert found[-1] is None


def test_a_translation_has_an_address_of_its_own(client, found):
    call_command("seed_translations")

    assert 'lang="es"' in client.get(f"/es/{ANEW}").content.decode()
    assert 'lang="en"' in client.get(f"/{ANEW}").content.decode()
    # No English page below the Spanish address.
    assert client.get(f"/es/about/{ANEW}").status_code == 404
