"""Every piece of a page: it prints itself when empty, and shows itself to an editor before it is chosen."""

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory
from wagtail import blocks
from wagtail.images import get_image_model

from pages.blocks import BodyBlock
from tests.factories.pictures import make_document, make_picture
from tests.factories.texts import make_texts

KINDS = dict(BodyBlock().child_blocks)
pytestmark = pytest.mark.django_db


def shown(block, value):
    return block.render(value, {"request": RequestFactory().get("/")})


def preview(block):
    """What the frame beside the list of blocks shows."""
    value = block.get_preview_value()
    context = {"request": RequestFactory().get("/"), "block_def": block, "page_title": "Preview"}
    return render_to_string(
        "wagtailcore/shared/block_preview.html", {**context, "bound_block": block.bind(value), "value": value}
    )


@pytest.mark.parametrize("name", KINDS)
def test_an_empty_one_prints_nothing_broken(name):
    block = KINDS[name]
    empty = block.to_python({}) if isinstance(block, blocks.StructBlock) else block.to_python(None)

    html = shown(block, empty)

    assert "None" not in html
    assert "undefined" not in html


@pytest.mark.parametrize("name", KINDS)
def test_it_says_what_it_is_for_and_shows_itself(name):
    make_texts()
    make_picture()
    for ending in ("pdf", "mp4", "vtt"):
        make_document(ending)
    block = KINDS[name]

    page = preview(block)

    assert str(block.meta.description)
    assert "css/accord.css" in page
    assert block.meta.icon != "placeholder"
    body = page.partition('<div class="w-block-')[2].partition(">")[2].partition("</main>")[0]
    assert len(body.strip()) > 40, page


@pytest.mark.parametrize("name", KINDS)
def test_its_name_tells_it_from_the_others(name):
    others = [str(block.label) for other, block in KINDS.items() if other != name]

    assert str(KINDS[name].label) not in others


def test_an_unused_library_leaves_previews_whole():
    assert not get_image_model().objects.exists()
    for name in ("figure", "video", "download", "cards"):
        assert "</main>" in preview(KINDS[name])
