"""What a case waits for and the one thing to do next, read from the workflow table and its gates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.cases import transitions
from portal.cases.policies import can_coordinate
from portal.cases.statuses import CaseStatus as S
from portal.cases.transitions import Missing
from portal.plans.gates import is_settled_without_meeting, plan_settled, resolution_under_way, terms_running
from portal.plans.policies import follows_up
from portal.programmes.processes import definition
from portal.programmes.statuses import Others
from portal.records.gates import missing_to_close

if TYPE_CHECKING:
    from portal.cases.models import Case

# The step that a case at this status is on its way to.
NEXT_STEP = {S.OPENED: "invite", S.INVITING: "arrange", S.ARRANGING: "book", S.BOOKED: "begin", S.HELD: "again"}


@dataclass(frozen=True)
class Todo:
    """A link to the screen where the next thing is done."""

    text: str | Promise
    url: str


def waiting_for(case: Case) -> list[Missing]:
    """In words: what is missing before the case can go on."""
    if case.is_paused:
        return [Missing(_("The case is paused by the office"))]
    if case.status == S.ENDED:
        return missing_to_close(case.matter)
    if case.status == S.BOOKED:
        # Who has to sign is told in the room; what the office still has to do is told here.
        return transitions.gate("screened_for_session")(case)
    if case.status == S.HELD:
        return plan_settled(case) + resolution_under_way(case) + terms_running(case)
    if is_settled_without_meeting(case):
        return terms_running(case)
    if case.status == S.IN_SESSION:
        return []
    return transitions.missing(case, _next_step(case))


def _next_step(case: Case) -> str:
    """Where nobody else has to be asked, what comes after opening is looking for a time."""
    if case.status == S.OPENED and definition(case.process).starts_with_one_yes:
        return "arrange"
    return NEXT_STEP[case.status]


def things_to_do(case: Case) -> list[Todo]:
    """Where to go now; the first one is the primary action."""
    screens = (*_to_screen(case), *_to_plan(case), *_screens_of(case))
    return [todo for text, name in screens if (todo := _todo(case, text, name))]


def _to_plan(case: Case) -> list[tuple[str | Promise, str]]:
    """Where promises are followed, the plan comes before the end of the case."""
    if case.status != S.HELD or not follows_up(case):
        return []
    return [(gettext_lazy("The plan"), "portal:plans:plan")]


def _screens_of(case: Case) -> tuple[tuple[str | Promise, str], ...]:
    """Those of the step at which the case stands; nobody is added where nobody else is asked."""
    screens = _SCREENS.get(case.status, ())
    if is_settled_without_meeting(case):
        screens = (_SCREENS[S.HELD][0], *screens)
    if definition(case.process).has_typed_roles and case.status in _PREPARING:
        screens = (*screens, (gettext_lazy("Prepare the circle"), "portal:circles:circle"))
    if definition(case.process).others == Others.NEVER:
        return tuple(row for row in screens if row[1] != "portal:cases:add_person")
    return screens


def _to_screen(case: Case) -> list[tuple[str | Promise, str]]:
    """What came up goes before everything else."""
    if not case.is_open:
        return []
    if case.waits_again:  # type: ignore[attr-defined]
        return [(gettext_lazy("Screen again"), "portal:screening:screen_again")]
    if case.waits_for_look:  # type: ignore[attr-defined]
        return [(gettext_lazy("The short look before the session"), "portal:screening:look")]
    return []


_SCREENS: dict[str, tuple[tuple[str | Promise, str], ...]] = {
    S.OPENED: ((gettext_lazy("Add a person"), "portal:cases:add_person"),),
    S.ARRANGING: (
        (gettext_lazy("Choose %(neutrals)s"), "portal:scheduling:pair"),
        (gettext_lazy("Find a time"), "portal:scheduling:times"),
    ),
    S.BOOKED: (
        (gettext_lazy("Move or cancel the booking"), "portal:scheduling:times"),
        (gettext_lazy("See or change the %(neutrals)s"), "portal:scheduling:pair"),
    ),
    S.HELD: (
        (gettext_lazy("Finish the case"), "portal:records:finish"),
        (gettext_lazy("Write down who wants a further session"), "portal:sessions:further_for"),
    ),
    S.ENDED: ((gettext_lazy("%(close)s"), "portal:records:close"),),
}


# The talks with each person begin with the invitations and end when a time is booked.
_PREPARING = frozenset({S.INVITING, S.ARRANGING})


def _todo(case: Case, text: str | Promise, name: str) -> Todo | None:
    close = _("Close and destroy") if case.programme.destroys_at_close else _("Close and keep")
    words = str(text) % {"neutrals": definition(case.process).neutrals_word, "close": close}
    try:
        return Todo(words, reverse(name, args=[case.reference]))
    except NoReverseMatch:
        return None


def steps_by_button(case: Case) -> list[transitions.Transition]:
    """Steps of the table that take one press once nothing is missing, for whoever coordinates a case they were shown.

    What shows a case has asked about ties already; the step itself asks once more.
    """
    if case.is_paused:
        return []
    return [
        step
        for step in transitions.next_steps(case)
        if step.by_button and step.decides is can_coordinate and not transitions.missing(case, step.step)
    ]
