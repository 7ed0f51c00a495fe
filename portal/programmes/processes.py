"""The four processes as data. Code asks the definition, never "is this mediation?"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .statuses import FollowUp, Others, Outreach, Process

REQUESTER_OR_STAFF = frozenset({Outreach.REQUESTER, Outreach.STAFF})
STAFF_ONLY = frozenset({Outreach.STAFF})

# What must hold wherever somebody trained conducts a session.
WITH_A_NEUTRAL = frozenset(
    {"pair_ready", "pair_agreed", "everyone_signed", "somebody_came_back", "screened_again", "screened_for_session"}
)
# What must hold wherever several people in a conflict meet.
JOINT_GATES = frozenset(
    {
        "requester_goes_on",
        "others_asked",
        "somebody_to_ask",
        "everyone_willing",
        "companions_agreed",
        "everyone_wants_another",
        *WITH_A_NEUTRAL,
    }
)
# What a programme's switches add, whatever the process: `Programme.gates`.
NOTICE_GATES = frozenset({"rights_acknowledged", "notice_delivered"})
ALLEGATION_GATES = frozenset({"allegations_routed"})
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
    # The role in which the person who asked takes part.
    requester_role: str
    others: str
    outreach: frozenset[str]
    # Gates of the workflow table that hold for this process; a gate not named here is not asked.
    gates: frozenset[str]
    default_minutes: int
    outcomes: tuple[str, ...]
    # What everyone signs before the first session, and what else belongs to a session on paper.
    agreement: str
    documents: tuple[str, ...]
    follow_up: str
    # Where each role signs words of its own: the document by the kind of signer. Neutrals sign `agreement`.
    variants: Mapping[str, str] = field(default_factory=dict)
    # Neutrals beside the pair, each with a circle of their own: as trained, and asked about ties as well.
    extra_neutrals: int = 0
    # Nobody else is asked before everyone in these roles has answered, unless staff decide on another order.
    asked_first: frozenset[str] = frozenset()
    # In each of these everyone present gets a turn before the session can be ended.
    rounds: tuple[str, ...] = ()
    # Outcomes after which something signed belongs to the record, where the programme keeps final agreements (C6).
    signed_outcomes: frozenset[str] = frozenset()

    @property
    def asks_requester_first(self) -> bool:
        """Nobody else hears anything before the requester says that we may go on (M19)."""
        return "requester_goes_on" in self.gates

    @property
    def starts_with_one_yes(self) -> bool:
        """Once those who are named take part, a time is looked for: there need not be others."""
        return self.others != Others.ALWAYS

    @property
    def has_typed_roles(self) -> bool:
        """Whoever is added gets one of several roles; where there is only one, nobody is asked which."""
        return len(self.roles) > 1 and bool(self.variants)

    @property
    def is_for_staff_to_ask(self) -> bool:
        """Only the office reaches out to anybody (M47)."""
        return self.outreach == STAFF_ONLY

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
        requester_role="COACHEE",
        others=Others.NEVER,
        outreach=frozenset(),
        # As many sessions as the coachee wants (M4); nobody but the coachee has to want one.
        gates=frozenset(
            {"others_may_be_asked", "everyone_willing", "companions_agreed", "everyone_wants_another", *WITH_A_NEUTRAL}
        ),
        default_minutes=60,
        outcomes=("HELD", "NOT_HELD", "STOPPED_FOR_SAFETY"),
        agreement="COACHING_UNDERSTANDING",
        documents=("SIGN_IN_SHEET", "REFLECTION_SHEET"),
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
        requester_role="GROUP_SPONSOR",
        others=Others.IF_NAMED,
        outreach=REQUESTER_OR_STAFF,
        gates=frozenset(
            {
                "somebody_to_ask",
                "everyone_willing",
                "companions_agreed",
                "objectives_written",
                "everyone_wants_another",
                *WITH_A_NEUTRAL,
            }
        ),
        default_minutes=120,
        outcomes=("HELD", "NOT_HELD", "STOPPED_FOR_SAFETY"),
        agreement="FACILITATION_AGREEMENT",
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
        requester_role="PARTY",
        others=Others.ALWAYS,
        outreach=REQUESTER_OR_STAFF,
        gates=JOINT_GATES,
        default_minutes=120,
        outcomes=TALK_OUTCOMES,
        signed_outcomes=frozenset({"WRITTEN", "PARTIAL"}),
        agreement="AGREEMENT_TO_PARTICIPATE",
        documents=("SIGN_IN_SHEET", "BLANK_POINTS_SHEET"),
        follow_up=FollowUp.NONE,
    ),
    ProcessDefinition(
        code=Process.RESTORATIVE_JUSTICE,
        label=Process.RESTORATIVE_JUSTICE.label,
        # Not one of them is always there: a community may be what was harmed, or nobody known to have done it (C12).
        # What must be there together is the gate "roles_filled".
        roles=(RoleCount("HARMED", 0), RoleCount("CAUSED_HARM", 0), RoleCount("COMMUNITY_REPRESENTATIVE", 0)),
        neutrals_min=2,
        neutrals_max=2,
        extra_neutrals=60,
        neutral_word=_("facilitator"),
        neutrals_word=_("facilitators"),
        skill="RJ",
        requester_role="HARMED",
        others=Others.ALWAYS,
        outreach=STAFF_ONLY,
        gates=(JOINT_GATES - {"requester_goes_on"})
        | {
            "roles_filled",
            "everyone_prepared",
            "way_agreed",
            "ready_to_make_right",
            "headcount_agreed",
            "everyone_had_a_turn",
            "circle_concluded",
        },
        default_minutes=120,
        # A circle that was held ends with a plan, or with the words that there is none (M54).
        outcomes=("PLAN", "NO_PLAN", "NOT_HELD", "STOPPED_FOR_SAFETY"),
        signed_outcomes=frozenset({"PLAN"}),
        asked_first=frozenset({"HARMED"}),
        rounds=("HAPPENED", "REPAIR"),
        agreement="RJ_PARTICIPATION",
        variants={
            "CAUSED_HARM": "RJ_CAUSED_HARM",
            "HARMED": "RJ_HARMED",
            "MUTUAL": "RJ_MUTUAL",
            "COMMUNITY_REPRESENTATIVE": "RJ_COMMUNITY",
            "COMPANION": "RJ_SUPPORTER",
            "SURROGATE": "RJ_SURROGATE",
        },
        documents=("SIGN_IN_SHEET",),
        follow_up=FollowUp.UNTIL_KEPT,
    ),
)

PROCESSES = {one.code: one for one in _DEFINITIONS}


def definition(code: str) -> ProcessDefinition:
    """The definition of a process code; KeyError for a code that never existed."""
    return PROCESSES[code]


@cache
def as_switched(code: str, *, staff_reach_out: bool, one_neutral_is_enough: bool) -> ProcessDefinition:
    """The definition as it holds where these switches are set; ask `Programme.rules_of`."""
    found = definition(code)
    outreach = found.outreach & STAFF_ONLY if staff_reach_out else found.outreach
    return replace(found, outreach=outreach, neutrals_min=1 if one_neutral_is_enough else found.neutrals_min)
