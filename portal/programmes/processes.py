"""The four processes as data. Code asks the definition, never "is this mediation?"."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .statuses import FollowUp, Outreach, Process

REQUESTER_OR_STAFF = frozenset({Outreach.REQUESTER, Outreach.STAFF})
STAFF_ONLY = frozenset({Outreach.STAFF})

# What must hold wherever several people in a conflict meet.
JOINT_GATES = frozenset(
    {
        "requester_goes_on",
        "somebody_to_ask",
        "everyone_willing",
        "companions_agreed",
        "pair_ready",
        "pair_agreed",
        "everyone_signed",
        "everyone_wants_another",
        "somebody_came_back",
        "screened_again",
        "screened_for_session",
    }
)
TALK_OUTCOMES = ("WRITTEN", "VERBAL", "PARTIAL", "NONE", "PARTED", "NOT_HELD", "STOPPED_FOR_SAFETY")


@dataclass(frozen=True)
class RoleCount:
    """How many people of one role a process needs; `most` None means as many as there are."""

    role: str
    least: int
    most: int | None = None

    def fits(self, count: int) -> bool:
        return self.least <= count and (self.most is None or count <= self.most)


@dataclass(frozen=True)
class ProcessDefinition:
    """What distinguishes one process from another."""

    code: str
    label: str | Promise
    roles: tuple[RoleCount, ...]
    neutrals_min: int
    neutrals_max: int
    neutral_word: str | Promise
    neutrals_word: str | Promise
    skill: str
    outreach: frozenset[str]
    # Gates of the workflow table that hold for this process; a gate not named here is not asked.
    gates: frozenset[str]
    default_minutes: int
    outcomes: tuple[str, ...]
    documents: tuple[str, ...]
    follow_up: str

    @property
    def parties_min(self) -> int:
        """Fewer people than this cannot do it, whatever their roles."""
        return max(1, sum(count.least for count in self.roles))

    @property
    def people_most(self) -> int | None:
        """More people than this cannot be in it; None means as many as there are."""
        most = [count.most for count in self.roles]
        return None if None in most else sum(count for count in most if count is not None)

    def count_of(self, role: str) -> RoleCount | None:
        return next((count for count in self.roles if count.role == role), None)

    def accepts_neutrals(self, count: int) -> bool:
        return self.neutrals_min <= count <= self.neutrals_max


_DEFINITIONS = (
    ProcessDefinition(
        code=Process.COACHING,
        label=Process.COACHING.label,
        roles=(RoleCount("COACHEE", 1, 1),),
        neutrals_min=1,
        neutrals_max=1,
        neutral_word=_("coach"),
        neutrals_word=_("coaches"),
        skill="COACHING",
        outreach=frozenset(),
        gates=frozenset(
            {"pair_ready", "everyone_signed", "somebody_came_back", "screened_again", "screened_for_session"}
        ),
        default_minutes=60,
        outcomes=("HELD", "NOT_HELD", "STOPPED_FOR_SAFETY"),
        documents=("SESSION_PACK",),
        follow_up=FollowUp.NONE,
    ),
    ProcessDefinition(
        code=Process.FACILITATION,
        label=Process.FACILITATION.label,
        roles=(RoleCount("GROUP_SPONSOR", 1), RoleCount("PARTY", 0)),
        neutrals_min=1,
        neutrals_max=6,
        neutral_word=_("facilitator"),
        neutrals_word=_("facilitators"),
        skill="FACILITATION",
        outreach=REQUESTER_OR_STAFF,
        gates=frozenset(
            {
                "somebody_to_ask",
                "pair_ready",
                "everyone_wants_another",
                "somebody_came_back",
                "screened_again",
                "screened_for_session",
            }
        ),
        default_minutes=120,
        outcomes=("HELD", "NOT_HELD", "STOPPED_FOR_SAFETY"),
        documents=("SIGN_IN_SHEET", "BLANK_POINTS_SHEET"),
        follow_up=FollowUp.VOLUNTARY,
    ),
    ProcessDefinition(
        code=Process.MEDIATION,
        label=Process.MEDIATION.label,
        roles=(RoleCount("PARTY", 2),),
        neutrals_min=2,
        neutrals_max=2,
        neutral_word=_("mediator"),
        neutrals_word=_("mediators"),
        skill="MEDIATION",
        outreach=REQUESTER_OR_STAFF,
        gates=JOINT_GATES,
        default_minutes=120,
        outcomes=TALK_OUTCOMES,
        documents=("AGREEMENT_TO_PARTICIPATE", "SIGN_IN_SHEET", "BLANK_POINTS_SHEET"),
        follow_up=FollowUp.NONE,
    ),
    ProcessDefinition(
        code=Process.RESTORATIVE_JUSTICE,
        label=Process.RESTORATIVE_JUSTICE.label,
        roles=(RoleCount("CAUSED_HARM", 0), RoleCount("HARMED", 0), RoleCount("COMMUNITY_REPRESENTATIVE", 0)),
        neutrals_min=2,
        neutrals_max=6,
        neutral_word=_("facilitator"),
        neutrals_word=_("facilitators"),
        skill="RJ",
        outreach=STAFF_ONLY,
        gates=JOINT_GATES - {"requester_goes_on"},
        default_minutes=120,
        outcomes=("PLAN", *TALK_OUTCOMES),
        documents=("SIGN_IN_SHEET",),
        follow_up=FollowUp.UNTIL_KEPT,
    ),
)

PROCESSES = {one.code: one for one in _DEFINITIONS}


def definition(code: str) -> ProcessDefinition:
    """The definition of a process code; KeyError for a code that never existed."""
    return PROCESSES[code]
