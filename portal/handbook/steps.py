"""The steps of a procedure, read from its text: "- [2] Phone them" is due within two days, "- [] Ask" has no day."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

_STEP = re.compile(r"^- \[(\d{0,3})\][ \t]+(\S.*)$", re.MULTILINE)
# Meant as a step, and not one: "- [soon] …", "-[2] …", "- [2]".
_NEARLY = re.compile(r"^-\s*\[.*$", re.MULTILINE)
LONGEST = 200


@dataclass(frozen=True)
class Step:
    """One line of a checklist. `number` counts from 1; `days` is None when it has no day."""

    number: int
    words: str
    days: int | None


def steps_in(body: str) -> list[Step]:
    found = _STEP.findall(body.replace("\r\n", "\n"))
    return [Step(place, words.strip(), int(days) if days else None) for place, (days, words) in enumerate(found, 1)]


def words_around(body: str) -> str:
    """What is to be read beside the checklist."""
    return _STEP.sub("", body.replace("\r\n", "\n")).strip()


def check_steps(body: str) -> None:
    """Raises ValidationError for a line that looks like a step and would be lost, and when there is no step at all."""
    plain = body.replace("\r\n", "\n")
    lost = [line for line in _NEARLY.findall(plain) if not _STEP.match(line)]
    if lost:
        words = _("This is no step: “%(line)s”. Write “- [2] What to do”, with the days in the brackets or nothing.")
        raise ValidationError({"body": words % {"line": lost[0][:80]}})
    steps = steps_in(plain)
    if not steps:
        raise ValidationError({"body": _("A procedure needs at least one step: “- [2] What to do”.")})
    if any(len(step.words) > LONGEST for step in steps):
        raise ValidationError({"body": _("A step is longer than 200 characters. Say it shorter, or make two of it.")})
