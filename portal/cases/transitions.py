"""Where a case may go: one table for every process. Buttons, checks, words and the diagram are read from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal.programmes.processes import NOTICE_GATES, definition

from .policies import can_coordinate, can_end, can_run_session
from .statuses import OPEN_STATUSES
from .statuses import CaseStatus as S

if TYPE_CHECKING:
    from portal.accounts.models import User

    from .models import Case, Participant


@dataclass(frozen=True)
class Missing:
    """What a step still waits for, in words a person can act on: "Waiting for Sam to sign"."""

    words: str
    # The participant or user it waits for, when it is one person: screens link to them.
    person: object | None = None


Gate = Callable[["Case"], list[Missing]]


@dataclass(frozen=True)
class Transition:
    """One step of a case: from where, to where, whose decision, and what must be there first."""

    step: str
    label: str | Promise
    sources: frozenset[str]
    target: str
    decides: Callable[[User, Case], bool]
    gates: tuple[str, ...] = ()
    # Taken by the action that completes it (the last yes, a booking), never by a bare button.
    by_button: bool = False


TABLE: tuple[Transition, ...] = (
    Transition(
        "invite",
        _("Start inviting"),
        frozenset({S.OPENED}),
        S.INVITING,
        can_coordinate,
        gates=(
            "screened_again",
            "allegations_routed",
            "others_may_be_asked",
            "requester_goes_on",
            "somebody_to_ask",
            "roles_filled",
        ),
        by_button=True,
    ),
    Transition(
        "arrange",
        _("Everyone takes part"),
        frozenset({S.OPENED, S.INVITING}),
        S.ARRANGING,
        can_coordinate,
        ("others_asked", "everyone_willing"),
    ),
    Transition(
        "book",
        _("Book a session"),
        frozenset({S.ARRANGING}),
        S.BOOKED,
        can_coordinate,
        gates=(
            "screened_again",
            "allegations_routed",
            "rights_acknowledged",
            "notice_delivered",
            "everyone_willing",
            "roles_filled",
            "companions_agreed",
            "objectives_written",
            "everyone_prepared",
            "way_agreed",
            "pair_ready",
            "ready_to_make_right",
        ),
    ),
    Transition(
        "rearrange",
        _("Look for another time"),
        frozenset({S.BOOKED}),
        S.ARRANGING,
        can_coordinate,
    ),
    Transition(
        "begin",
        _("Start the session"),
        frozenset({S.BOOKED}),
        S.IN_SESSION,
        can_run_session,
        gates=(
            "screened_for_session",
            "allegations_routed",
            "rights_acknowledged",
            "notice_delivered",
            "everyone_willing",
            "companions_agreed",
            "everyone_prepared",
            "way_agreed",
            "pair_ready",
            "pair_agreed",
            "ready_to_make_right",
            "headcount_agreed",
            "everyone_signed",
        ),
    ),
    Transition(
        "finish",
        _("End the session"),
        frozenset({S.IN_SESSION}),
        S.HELD,
        can_run_session,
        gates=("everyone_had_a_turn", "circle_concluded"),
    ),
    Transition(
        "again",
        _("Plan a further session"),
        frozenset({S.HELD}),
        S.ARRANGING,
        can_coordinate,
        gates=("everyone_wants_another",),
    ),
    Transition(
        "reopen",
        _("Ask again: somebody came back"),
        frozenset({S.ENDED}),
        S.INVITING,
        can_coordinate,
        gates=("somebody_came_back",),
        by_button=True,
    ),
    Transition("end", _("End the case"), frozenset(OPEN_STATUSES), S.ENDED, can_end),
)

BY_STEP: Mapping[str, Transition] = {transition.step: transition for transition in TABLE}

# Sorted, so that people always read it in one order.
NOTICE_GATES_IN_ORDER = sorted(NOTICE_GATES, reverse=True)

# Filled once at start-up by portal.gates: the features above hand their gates down by name.
_GATES: dict[str, Gate] = {}


def install_gates(gates: Mapping[str, Gate]) -> None:
    _GATES.clear()
    _GATES.update(gates)


def gate(name: str) -> Gate:
    """The gate of that name; a KeyError here is a mistake in portal.gates."""
    return _GATES[name]


def missing(case: Case, step: str) -> list[Missing]:
    """Everything this step still waits for; an empty list when it can be taken.

    A gate that neither the process names in its definition nor the programme by its switches is not asked.
    """
    asked = definition(case.process).gates | case.programme.gates
    return [line for name in BY_STEP[step].gates if name in asked for line in gate(name)(case)]


def missing_before_consent(case: Case, person: Participant) -> list[Missing]:
    """What this person still has to get before they can say yes, in a programme that gives papers first (R12).

    What waits for somebody else is not their concern, and nothing of it is told to them.
    """
    names = [name for name in NOTICE_GATES_IN_ORDER if name in case.programme.gates]
    return [line for name in names for line in gate(name)(case) if line.person is None or line.person == person]


def next_steps(case: Case) -> list[Transition]:
    return [transition for transition in TABLE if case.status in transition.sources]
