"""What stands at the top of a participant's first page: how much waits, how news reaches them, what others learn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from portal.cases.statuses import CaseStatus
from portal.programmes.processes import definition
from portal.programmes.statuses import Others

from .tasks import BEFORE_EVERYONE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from portal.cases.models import Participant

    from .task import Task

FEW = {
    1: gettext_lazy("One thing is waiting for you."),
    2: gettext_lazy("Two things are waiting for you."),
    3: gettext_lazy("Three things are waiting for you."),
    4: gettext_lazy("Four things are waiting for you."),
}
# Reached only by the last yes, and left again for the invitations when somebody has to be asked afresh.
EVERYONE_IN = frozenset({CaseStatus.ARRANGING, CaseStatus.BOOKED})


def lede_of(person: Participant, tasks: Sequence[Task]) -> str:
    waiting = sum(task.is_waiting for task in tasks)
    if not waiting:
        return f"{_('Nothing is waiting for you now.')} {_news(person)}"
    if waiting in FEW:
        return str(FEW[waiting])
    words = ngettext("%(count)d thing is waiting for you.", "%(count)d things are waiting for you.", waiting)
    return words % {"count": waiting}


def _news(person: Participant) -> str:
    """By the way they chose. Whoever gave none is told where to look, and promised nothing."""
    if person.safe_email:
        return _("We write to you when there is news.")
    if person.is_told_by_staff and person.contact.get("phone"):
        return _("We phone you when there is news.")
    return _("News stands on this page: come back with your code to look.")


def shared_of(person: Participant) -> str:
    """What others see of the answers here. It follows the step of the case alone, never what one of them said (P7)."""
    case = person.case
    if definition(case.process).others == Others.NEVER:
        return _("Nobody else sees your answers.")
    if case.status in BEFORE_EVERYONE:
        return _("The others do not see your answers; if everyone says yes, we tell you all.")
    if case.status in EVERYONE_IN:
        return _("Everyone has said yes and takes part. What else you answer here, the others do not see.")
    return _("The others do not see your answers.")
