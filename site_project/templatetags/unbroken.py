"""A telephone number stays on one line, wherever on a page it stands and whoever wrote it.

Browsers break a line after a hyphen, and style sheets cannot tell a number from a word. So the frame of every page
passes what it holds through here: `{% filter unbroken %}...{% endfilter %}`.
"""

import re

from django import template
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

# "617-555-0188", "555-0188", "+1 617-555-0188", "(617) 555-0188": what ends in four digits.
_NUMBER = r"(?<![\w:/-])(?:\+\d{1,3} )?(?:\(\d{2,5}\) ?)?(?:\d{2,4}-){1,3}\d{4}(?![\w:/-])"
# Tags are passed over, and with them what is in their attributes; so is all that may hold no element of its own.
_PARTS = re.compile(rf"<(textarea|select|svg|script|style)\b.*?</\1>|<[^>]*>|(?P<number>{_NUMBER})", re.DOTALL)


@register.filter(is_safe=True)
def unbroken(page: SafeString) -> SafeString:
    """Hold the numbers in a piece of a page together. Expects finished HTML."""
    return mark_safe(_PARTS.sub(_held, page))


def _held(found: re.Match[str]) -> str:
    return f'<span class="nowrap">{found["number"]}</span>' if found["number"] else found[0]
