"""The register of one person as a letter: for them, as the law wants it, and for staff."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from portal.documents.letters import letter_pdf

from .models import Disclosure

if TYPE_CHECKING:
    from portal.programmes.models import Office

    from .subjects import Subject


def register_pdf(subject: Subject, office: Office | None = None) -> bytes:
    """Every line about one person, and those about the whole matter, newest first."""
    rows = Disclosure.objects.filter(matter=subject.matter)
    about_all = rows.filter(participant=None, request=None)
    lines = sorted([*rows.of(subject), *about_all], key=lambda line: (line.happened_on, line.made_at), reverse=True)
    return letter_pdf(
        subject.matter.programme,
        subject=_("Register of disclosures"),
        words=_in_words(lines),
        recipient=[subject.name],
        day=timezone.localdate(),
        office=office,
        is_record=True,
    )


def _in_words(lines: list[Disclosure]) -> str:
    if not lines:
        return _("Nothing was told to anybody outside the office, and nobody asked.")
    lead = _("This is everything that was told to somebody outside the office, and every request to be told.")
    return "\n\n".join([lead, *(_one(line) for line in lines)])


def _one(line: Disclosure) -> str:
    facts = [
        f"{line.get_answer_display()}: {flat(line.what)}",
        _("By what right: %(basis)s") % {"basis": line.get_basis_display()},
        _("For what: %(interest)s") % {"interest": flat(line.interest)},
    ]
    if line.person_told_on:
        facts.append(_("You were told on %(day)s") % {"day": date_format(line.person_told_on, "j F Y")})
    title = f"## {date_format(line.happened_on, 'j F Y')}: {flat(line.recipient)}"
    return title + "\n\n" + "\n".join(f"- {fact}" for fact in facts)


def flat(words: str) -> str:
    """One line: what people typed must not turn into a heading of our markup."""
    return " ".join(words.split())
