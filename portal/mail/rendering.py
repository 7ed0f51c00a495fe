"""From a kind of mail to its words. Templates begin with header lines; an empty line ends them."""

import re
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.template import Context
from django.template.loader import get_template
from django.utils import translation
from django.utils.dateparse import parse_date, parse_datetime


@dataclass(frozen=True)
class Letter:
    """Exactly what arrives, and from whom."""

    sender: str
    address: str
    reply_to: str
    subject: str
    body: str


def write(kind: str, context: dict[str, Any], language: str = "en") -> Letter:
    words = {"base_url": settings.ACCORD_BASE_URL.rstrip("/")} | {k: _moment(v) for k, v in context.items()}
    with translation.override(language):
        text = get_template(f"emails/{kind.lower()}.txt").template.render(Context(words, autoescape=False))
    head, _, body = text.strip().partition("\n\n")
    headers = dict(line.split(": ", 1) for line in head.splitlines())
    return Letter(
        sender=headers["From"],
        address=settings.DEFAULT_FROM_EMAIL,
        reply_to=settings.ACCORD_REPLY_TO,
        subject=headers["Subject"],
        # Lines that a condition left empty close up.
        body=re.sub(r"\n{3,}", "\n\n", body.strip()) + "\n",
    )


def _moment(value: Any) -> Any:
    """Sealing turned days and times into text; the templates want them back."""
    if not isinstance(value, str):
        return value
    try:
        return parse_date(value) or parse_datetime(value) or value
    except ValueError:
        return value
