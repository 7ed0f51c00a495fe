"""What search engines read, in the words of schema.org, as a block of data that no browser runs."""

import json
from typing import Any

from django.utils.safestring import SafeString, mark_safe

# Inside <script> only these could end the block or begin another; JSON may write them as escapes.
_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def as_json(facts: dict[str, Any]) -> SafeString:
    """The facts without what is empty, safe to stand between <script> tags."""
    filled = {name: value for name, value in facts.items() if value not in ("", None, [], {})}
    words = json.dumps({"@context": "https://schema.org", **filled}, ensure_ascii=False)
    return mark_safe(words.translate(_ESCAPES))
