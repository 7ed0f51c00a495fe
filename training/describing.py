"""What learners may say of themselves. All of it is optional."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Question:
    label: str | Promise
    answers: tuple[tuple[str, str | Promise], ...]

    @property
    def codes(self) -> frozenset[str]:
        return frozenset(code for code, _label in self.answers)


QUESTIONS: dict[str, Question] = {
    "GENDER": Question(
        _("How do you describe your gender?"),
        (
            ("WOMAN", _("Woman")),
            ("MAN", _("Man")),
            ("NONBINARY", _("Nonbinary")),
            ("OTHER_WORD", _("In another way")),
        ),
    ),
    "RACE": Question(
        _("How do you describe your race or ethnicity?"),
        (
            ("ASIAN", _("Asian")),
            ("BLACK", _("Black or African American")),
            ("HISPANIC", _("Hispanic or Latino")),
            ("INDIGENOUS", _("American Indian, Alaska Native or Pacific Islander")),
            ("MIDDLE_EAST", _("Middle Eastern or North African")),
            ("WHITE", _("White")),
            ("SEVERAL", _("Several of these")),
            ("OTHER_WORD", _("In another way")),
        ),
    ),
    "FIRST_GEN": Question(
        _("Are you the first in your family to go to college?"), (("YES", _("Yes")), ("NO", _("No")))
    ),
    "DISABILITY": Question(_("Do you live with a disability or a long illness?"), (("YES", _("Yes")), ("NO", _("No")))),
    "ROLE": Question(
        _("What are you here?"),
        (
            ("UNDERGRADUATE", _("Undergraduate student")),
            ("GRADUATE", _("Graduate student")),
            ("STAFF", _("Staff")),
            ("FACULTY", _("Faculty or postdoc")),
            ("NEIGHBOR", _("From outside the university")),
        ),
    ),
}
