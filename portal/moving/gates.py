"""What stands in the way of moving a matter over, and whether others have to be told before it is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from portal.cases.statuses import CaseStatus
from portal.cases.transitions import Missing
from portal.intake.statuses import OPEN_REQUESTS
from portal.records.gates import is_held

if TYPE_CHECKING:
    from portal.cases.models import Case, Matter, Participant
    from portal.intake.models import Request
    from portal.programmes.models import Programme


def missing_to_move(matter: Matter, *, to: Programme | None) -> list[Missing]:
    """In words for staff. Whoever it belongs to hears only that it cannot move now: a hold may be none of theirs.

    `to` is the programme behind the other door, None where there is none.
    """
    if to is None or not matter.programme.destroys_at_close:
        return [Missing(_("There is no programme that keeps its records to which this could move."))]
    lines = [Missing(_("Destruction is suspended: there is a hold"))] if is_held(matter.pk) else []
    case = getattr(matter, "case", None)
    return lines + (_of_case(case) if case is not None else _of_requests(list(matter.requests.all())))


def _of_case(case: Case) -> list[Missing]:
    if not case.is_open:
        return [Missing(_("The case has ended. Whoever wants to can start anew in the other programme."))]
    if case.status == CaseStatus.HELD:
        return [Missing(_("The session is over: end the case first. What was agreed on belongs to all of them."))]
    return []


def _of_requests(requests: list[Request]) -> list[Missing]:
    if len(requests) > 1:
        return [Missing(_("Two requests were joined here. Part them first: each writer decides about their own."))]
    lines = {
        _("The request has ended. Whoever wants to can start anew in the other programme."): any(
            one.status not in OPEN_REQUESTS for one in requests
        ),
        _("The writer is under 18. Write down first which rule of the office applies."): any(
            one.is_held_for_age for one in requests
        ),
    }
    return [Missing(words) for words, is_so in lines.items() if is_so]


def has_to_wait(case: Case | None, mover: Participant | None) -> bool:
    """Somebody else is in it and reads how it ended, or conducted it and is asked for their notes (P13).

    Then it goes the way of every ending, and staff close it; otherwise nothing is left to wait for.
    """
    if case is None:
        return False
    others = [one for one in case.participants.all() if mover is None or one.pk != mover.pk]
    hears = any(one.is_active and (one.entry_id or one.answered_at) for one in others)
    return hears or case.assignments.filter(accepted_at__isnull=False).exists()
