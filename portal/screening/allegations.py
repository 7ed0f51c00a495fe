"""What the rules say about where an allegation may go (R12, S3, S4, S15). Facts in, words out; nothing is written."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from .statuses import SETTLES, Law

if TYPE_CHECKING:
    from portal.programmes.models import Programme

    from .models import Allegation


def stands_against(allegation: Allegation, way: str, programme: Programme) -> list[str]:
    """Why this allegation cannot go this way, in words a person can act on; an empty list when it can."""
    if way not in SETTLES:
        return []
    words = _barred(allegation) + _formal(allegation, programme)
    return words + (_title_ix(allegation) if allegation.law == Law.TITLE_IX else [])


def _barred(allegation: Allegation) -> list[str]:
    if allegation.barred_on is None:
        return []
    return [_("Allegation %(number)d was settled by a signed agreement.") % {"number": allegation.number}]


def _formal(allegation: Allegation, programme: Programme) -> list[str]:
    """No parallel investigation, where the programme says so."""
    if programme.formal_in_parallel or not allegation.formal_runs:
        return []
    words = _("A formal process on allegation %(number)d is running. It has to rest while people talk.")
    return [words % {"number": allegation.number}]


def _title_ix(allegation: Allegation) -> list[str]:
    number = {"number": allegation.number}
    if allegation.is_by_employee_towards_student:
        return [
            _("Allegation %(number)d: under Title IX, what an employee did to a student is never settled informally.")
            % number
        ]
    words = []
    if not allegation.names_positions:
        words.append(_("Allegation %(number)d: write down first who is a student, staff and so on.") % number)
    if not allegation.formal_complaint:
        words.append(_("Allegation %(number)d: under Title IX a formal complaint has to be on file first.") % number)
    return words


def not_ready(allegations: Iterable[Allegation], process: str, programme: Programme) -> list[str]:
    """What is missing before a case of this process may go on: every allegation has a way, and one goes this one."""
    rows = list(allegations)
    if not rows:
        return [_("No allegation has been written down yet")]
    words = [line for row in rows for line in _without_way(row)]
    here = [row for row in rows if row.goes == process]
    if not words and not here:
        words.append(_("No allegation goes this way"))
    return words + [line for row in here for line in stands_against(row, process, programme)]


def _without_way(allegation: Allegation) -> list[str]:
    if allegation.waits_for_director:
        return [_("Waiting for the director to sign the way of allegation %(number)d") % {"number": allegation.number}]
    if not allegation.goes:
        return [_("The way of allegation %(number)d is not decided yet") % {"number": allegation.number}]
    return []
