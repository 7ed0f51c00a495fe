"""What the record of one instance has to hold, line by line: there, missing, or excused."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from .finding import FINDERS
from .required import TABLE, Required
from .statuses import DocumentCode

if TYPE_CHECKING:
    from .loading import Instance
    from .models import ExcusedDocument


@dataclass(frozen=True)
class Line:
    """One document that is required here, and for whom."""

    code: DocumentCode
    about: UUID
    subject: Any
    whose: str
    # In words what is missing; "" when it is there.
    lacks: str
    excuse: ExcusedDocument | None

    @property
    def label(self) -> str:
        return str(self.code.label)

    @property
    def is_there(self) -> bool:
        return not self.lacks

    @property
    def is_missing(self) -> bool:
        """Neither there nor excused by the director: close waits for it."""
        return bool(self.lacks) and self.excuse is None


def lines_of(instance: Instance) -> list[Line]:
    """Everything that is required of this instance as far as it has come."""
    excused = {(row.code, row.about): row for row in instance.matter.excused_documents.all()}
    asked = [one for one in TABLE if _is_asked(one, instance)]
    return [
        Line(one.code, about, subject, whose, _lacks(one, instance, subject, whose), excused.get((one.code, about)))
        for one in asked
        for about, subject, whose in instance.subjects(one.each)
    ]


def missing_in(instance: Instance) -> list[Line]:
    return [line for line in lines_of(instance) if line.is_missing]


def _is_asked(one: Required, instance: Instance) -> bool:
    programme = instance.matter.programme
    switched = not one.switch or getattr(programme, one.switch)
    return programme.keeps_records and switched and one.when in instance.came_about


def _lacks(one: Required, instance: Instance, subject: Any, whose: str) -> str:
    return FINDERS[one.code](instance, subject, whose)
