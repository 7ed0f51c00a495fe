"""What a template hands to a fragment, where nothing else reaches it."""

import re

from django.conf import settings

FOLDER = settings.BASE_DIR / "templates"
INCLUDED = re.compile(r'{% include "([^"]+)"((?:(?!%}).)*) only %}')
# Without a session it prints no form.
WITHOUT_A_FORM = {("portal/party/circle_words.html", "portal/circles/_harms.html")}


def test_a_fragment_with_a_form_is_handed_the_token_of_the_form():
    """`only` keeps the token away too, and a browser's form without it is refused; the tests' client never notices."""
    texts = {path.relative_to(FOLDER).as_posix(): path.read_text() for path in FOLDER.rglob("*.html")}
    with_form = {name for name, text in texts.items() if "{% csrf_token %}" in text}
    included = {
        (name, fragment): handed
        for name, text in texts.items()
        for fragment, handed in INCLUDED.findall(text)
        if fragment in with_form
    }

    assert included.keys() >= WITHOUT_A_FORM
    lacking = {pair for pair, handed in included.items() if "csrf_token=csrf_token" not in handed}
    assert lacking == WITHOUT_A_FORM
