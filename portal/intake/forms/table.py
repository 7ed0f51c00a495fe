"""The questions as a table: addresses, order, progress and the check-your-answers page are read from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from . import questions as q
from .report import PartnerForm

Answers = dict[str, dict[str, Any]]


def _always(answers: Answers) -> bool:
    return True


def is_minor(answers: Answers) -> bool:
    return answers.get("age", {}).get("age") == "MINOR"


def is_from_partner(answers: Answers) -> bool:
    return answers.get("door", {}).get("door") == "PARTNER"


@dataclass(frozen=True)
class Question:
    """One page. `slug` is its address and the key of its answers."""

    slug: str
    title: str | Promise
    form: type[q.QuestionForm]
    applies: Callable[[Answers], bool] = _always


QUESTIONS = (
    Question("age", _("Before you write"), q.AgeForm),
    Question("minors", _("If you are under 18"), q.MinorForm, is_minor),
    Question("partner", _("Who you are"), PartnerForm, is_from_partner),
    Question("people", _("Who should not see this"), q.PeopleForm),
    Question("service", _("What you ask for"), q.ServiceForm),
    Question("contact", _("How it is safe to reach you"), q.ContactForm),
    Question("you", _("About you"), q.YouForm),
    Question("others", _("Who else is in it"), q.OthersForm),
    Question("about", _("What it is about"), q.AboutForm),
    Question("heard", _("How you heard of us"), q.HeardForm),
)

BY_SLUG = {question.slug: question for question in QUESTIONS}


def path(answers: Answers) -> list[Question]:
    """The questions that this visitor is asked."""
    return [question for question in QUESTIONS if question.applies(answers)]


def first_open(answers: Answers, asked: q.Asked) -> Question | None:
    """The first question without a valid answer, looked at anew: a draft is never trusted."""
    return next((one for one in path(answers) if not is_answered(one, answers, asked)), None)


def is_answered(question: Question, answers: Answers, asked: q.Asked) -> bool:
    given = answers.get(question.slug)
    return given is not None and question.form(given, asked=asked).is_valid()
