"""What may not stand in a piece of work: anything by which a person or a matter could be known."""

from __future__ import annotations

import re

from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

_TELLING: tuple[tuple[re.Pattern[str], str | Promise], ...] = (
    (
        # Wider than portal.cases.references, which lies above: whatever looks like one is taken for one.
        re.compile(r"\b[CR]-[0-9A-Z]{5}\b", re.IGNORECASE),
        _("the reference of a request or case"),
    ),
    (re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+"), _("a mail address")),
    (re.compile(r"(?<!\d)\(?\d{3}\)?[ .-]?\d{3}[ .-]?\d{4}(?!\d)|\+\d[\d ().-]{7,}\d"), _("a phone number")),
)


def check_plain(text: str) -> None:
    """Raises ValidationError that says what was found, without repeating it."""
    for pattern, what in _TELLING:
        if pattern.search(text):
            words = _("This text holds %(what)s. Take it out: interns work without anything that leads to a person.")
            raise ValidationError(words, params={"what": what})
