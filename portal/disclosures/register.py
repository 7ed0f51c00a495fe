"""The register of one person as a letter: for them, as the law wants it, and for staff."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from portal.documents.letters import letter_pdf

from .models import Disclosure
from .statuses import Basis
from .subjects import subjects_of

if TYPE_CHECKING:
    from portal.programmes.models import Office

    from .subjects import Subject


def register_pdf(subject: Subject, office: Office | None = None) -> bytes:
    """Every line about one person, and those about the whole matter, newest first."""
    return letter_pdf(
        subject.matter.programme,
        subject=_("Register of disclosures"),
        words=register_words(subject),
        recipient=[subject.name],
        day=timezone.localdate(),
        office=office,
        is_record=True,
    )


def register_words(subject: Subject) -> str:
    """The lines, in words. Where several people are in a matter, none about an emergency: the threat may be another's
    word, and that there was one too. What of it is about this person comes out of their record once somebody has read
    and approved it (R17, portal.access). That it is so is said to everybody, whether there was anything or not.
    """
    rows = Disclosure.objects.filter(matter=subject.matter)
    about_all = rows.filter(participant=None, request=None)
    are_several = len(subjects_of(subject.matter)) > 1
    if are_several:
        about_all = about_all.exclude(basis=Basis.EMERGENCY)
    lines = sorted([*rows.of(subject), *about_all], key=lambda line: (line.happened_on, line.made_at), reverse=True)
    return "\n\n".join([*_lead(bool(lines), are_several), *(_one(line) for line in lines)])


def _lead(are_lines: bool, are_several: bool) -> list[str]:
    if not are_several:
        some = _("This is everything that was told to somebody outside the office, and every request to be told.")
        return [some if are_lines else _("Nothing was told to anybody outside the office, and nobody asked.")]
    some = _("This is what was told about you to somebody outside the office, and every request to be told.")
    words = _(
        "Where several people are in a matter, this list leaves out what had to be told because of imminent risk of "
        "serious harm. Ask to see your record, and you read what of it is about you."
    )
    return [some if are_lines else _("This list has no line about you."), words]


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
