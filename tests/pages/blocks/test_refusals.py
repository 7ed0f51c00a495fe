"""What a block refuses, and says in words."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from pages.blocks import TEXT, ContactCardBlock, FigureBlock, TableBlock, VideoBlock
from tests.factories.pictures import make_document, make_picture

pytestmark = pytest.mark.django_db


def wrong(block, value):
    with pytest.raises(ValidationError) as refused:
        block.clean(block.normalize(value))
    return str(refused.value.as_json_data())


def test_a_picture_without_words_is_refused_unless_it_is_decoration():
    picture, block = make_picture(), FigureBlock()

    assert "alt text" in wrong(block, {"image": {"image": picture, "alt_text": "", "decorative": False}})
    assert block.clean(block.normalize({"image": {"image": picture, "alt_text": "", "decorative": True}}))
    assert block.clean(block.normalize({"image": {"image": picture, "alt_text": "Chairs", "decorative": False}}))


def test_no_video_goes_without_captions():
    film, words, paper = make_document("mp4"), make_document("vtt"), make_document("pdf")
    block = VideoBlock()

    assert "required" in wrong(block, {"title": "Film", "file": film, "captions": None})
    assert "not captions" in wrong(block, {"title": "Film", "file": film, "captions": paper})
    assert "not a video" in wrong(block, {"title": "Film", "file": paper, "captions": words})
    html = block.render(block.clean(block.normalize({"title": "Film", "file": film, "captions": words})))
    assert '<track kind="captions"' in html


def test_a_table_has_a_caption_and_headings():
    columns, rows = [{"type": "text", "heading": "Who"}], [{"values": ["Ann"]}]
    block = TableBlock()

    assert "caption" in wrong(block, {"caption": " ", "columns": columns, "rows": rows})
    bare = [{"type": "text", "heading": ""}]
    assert "heading" in wrong(block, {"caption": "People", "columns": bare, "rows": rows})
    html = block.render(block.clean(block.normalize({"caption": "People", "columns": columns, "rows": rows})))
    assert "<caption>People</caption>" in html
    assert '<th scope="row">Ann</th>' in html


def test_a_link_that_runs_a_program_is_refused_or_dropped():
    assert "URL" in wrong(ContactCardBlock(), {"name": "Them", "link": "javascript:alert(1)"})
    written = (
        '{"entityMap": {"0": {"type": "LINK", "mutability": "MUTABLE", "data": {"url": "javascript:alert(1)"}}}, '
        '"blocks": [{"key": "1", "text": "<img onerror=x> here", "type": "unstyled", "depth": 0, '
        '"inlineStyleRanges": [], "entityRanges": [{"key": 0, "offset": 0, "length": 4}]}]}'
    )

    kept = ContentstateConverter(features=TEXT).to_database_format(written)

    assert "javascript" not in kept
    assert "<img" not in kept
