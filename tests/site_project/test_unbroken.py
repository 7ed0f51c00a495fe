"""Telephone numbers stay on one line on every page."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.template import Context, Template

from site_project.templatetags.unbroken import unbroken


def held(number):
    return f'<span class="nowrap">{number}</span>'


@pytest.mark.parametrize("number", ["617-555-0188", "555-0142", "+1 617-555-0188", "(617) 555-0188"])
def test_a_number_is_held_together_in_running_text(number):
    assert unbroken(f"<p>Call {number}, or write.</p>") == f"<p>Call {held(number)}, or write.</p>"


@pytest.mark.parametrize(
    "words",
    [
        "well-known",
        "R-7KQ2",
        "the 14 of us, 10-12",
        "Monday 09:00-17:00",
        "on 2027-02-06",
        "3a52-b144-09ef",
        "ABCD-2345-6789",
        '<a href="/news/2027-02-06/" title="617-555-0188">News</a>',
        "<textarea>Call 617-555-0188</textarea>",
        "<select><option>617-555-0188</option></select>",
        '<svg><text x="1">2026-11</text></svg>',
        '<script type="application/ld+json">{"telephone": "617-555-0188"}</script>',
    ],
)
def test_words_attributes_and_what_can_hold_no_element_stay_as_they_are(words):
    assert unbroken(words) == words


def test_what_somebody_typed_stays_escaped():
    page = Template("{% load unbroken %}{% filter unbroken %}{{ typed }}{% endfilter %}")

    shown = page.render(Context({"typed": "<b>617-555-0188</b>"}))

    assert shown == f"&lt;b&gt;{held('617-555-0188')}&lt;/b&gt;"


@pytest.mark.parametrize("frame", ["base.html", "bare.html", "my/base.html", "portal/base.html"])
def test_every_frame_of_a_page_holds_numbers_together(frame, rf, db):
    page = Template(f'{{% extends "{frame}" %}}{{% block content %}}Call 617-555-0188{{% endblock %}}')
    request = rf.get("/")
    request.user = AnonymousUser()

    shown = page.render(Context({"request": request, "messages": []}))

    assert f"Call {held('617-555-0188')}" in shown
