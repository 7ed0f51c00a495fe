"""Which merge fields each kind of document has, of what type, and how a value becomes HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.template.defaultfilters import date as written_date
from django.utils.functional import Promise
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from . import blocks
from .markup import Block
from .statuses import DocumentKind


class MergeError(ValueError):
    """A template and its values do not fit together; the message says which field."""


class Blank:
    """Stands for a value that people write in by hand."""


BLANK = Blank()


@dataclass(frozen=True)
class FieldType:
    """How a value of this type is checked and shown."""

    accepts: Callable[[Any], bool]
    show: Callable[[Any], SafeString]
    is_block: bool = False


@dataclass(frozen=True)
class MergeField:
    """One {name} of a kind of document."""

    name: str
    type: FieldType
    label: str | Promise
    required: bool = True
    # What an optional field says when it has no value.
    otherwise: str | Promise = ""

    def show(self, value: Any) -> SafeString:
        if isinstance(value, Blank):
            return format_html('<span class="blank">[{}]</span>', self.label)
        if not self.type.accepts(value):
            raise MergeError(_("This value does not fit the field “%(name)s”.") % {"name": self.name})
        shown = self.type.show(value)
        return Block(shown) if self.type.is_block else shown


def _is_text(value: Any) -> bool:
    return isinstance(value, str | Promise)


def _are_names(value: Any) -> bool:
    return isinstance(value, list | tuple) and bool(value) and all(map(_is_text, value))


TEXT = FieldType(_is_text, conditional_escape)
DAY = FieldType(
    lambda value: isinstance(value, date), lambda value: conditional_escape(written_date(value, "l, j F Y"))
)
NAMES = FieldType(_are_names, lambda names: conditional_escape(get_text_list(list(names), _("and"))))
LINES = FieldType(
    _are_names, lambda lines: format_html("<p>{}</p>", format_html_join("\n", "{}<br>", zip(lines))), True
)
BODY = FieldType(_is_text, blocks.body, True)
SIGNATURES = FieldType(blocks.are_signatories, blocks.signatures, True)
PEOPLE = FieldType(blocks.are_signatories, blocks.sign_in_table, True)
ENTRIES = FieldType(blocks.are_entries, blocks.entry_list, True)
RULED = FieldType(lambda value: isinstance(value, int) and 0 < value <= 40, blocks.ruled_boxes, True)

_OFFICE = (
    MergeField("office", TEXT, gettext_lazy("name of the office")),
    MergeField("institution", TEXT, gettext_lazy("institution")),
    MergeField("phone", TEXT, gettext_lazy("telephone of the office")),
    MergeField("email", TEXT, gettext_lazy("e-mail of the office")),
)
_MEETING = (
    MergeField("reference", TEXT, gettext_lazy("case reference")),
    MergeField(
        "session_on", TEXT, gettext_lazy("day and time of the session"), False, gettext_lazy("still to be agreed")
    ),
    MergeField("neutrals", NAMES, gettext_lazy("names of the mediators")),
)
_GROUP = (
    MergeField("group", TEXT, gettext_lazy("what the group is called"), False, gettext_lazy("the group")),
    MergeField("objectives", TEXT, gettext_lazy("what the group wants to reach")),
    MergeField("success", TEXT, gettext_lazy("how it will know"), False, gettext_lazy("we say this together")),
    MergeField("headcount", TEXT, gettext_lazy("how many people"), False, gettext_lazy("not fixed yet")),
)
_CIRCLE = (MergeField("way", TEXT, gettext_lazy("how people meet"), False, gettext_lazy("still to be agreed")),)
# What everyone signs before a session, whatever the process.
_AGREEMENT = (
    *_OFFICE,
    *_MEETING,
    MergeField("parties", NAMES, gettext_lazy("names of the people taking part")),
    MergeField(
        "others", NAMES, gettext_lazy("names of others who are present, if any"), False, gettext_lazy("nobody else")
    ),
    MergeField(
        "needs",
        TEXT,
        gettext_lazy("what we have arranged, if anything"),
        False,
        gettext_lazy("nothing was asked for; you may ask at any time"),
    ),
    MergeField("signatures", SIGNATURES, gettext_lazy("signatures")),
)
_NOTHING = gettext_lazy("nothing was written down about this")
_PLAN = (
    *_OFFICE,
    MergeField("reference", TEXT, gettext_lazy("reference")),
    MergeField("edition", TEXT, gettext_lazy("edition")),
    MergeField("standing", TEXT, gettext_lazy("where the plan stands")),
    MergeField("participants", LINES, gettext_lazy("names and roles")),
    MergeField("harms", BODY, gettext_lazy("what was harmed, as everyone put it"), False, _NOTHING),
    MergeField("needs", BODY, gettext_lazy("what is needed"), False, _NOTHING),
    MergeField("commitments", ENTRIES, gettext_lazy("what is promised")),
    MergeField("support", ENTRIES, gettext_lazy("what others add"), False, gettext_lazy("nothing more")),
    MergeField("done_when", BODY, gettext_lazy("when the plan is completed"), False, _NOTHING),
    MergeField("follow_up", BODY, gettext_lazy("who follows it"), False, _NOTHING),
    MergeField("if_not_done", BODY, gettext_lazy("what happens if it is not completed"), False, _NOTHING),
    MergeField("requirements", ENTRIES, gettext_lazy("what a proceeding asks for"), False, gettext_lazy("nothing")),
)
_RESOLUTION = (
    *_OFFICE,
    MergeField("reference", TEXT, gettext_lazy("case reference")),
    MergeField("edition", TEXT, gettext_lazy("version")),
    MergeField("process", TEXT, gettext_lazy("process used")),
    MergeField("participants", LINES, gettext_lazy("names and roles of the parties")),
    MergeField("covers", BODY, gettext_lazy("what it settles")),
    MergeField("wording", BODY, gettext_lazy("what is said about what happened")),
    MergeField("commitments", ENTRIES, gettext_lazy("what the parties promise")),
    MergeField(
        "undertakings", ENTRIES, gettext_lazy("what the institution undertakes"), False, gettext_lazy("nothing")
    ),
    MergeField("measures", BODY, gettext_lazy("interim measures"), False, gettext_lazy("none go on")),
    MergeField("review_on", DAY, gettext_lazy("day of the review")),
    MergeField("ends", TEXT, gettext_lazy("until when it holds")),
    MergeField("leaving", LINES, gettext_lazy("what graduation means"), False, gettext_lazy("nobody leaves before")),
    MergeField(
        "permitted",
        BODY,
        gettext_lazy("who may know of it"),
        False,
        gettext_lazy("only we and the office"),
    ),
    MergeField("breach", BODY, gettext_lazy("if it is not kept")),
    MergeField("signatures", SIGNATURES, gettext_lazy("signatures")),
)
FIELDS: Mapping[str, tuple[MergeField, ...]] = {
    DocumentKind.AGREEMENT_TO_PARTICIPATE: _AGREEMENT,
    DocumentKind.COACHING_UNDERSTANDING: _AGREEMENT,
    DocumentKind.FACILITATION_AGREEMENT: (*_AGREEMENT, *_GROUP),
    DocumentKind.RJ_PARTICIPATION: (*_AGREEMENT, *_CIRCLE),
    DocumentKind.RJ_CAUSED_HARM: (*_AGREEMENT, *_CIRCLE),
    DocumentKind.RJ_HARMED: (*_AGREEMENT, *_CIRCLE),
    DocumentKind.RJ_MUTUAL: (*_AGREEMENT, *_CIRCLE),
    DocumentKind.RJ_COMMUNITY: (*_AGREEMENT, *_CIRCLE),
    DocumentKind.RJ_SUPPORTER: (*_AGREEMENT, *_CIRCLE),
    DocumentKind.RJ_SURROGATE: (*_AGREEMENT, *_CIRCLE),
    DocumentKind.REPAIR_PLAN: _PLAN,
    DocumentKind.RESOLUTION_AGREEMENT: _RESOLUTION,
    DocumentKind.SIGN_IN_SHEET: (*_OFFICE, *_MEETING, MergeField("people", PEOPLE, gettext_lazy("people present"))),
    DocumentKind.BLANK_POINTS_SHEET: (*_OFFICE, MergeField("points", RULED, gettext_lazy("ruled boxes"))),
    DocumentKind.WRITTEN_NOTICE: (
        *_OFFICE,
        MergeField("reference", TEXT, gettext_lazy("case reference")),
        MergeField("allegations", BODY, gettext_lazy("what is said to have happened: who, what, when, where, policy")),
        MergeField("process", TEXT, gettext_lazy("the process that is offered")),
        MergeField("bars", BODY, gettext_lazy("when the formal process cannot be taken up again")),
        MergeField("years", TEXT, gettext_lazy("how many years the record is kept")),
        MergeField("facilitator", TEXT, gettext_lazy("who leads it")),
        MergeField("timeline", BODY, gettext_lazy("what happens when")),
        MergeField(
            "measures",
            BODY,
            gettext_lazy("supportive measures that are offered"),
            False,
            gettext_lazy("None has been asked for yet."),
        ),
    ),
    DocumentKind.REFLECTION_SHEET: (*_OFFICE, MergeField("points", RULED, gettext_lazy("ruled boxes"))),
    DocumentKind.LETTER: (
        *_OFFICE,
        MergeField("recipient", LINES, gettext_lazy("name and address")),
        MergeField("day", DAY, gettext_lazy("date")),
        MergeField("subject", TEXT, gettext_lazy("subject")),
        MergeField("words", BODY, gettext_lazy("text of the letter")),
        MergeField("sender", TEXT, gettext_lazy("name of the person who sends it"), False),
    ),
}


def check_names(kind: str, used: Iterable[str]) -> None:
    """A template may use the fields of its kind only, and must use every required one."""
    fields = FIELDS[kind]
    unknown = sorted(set(used) - {field.name for field in fields})
    if unknown:
        raise MergeError(_("Unknown field: %(names)s.") % {"names": ", ".join(unknown)})
    missing = sorted(needed_names(kind) - set(used))
    if missing:
        raise MergeError(_("This text must contain: %(names)s.") % {"names": ", ".join(f"{{{n}}}" for n in missing)})


def needed_names(kind: str) -> set[str]:
    """The fields that a template of this kind may not leave out."""
    return {field.name for field in FIELDS[kind] if field.required and field not in _OFFICE}


def blank_values(kind: str) -> dict[str, Any]:
    """What a blank copy holds: every field to be written in by hand, with empty lines to sign on."""
    values: dict[str, Any] = {field.name: BLANK for field in FIELDS[kind] if field not in _OFFICE}
    lines: dict[str, Any] = {"signatures": _blank_signatories(2), "people": _blank_signatories(4), "points": 4}
    return values | {name: value for name, value in lines.items() if name in values}


def _blank_signatories(others: int) -> list[blocks.Signatory]:
    roles = [_("Takes part")] * 2 + [_("Mediator")] * 2 + [_("Also present")] * others
    return [blocks.Signatory(name="", role=role) for role in roles]


def fill(kind: str, values: Mapping[str, Any]) -> dict[str, SafeString]:
    """Every field of the kind as HTML. Raises MergeError for an unknown, a missing or an ill-fitting value."""
    fields = {field.name: field for field in FIELDS[kind]}
    unknown = sorted(set(values) - set(fields))
    if unknown:
        raise MergeError(_("Unknown field: %(names)s.") % {"names": ", ".join(unknown)})
    missing = sorted(name for name, field in fields.items() if field.required and name not in values)
    if missing:
        raise MergeError(_("No value for: %(names)s.") % {"names": ", ".join(missing)})
    return {
        name: field.show(values[name]) if name in values else conditional_escape(str(field.otherwise))
        for name, field in fields.items()
    }
