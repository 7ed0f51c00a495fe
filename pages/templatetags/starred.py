"""The word "confidential" is never printed without a star that leads to its exception."""

import re

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import mark_safe

register = template.Library()

# Not inside a tag, nor inside a link that is already there.
_WORD = re.compile(r"\b(confidential|confidencial)\b\*?(?![^<]*>)(?![^<]*</a>)", re.IGNORECASE)


@register.filter
def starred(text, anchor="exception"):
    """Star the word wherever an editor wrote it: `{{ page.intro|starred }}`."""
    link = rf'<a class="starred" href="#{anchor}">\1*</a>'
    return mark_safe(_WORD.sub(link, conditional_escape(text or "")))


@register.filter
def starred_word(text):
    """The star alone, for a word that stands in a link or a button: `{{ card.title|starred_word }}`."""
    return mark_safe(_WORD.sub(r"\1*", conditional_escape(text or "")))
