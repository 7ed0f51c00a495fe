"""One thing that is asked of a participant, and the usual kinds of it."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Task:
    """One thing that is asked of somebody: see components/task_list.html."""

    title: str | Promise
    url: str = ""
    why: str | Promise = ""
    word: str | Promise = ""
    kind: str = ""

    @property
    def is_waiting(self) -> bool:
        return self.kind == "now"


def to_do(title: str, name: str, why: str = "") -> Task:
    return Task(title, reverse(name), why, _("To do"), "now")


def done(title: str, name: str, why: str = "", word: str = "") -> Task:
    return Task(title, reverse(name) if name else "", why, word or _("Done"), "go")


def not_yet(title: str, why: str = "", name: str = "") -> Task:
    return Task(title, reverse(name) if name else "", why, _("Not yet"), "empty")
