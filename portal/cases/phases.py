"""In which phase of the work a case is: the words of the board, and of the manual."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.handbook.statuses import Phase

from .statuses import CaseStatus as S

if TYPE_CHECKING:
    from .models import Case

# A case exists only once it was screened: Request and Screening are always behind it.
PHASES = {
    S.OPENED: Phase.INVITATIONS,
    S.INVITING: Phase.INVITATIONS,
    S.ARRANGING: Phase.ARRANGING,
    S.BOOKED: Phase.SESSION,
    S.IN_SESSION: Phase.SESSION,
    S.HELD: Phase.OUTCOME,
    S.ENDED: Phase.CLOSE,
}


def phase_of(case: Case) -> Phase:
    return PHASES[S(case.status)]
