"""The little markup of our texts, turned into HTML.

Blank lines part the blocks. "# " makes the title, "## " a heading, "- " a list, "1. " a numbered list, and {name}
on a line of its own takes in a whole block. Everything else is text and is escaped: no text can carry a link, a script
or a style.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

MERGE_FIELD = re.compile(r"\{([a-z][a-z_]*)\}")
_BLOCKS = re.compile(r"\n[ \t]*\n")
_BULLET = re.compile(r"^-\s+")
_NUMBER = re.compile(r"^\d+\.\s+")

Values = Mapping[str, str]


class Block(SafeString):
    """HTML that stands for itself, not inside a paragraph."""


def to_html(source: str, values: Values | None = None, heading: str = "h2") -> SafeString:
    """The whole text. `values` fill the merge fields; a safe string in them stays as it is."""
    blocks = (block.strip() for block in _BLOCKS.split(source.replace("\r\n", "\n")))
    return mark_safe("\n".join(_block(block, values or {}, heading) for block in blocks if block))


def names_in(source: str) -> set[str]:
    """The names of the merge fields that a text uses."""
    return set(MERGE_FIELD.findall(source))


def to_text(source: str, values: Values | None = None) -> str:
    """The same words without HTML, for mail and for comparing versions."""
    return MERGE_FIELD.sub(lambda found: str((values or {}).get(found[1], found[0])), source).strip()


def _block(block: str, values: Values, heading: str) -> str:
    alone = MERGE_FIELD.fullmatch(block)
    if alone and isinstance(values.get(alone[1]), Block):
        return values[alone[1]]
    for prefix, tag in (("## ", heading), ("# ", "h1")):
        if block.startswith(prefix):
            return format_html("<{0}>{1}</{0}>", mark_safe(tag), _inline(block.removeprefix(prefix), values))
    for tag, marker in (("ul", _BULLET), ("ol", _NUMBER)):
        if marker.match(block):
            return format_html("<{0}>{1}</{0}>", mark_safe(tag), _items(block, marker, values))
    return format_html("<p>{}</p>", _inline(block, values))


def _items(block: str, marker: re.Pattern[str], values: Values) -> SafeString:
    """One item per marked line; an unmarked line goes on with the item before it."""
    items: list[str] = []
    for line in block.split("\n"):
        if marker.match(line):
            items.append(marker.sub("", line))
        else:
            items[-1] += "\n" + line
    return format_html_join("", "<li>{}</li>", ((_inline(item, values),) for item in items))


def _inline(text: str, values: Values) -> SafeString:
    """Text with its fields filled. A field without a value stays visible, so that nobody overlooks it."""
    text = " ".join(text.split())
    parts = MERGE_FIELD.split(text)
    pairs = [
        conditional_escape(part if number % 2 == 0 else values.get(part, f"{{{part}}}"))
        for number, part in enumerate(parts)
    ]
    return mark_safe("".join(pairs))
