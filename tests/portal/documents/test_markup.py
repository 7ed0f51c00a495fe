import re

import pytest
from django.conf import settings
from django.utils.safestring import mark_safe

from portal.documents.markup import Block, names_in, to_html, to_text


def test_paragraphs_headings_and_lists():
    source = "# Title\n\n## Part\n\nOne\nline.\n\n- a\n- b\n  goes on\n\n1. first\n2. second"

    assert to_html(source) == (
        "<h1>Title</h1>\n<h2>Part</h2>\n<p>One line.</p>\n<ul><li>a</li><li>b goes on</li></ul>\n"
        "<ol><li>first</li><li>second</li></ol>"
    )
    assert to_html("## Part", heading="h3") == "<h3>Part</h3>"
    assert to_html("a\r\n\r\nb") == "<p>a</p>\n<p>b</p>"


def test_nothing_in_a_text_or_a_value_becomes_html():
    source = "<script>alert(1)</script> [link](javascript:x) **bold** {name}"

    html = to_html(source, {"name": "<img src=x onerror=alert(1)>"})

    assert "<script" not in html
    assert "<img" not in html
    assert "<a" not in html
    assert "**bold**" in html


def test_a_block_stands_alone_and_a_safe_value_stays_in_its_paragraph():
    values = {"table": Block("<table></table>"), "who": mark_safe("<b>Sam</b>")}

    assert to_html("{table}", values) == "<table></table>"
    assert to_html("{who}", values) == "<p><b>Sam</b></p>"
    assert to_html("Dear {who},", values) == "<p>Dear <b>Sam</b>,</p>"


def test_a_field_without_a_value_stays_visible():
    assert to_html("Dear {name}") == "<p>Dear {name}</p>"
    assert to_text("Dear {name}, call {phone}", {"name": "Sam"}) == "Dear Sam, call {phone}"
    assert names_in("{name} {phone} {Not} {}") == {"name", "phone"}


@pytest.mark.parametrize("file", sorted((settings.BASE_DIR / "portal").rglob("*.txt")), ids=lambda file: file.name)
def test_no_first_text_writes_what_this_markup_does_not_know(file):
    shown = to_html(file.read_text())

    assert not re.search(r"\*\*|__|`|\]\(|^\s*###|<p>#", shown, re.MULTILINE), shown
