"""Answers as lines of a page: what was asked, what was said, where to change it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from .questions import Asked
from .table import Answers, Question, path

# Read and agreed to, or a detail of another way than the chosen one: nothing to check again.
_NOT_SHOWN = {"understood"}
_OF_A_WAY = {"email": {"EMAIL"}, "shared_mailbox": {"EMAIL"}, "phone": {"PHONE"}, "when": {"EMAIL", "PHONE"}}


@dataclass(frozen=True)
class Line:
    name: str | Promise
    text: str
    url: str


def lines_of(answers: Answers, asked: Asked) -> list[Line]:
    return [line for question in path(answers) for line in _lines(question, answers[question.slug], asked)]


def _lines(question: Question, given: dict[str, Any], asked: Asked) -> list[Line]:
    form = question.form(given, asked=asked)
    url = reverse("portal:intake:question", args=[question.slug])
    return [
        Line(field.label, _in_words(field, given.get(name)) or _("Not said"), url)
        for name, field in form.fields.items()
        if _is_shown(name, given)
    ]


def _is_shown(name: str, given: dict[str, Any]) -> bool:
    ways = _OF_A_WAY.get(name)
    return name not in _NOT_SHOWN and (ways is None or given["safe_way"] in ways)


def _in_words(field: forms.Field, value: Any) -> str:
    """What people chose, in the words they chose it by."""
    choices = {str(code): str(words) for code, words in getattr(field, "choices", [])}
    if isinstance(value, list):
        return "\n".join(choices.get(one, "") for one in value)
    return choices.get(str(value), "") if choices else str(value or "")
