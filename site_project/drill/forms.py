"""Reading the forms of a page as a browser would, and filling every free-text field with the canary."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

from . import canary

FREE_TEXT = {"text", "search", "textarea", ""}


@dataclass
class Form:
    action: str = ""
    method: str = "get"
    # Values that the page itself filled in: tokens, hidden fields, ticked boxes.
    given: dict[str, list[str]] = field(default_factory=dict)
    # Empty fields that people type into, by name.
    free: dict[str, str] = field(default_factory=dict)
    # The longest text that a field takes, by name.
    longest: dict[str, int] = field(default_factory=dict)
    # Every value that can be chosen, by name.
    choices: dict[str, list[str]] = field(default_factory=dict)

    def filled(self, values: dict[str, str | list[str]]) -> list[tuple[str, str]]:
        """All fields for posting: what was given, what the caller says, and the canary everywhere else."""
        typed = {name: [_typed(name, kind)[: self.longest.get(name)]] for name, kind in self.free.items()}
        said = {name: value if isinstance(value, list) else [value] for name, value in values.items()}
        return [(name, value) for name, many in (self.given | typed | said).items() for value in many]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self._open: Form | None = None
        self._select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        at = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._open = Form(at.get("action", ""), at.get("method", "get").lower())
            self.forms.append(self._open)
        elif self._open is not None:
            self._read(tag, at, self._open)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._open = None

    def _read(self, tag: str, at: dict[str, str], form: Form) -> None:
        name = at.get("name", "")
        if at.get("maxlength", "").isdigit():
            form.longest[name] = int(at["maxlength"])
        if tag == "select":
            self._select = name
        elif tag == "option":
            _choice(form, self._select, at.get("value", ""), chosen="selected" in at)
        elif tag == "textarea" and name:
            form.free[name] = "textarea"
        elif tag == "input" and name:
            _input(form, name, at)


def _input(form: Form, name: str, at: dict[str, str]) -> None:
    kind = at.get("type", "text")
    if kind in ("checkbox", "radio"):
        _choice(form, name, at.get("value", "on"), chosen="checked" in at)
    elif kind in ("email", "tel") or kind in FREE_TEXT:
        # The honeypot is hidden from people; it stays as it is.
        if at.get("tabindex") != "-1":
            form.free[name] = kind
    else:
        form.given[name] = [at.get("value", "")]


def _choice(form: Form, name: str, value: str, *, chosen: bool) -> None:
    form.choices.setdefault(name, []).append(value)
    if chosen:
        form.given.setdefault(name, []).append(value)


def _typed(name: str, kind: str) -> str:
    if kind == "email":
        return canary.email()
    if kind == "tel" or name == "phone":
        return "617-555-0199"
    return canary.name() if "name" in name else canary.phrase()


def read_forms(html: str) -> list[Form]:
    reader = _Reader()
    reader.feed(html)
    return reader.forms
