"""Before a kept record is closed it is whole: each document that it needs exists, or the director excused it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.cases.models import Participant
from portal.cases.transitions import Missing

from .checking import missing_in
from .loading import load_one

if TYPE_CHECKING:
    from portal.cases.models import Matter


def documents_there(matter: Matter) -> list[Missing]:
    """One line for each document that is missing, by name; none where records are not kept."""
    if not matter.programme.keeps_records:
        return []
    instance = load_one(matter, names_people=True)
    return [
        Missing(line.lacks, line.subject if isinstance(line.subject, Participant) else None)
        for line in missing_in(instance)
    ]
