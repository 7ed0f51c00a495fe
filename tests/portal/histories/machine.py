"""Random histories of one case, legal and illegal, and what must be true wherever they lead."""

from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from portal.cases import actions, transitions
from portal.cases.models import Case
from portal.cases.statuses import OPEN_STATUSES, CaseStatus, StopReason, TieAnswer
from portal.programmes.statuses import Others
from portal.scheduling import actions as scheduling
from portal.sessions import actions as sessions
from portal.sessions.statuses import Outcome
from portal.withdrawals import actions as withdrawals

from .circles import way_of
from .promises import Promises

S = CaseStatus
NUMBERS, YES_OR_NO = st.integers(0, 3), st.booleans()
WAY_IN = ("everyone_takes_part", "asks_neutrals", "books", "starts", "ends_well")
STEPS = st.sampled_from(sorted(transitions.BY_STEP))


is_here = Promises.is_here


class History(Promises, RuleBasedStateMachine):
    """What hangs on no process: each is walked with the same rules. `teams`, one a programme, is set by the test."""

    teams = ()
    way_in, way_of = WAY_IN, staticmethod(way_of)
    # The states that any history of a test has seen.
    seen = None

    def __init__(self):
        super().__init__()
        self.undo = [transaction.atomic(using=alias) for alias in ("default", "keys")]
        for one in self.undo:
            one.__enter__()
        self.way, self.tied, self.held, self.is_gone = None, set(), False, False

    def teardown(self):
        for alias, one in zip(("keys", "default"), reversed(self.undo), strict=True):
            transaction.set_rollback(True, using=alias)
            one.__exit__(None, None, None)

    @initialize(programme=st.integers(0, 5), depth=st.integers(0, len(WAY_IN)))
    def it_has_come_some_of_the_way(self, programme, depth):
        """Most that can go wrong lies far down the way, where random steps alone hardly come."""
        self.comes(programme, depth)

    def comes(self, programme, depth):
        self.team = self.teams[programme % len(self.teams)]
        self.way = self.way_of(self.team)
        for step in self.way_in[:depth]:
            getattr(self.way, step)()

    # People.
    @precondition(is_here)
    @rule(number=NUMBERS, yes=YES_OR_NO, by_self=YES_OR_NO)
    def somebody_answers(self, number, yes, by_self):
        self.way.takes_part(self.way.person(number), yes=yes, by_self=by_self)

    @precondition(is_here)
    @rule(number=NUMBERS, by_self=YES_OR_NO)
    def somebody_reads(self, number, by_self):
        self.way.reads(self.way.person(number), by_self=by_self)

    @precondition(is_here)
    @rule(yes=st.sampled_from([True, True, False]), number=NUMBERS)
    def somebody_says_whether_to_go_on(self, yes, number):
        self.way.says(self.way.person(number), actions.say_go_on, by_self=True, yes=yes)

    @precondition(is_here)
    @rule(number=NUMBERS, by_self=YES_OR_NO)
    def somebody_withdraws(self, number, by_self):
        person, case = self.way.person(number), self.way.now()
        may = case.status in OPEN_STATUSES and (person.entry is not None or not by_self)
        done = self.way.withdraws(person, by_self=by_self)
        assert done or not may, "whoever is in an open case can leave it at any point"

    @precondition(is_here)
    @rule(number=NUMBERS, yes=YES_OR_NO)
    def somebody_wants_a_further_session(self, number, yes):
        self.way.says(self.way.person(number), sessions.answer_further, by_self=False, yes=yes)

    @precondition(is_here)
    @rule(number=NUMBERS)
    def somebody_uses_an_invitation(self, number):
        self.way.joins(self.way.person(number))

    @precondition(is_here)
    @rule(number=NUMBERS)
    def somebody_asks_for_another_neutral(self, number):
        row = self.way.case.assignments.accepted().first()
        if row is not None:
            person = self.way.person(number)
            self.way.says(person, scheduling.object_to_neutral, by_self=False, assignment_id=row.pk)

    # The office.
    @precondition(is_here)
    @rule()
    def a_person_is_added(self):
        added = self.way.adds()
        assert not added or self.way.now().rules.others != Others.NEVER

    @precondition(is_here)
    @rule(step=STEPS, who=st.integers(0, 6))
    def anybody_presses_any_step(self, step, who):
        everybody = self.team.everybody()
        person = everybody[who % len(everybody)]
        may = transitions.BY_STEP[step].decides(person, Case.objects.select_related("matter").get(pk=self.way.case.pk))
        open_to = self.way.now().status in transitions.BY_STEP[step].sources
        missing = transitions.missing(self.way.now(), step)
        done = self.way.presses(step, person)
        is_button = transitions.BY_STEP[step].by_button
        assert not done or (is_button and may and open_to and not missing)

    @precondition(is_here)
    @rule()
    def everyone_takes_part(self):
        self.way.everyone_takes_part()

    @precondition(is_here)
    @rule(tie=st.sampled_from([False, False, True]))
    def neutrals_are_asked(self, tie):
        self.way.asks_neutrals(tie=tie)
        tied = self.way.case.assignments.filter(tie=TieAnswer.YES)
        self.tied |= set(tied.values_list("neutral", flat=True))

    @precondition(is_here)
    @rule()
    def a_time_is_booked(self):
        self.way.screens_again()
        self.way.books()

    @precondition(is_here)
    @rule(number=NUMBERS)
    def it_cannot_start_while_one_has_not_signed(self, number):
        person = self.way.person(number)
        session = self.way.gathers(leave_out=person) if person.is_active else None
        if session is not None:
            assert not self.way.begins(session)

    @precondition(is_here)
    @rule()
    def a_session_is_held(self):
        for person in self.way.parties():
            self.way.says(person, scheduling.agree_to_pair, by_self=False)
        session = self.way.gathers()
        if session is not None:
            self.way.begins(session)

    @precondition(is_here)
    @rule(outcome=st.sampled_from(sorted(Outcome)))
    def a_session_ends(self, outcome):
        self.way.session_ends(outcome)

    @precondition(is_here)
    @rule()
    def it_is_stopped_for_safety(self):
        session = self.way.case.sessions.order_by("-number").first()
        if session is not None:
            self.way.tried(sessions.stop_for_safety, session_id=session.pk, by=self.team.coordinator)

    @precondition(is_here)
    @rule(what=st.sampled_from(["pause", "resume", "resume", "stop"]))
    def the_office_halts(self, what):
        case, by = self.way.case.pk, self.team.coordinator
        if what == "resume":
            self.way.tried(withdrawals.resume_case, case_id=case, by=by)
        else:
            halt = withdrawals.pause_case if what == "pause" else withdrawals.stop_case
            self.way.tried(halt, case_id=case, reason=StopReason.OFFICE, by=by)

    @precondition(is_here)
    @rule()
    def time_passes(self):
        Case.objects.filter(pk=self.way.case.pk, status=S.INVITING).update(answer_by="2020-01-01")
        actions.end_unanswered()

    @precondition(is_here)
    @rule()
    def it_turns_to_coaching(self):
        self.way.tried(actions.turn_to_coaching, case_id=self.way.case.pk, by=self.team.coordinator)

    @precondition(is_here)
    @rule(place=st.integers(0, 3))
    def a_tie_comes_to_light(self, place):
        person = [self.team.colleague, *self.team.neutrals][place % (1 + len(self.team.neutrals))]
        self.way.walls_off(person)
        self.tied.add(person.pk)

    @precondition(is_here)
    @rule(on=YES_OR_NO)
    def a_hold_is_placed_or_lifted(self, on):
        if on:
            self.held = self.way.holds() or self.held
        else:
            self.way.lifts()
            self.held = False

    @precondition(is_here)
    @rule()
    def it_is_closed(self):
        is_open = self.way.now().status not in (S.HELD, S.ENDED)
        self.is_gone = self.way.closes()
        assert not (self.is_gone and self.held), "a hold beats everything"
        assert not (self.is_gone and is_open and self.way.now()), "nothing is destroyed half"

    @precondition(lambda self: self.is_gone)
    @rule(step=STEPS)
    def nothing_happens_to_what_is_gone(self, step):
        assert not self.way.presses(step, self.team.coordinator)
        assert not self.way.adds()
