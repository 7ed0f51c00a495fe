"""Keep locale/*/LC_MESSAGES/django.po beside what visitors read, and compile it. Needs no tool but Python.

Run it after a text of the public pages or of the request was changed: it adds what is new, without a translation, takes
out what is gone, names what still lacks a translation, and writes the .mo file that the site reads.
"""

import ast
import re
import struct
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "locale"

# What a visitor can read before there is a case. Everything else is for people who work here, in English.
SPOKEN = (
    "templates/*.html",
    "templates/components/*.html",
    "templates/errors/*.html",
    "templates/pages/**/*.html",
    "templates/portal/passes/*.html",
    "templates/portal/intake/questions/*.html",
    *(
        f"templates/portal/intake/{name}.html"
        for name in ("start", "report", "question", "check", "sent", "gone", "refused")
    ),
    *(f"templates/portal/intake/{name}.html" for name in ("independent", "contact_me", "information")),
    *(f"templates/portal/intake/_{name}.html" for name in ("contact_fields", "letter", "refused", "slip", "trap")),
    "portal/forms.py",
    "portal/intake/statuses.py",
    *(f"portal/intake/forms/{name}.py" for name in ("fields", "questions", "report", "short", "summary", "table")),
    *(f"portal/intake/views/{name}.py" for name in ("questions", "refusals", "short", "visit")),
    "portal/passes/*.py",
    "portal/programmes/hours.py",
    "portal/templatetags/figures.py",
    *(f"pages/{name}.py" for name in ("audiences", "feeds", "forms", "kinds", "views")),
    "pages/public_forms/*.py",
    "pages/search/*.py",
    "pages/templatetags/*.py",
    "site_project/templatetags/*.py",
)
UNSPOKEN = {
    "templates/styleguide.html",
    # Drafts, printed sheets and the steps of a campaign are seen by those who work on them.
    "templates/components/draft_mark.html",
    *(f"templates/pages/campaigns/{name}.html" for name in ("_check", "_how", "print", "steps")),
}

FOR_EDITORS = "templates/pages/cms/"

_CALLS = {"_": 1, "gettext": 1, "gettext_lazy": 1, "gettext_noop": 1, "ngettext": 2, "ngettext_lazy": 2}


@dataclass
class Message:
    """One text: its plural when it has one, where it stands, and as many translations as the language has forms."""

    text: str
    plural: str = ""
    places: list[str] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)

    @property
    def is_translated(self) -> bool:
        return bool(self.forms) and all(self.forms) and len(self.forms) == (2 if self.plural else 1)


def spoken_files() -> list[Path]:
    found = {path for pattern in SPOKEN for path in ROOT.glob(pattern)}
    names = {path: path.relative_to(ROOT).as_posix() for path in found}
    return sorted(path for path, name in names.items() if name not in UNSPOKEN and not name.startswith(FOR_EDITORS))


def spoken() -> dict[str, Message]:
    """Every text in those files, by itself."""
    found: dict[str, Message] = {}
    for path in spoken_files():
        texts = _in_template(path) if path.suffix == ".html" else _in_code(path)
        for text, plural in texts:
            message = found.setdefault(text, Message(text, plural))
            place = path.relative_to(ROOT).as_posix()
            if place not in message.places:
                message.places.append(place)
    return found


def _in_code(path: Path) -> Iterator[tuple[str, str]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        name = getattr(node, "func", None)
        count = _CALLS.get(name.id, 0) if isinstance(node, ast.Call) and isinstance(name, ast.Name) else 0
        words = [arg.value for arg in node.args[:count] if isinstance(arg, ast.Constant)] if count else []
        if words:
            yield words[0], words[1] if len(words) > 1 else ""


def _in_template(path: Path) -> Iterator[tuple[str, str]]:
    """As Django itself reads a template, so that no text is seen differently here and on the page."""
    from django.template import Engine, Template
    from django.templatetags.i18n import BlockTranslateNode, TranslateNode

    template = Template(path.read_text(encoding="utf-8"), engine=Engine.get_default())
    for node in _every(template.nodelist):
        if isinstance(node, TranslateNode):
            yield str(node.filter_expression.var.literal), ""
        elif isinstance(node, BlockTranslateNode):
            plural = node.render_token_list(node.plural)[0] if node.plural else ""
            yield _trimmed(node, node.render_token_list(node.singular)[0]), _trimmed(node, plural)


def _every(nodes) -> Iterator:
    for node in nodes:
        yield node
        for name in dir(node):
            if name.startswith("nodelist") and (inner := getattr(node, name, None)) is not None:
                yield from _every(inner)


def _trimmed(node, text: str) -> str:
    return re.sub(r"\s*\n\s*", " ", text.strip()) if node.trimmed else text


# --- the .po file: as much of its language as we write ourselves


def read(path: Path) -> dict[str, Message]:
    """The translations that a .po file holds."""
    found: dict[str, Message] = {}
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        parts = {key: _unquoted(lines) for key, lines in re.findall(r'^(msg[\w\[\]]+) ((?:".*"\n?)+)', block, re.M)}
        if text := parts.get("msgid"):
            forms = [parts[key] for key in sorted(parts) if key.startswith("msgstr")]
            found[text] = Message(text, parts.get("msgid_plural", ""), forms=forms)
    return found


def written(language: str, messages: dict[str, Message]) -> str:
    """The whole .po file."""
    blocks = [f'msgid ""\nmsgstr ""\n{_header_lines(language)}']
    for message in sorted(messages.values(), key=lambda one: (one.places[0], one.text)):
        lines = [f"#: {' '.join(message.places)}", f"msgid {_quoted(message.text)}"]
        if message.plural:
            lines.append(f"msgid_plural {_quoted(message.plural)}")
            forms = message.forms if len(message.forms) == 2 else ["", ""]
            lines += [f"msgstr[{number}] {_quoted(form)}" for number, form in enumerate(forms)]
        else:
            lines.append(f"msgstr {_quoted(message.forms[0] if len(message.forms) == 1 else '')}")
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def header(language: str) -> str:
    return (
        f"Language: {language}\nMIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\n"
        "Content-Transfer-Encoding: 8bit\nPlural-Forms: nplurals=2; plural=(n != 1);\n"
    )


def compiled(language: str, messages: dict[str, Message]) -> bytes:
    """The .mo file: two tables of lengths and places, then the texts, sorted."""
    pairs = {"": header(language)}
    for message in messages.values():
        if message.is_translated:
            key = f"{message.text}\0{message.plural}" if message.plural else message.text
            pairs[key] = "\0".join(message.forms)
    texts = [text.encode() for text in sorted(pairs, key=str.encode)]
    answers = [pairs[text.decode()].encode() for text in texts]
    start = 28 + 16 * len(texts)
    tables, at = b"", start
    for text in texts + answers:
        tables += struct.pack("<II", len(text), at)
        at += len(text) + 1
    head = struct.pack("<IIIIIII", 0x950412DE, 0, len(texts), 28, 28 + 8 * len(texts), 0, start)
    return head + tables + b"".join(text + b"\0" for text in texts + answers)


def _header_lines(language: str) -> str:
    return "\n".join(_quoted(line + "\n") for line in header(language).splitlines())


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _unquoted(lines: str) -> str:
    text = "".join(re.findall(r'"(.*)"', lines))
    return re.sub(r"\\(.)", lambda found: {"n": "\n"}.get(found[1], found[1]), text)


def bring_up_to_date(language: str) -> list[str]:
    """Write both files anew; the texts that still lack a translation."""
    folder = LOCALE / language / "LC_MESSAGES"
    folder.mkdir(parents=True, exist_ok=True)
    known = read(folder / "django.po") if (folder / "django.po").exists() else {}
    messages = spoken()
    for text, message in messages.items():
        if text in known and known[text].plural == message.plural:
            message.forms = known[text].forms
    (folder / "django.po").write_text(written(language, messages), encoding="utf-8")
    (folder / "django.mo").write_bytes(compiled(language, messages))
    return [text for text, message in messages.items() if not message.is_translated]


def languages() -> list[str]:
    return sorted(folder.name for folder in LOCALE.iterdir() if folder.is_dir())


if __name__ == "__main__":
    import os

    import django

    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_project.settings.dev")
    django.setup()
    for code in languages():
        for missing in bring_up_to_date(code):
            print(f"{code}: no translation of: {missing}")
