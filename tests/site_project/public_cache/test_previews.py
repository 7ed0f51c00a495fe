"""A draft is shown through the page's own address: it must neither be kept nor hidden by a kept page."""

import pytest

from pages.models import StandardPage

pytestmark = pytest.mark.usefixtures("site", "kept_pages")


@pytest.fixture
def draft():
    page = StandardPage.objects.get(slug="about")
    page.intro = "Not yet for anybody."
    page.save_revision()
    return page.get_latest_revision_as_object()


def test_a_preview_without_any_cookie_shows_the_draft_though_the_page_is_kept(client, draft):
    client.get("/about/")

    # As a link for a reviewer without an account would do it.
    preview = draft.make_preview_request(original_request=client.get("/contact/").wsgi_request)

    assert b"Not yet for anybody" in preview.content
    assert preview["Cache-Control"] == "no-store"


def test_the_draft_is_shown_to_nobody_else(client, draft):
    draft.make_preview_request(original_request=client.get("/contact/").wsgi_request)

    assert b"Not yet for anybody" not in client.get("/about/").content
