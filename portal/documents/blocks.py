"""Blocks that take the place of a merge field on a line of its own: signatures, sign-in rows, ruled boxes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from .markup import to_html

# A cell without anything in it would be left out of the tags, and the row would have a hole.
EMPTY = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True)
class Signatory:
    """A line to sign on. On paper `signed` and `moment` are empty; on screen they tell the typed name and when."""

    name: str | Promise
    role: str | Promise
    signed: str | Promise = ""
    moment: str | Promise = ""


@dataclass(frozen=True)
class Entry:
    """One numbered promise or term: its first words, and what more there is to it, each with its label."""

    title: str | Promise
    facts: Sequence[tuple[str | Promise, str | Promise]] = ()


def are_entries(entries: Any) -> bool:
    return isinstance(entries, list | tuple) and all(isinstance(entry, Entry) for entry in entries)


def entry_list(entries: Sequence[Entry]) -> SafeString:
    rows = [
        format_html(
            "<li><strong>{}</strong>{}</li>",
            entry.title,
            format_html_join("", "<p>{}: {}</p>", ((label, text) for label, text in entry.facts if text)),
        )
        for entry in entries
    ]
    return format_html("<ol class='entries'>{}</ol>", format_html_join("", "{}", ((row,) for row in rows)))


def are_signatories(people: Any) -> bool:
    return isinstance(people, list | tuple) and all(isinstance(person, Signatory) for person in people)


def body(source: str) -> SafeString:
    return to_html(str(source))


def signatures(people: Sequence[Signatory]) -> SafeString:
    """A line for each person, to sign on paper or with the words of the signature that was given."""
    return _table(
        "signatures",
        (_("Name and role"), _("Signature"), _("Day and time")),
        [(_who(person), person.signed, person.moment) for person in people],
    )


def sign_in_table(people: Sequence[Signatory]) -> SafeString:
    return _table(
        "sign-in",
        (_("Name and role"), _("Arrived"), _("Signed the agreement"), _("Left")),
        [(_who(person), "", "", "") for person in people],
    )


def ruled_boxes(count: int) -> SafeString:
    """So many empty boxes for points, each with the questions that make a point clear, and one for later."""
    questions = (_("Who does what"), _("When and where"), _("If something comes up"))
    boxes = [_box(_("Point %(number)d") % {"number": one}, questions) for one in range(1, count + 1)]
    boxes.append(_box(_("If it becomes difficult"), (_("How we will talk"), _("What we try first, and for how long"))))
    return format_html_join("\n", "{}", ((box,) for box in boxes))


def _box(title: str, questions: Sequence[str]) -> SafeString:
    lines = format_html_join("", "<p class='line'>{}</p>", ((words,) for words in questions))
    return format_html("<section class='point'><h2>{}</h2>{}</section>", title, lines)


def _who(person: Signatory) -> SafeString:
    return format_html("<strong>{}</strong><br>{}", person.name, person.role)


def _table(kind: str, headings: Sequence[str], rows: Sequence[tuple]) -> SafeString:
    head = format_html_join("", "<th scope='col'>{}</th>", ((words,) for words in headings))
    lines = format_html_join(
        "",
        "<tr><th scope='row'>{}</th>{}</tr>",
        ((row[0], format_html_join("", "<td>{}</td>", ((cell or EMPTY,) for cell in row[1:]))) for row in rows),
    )
    return format_html("<table class='{}'><thead><tr>{}</tr></thead><tbody>{}</tbody></table>", kind, head, lines)
