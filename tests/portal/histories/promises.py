"""What must be true wherever a history has led, asked after every step."""

from hypothesis.stateful import invariant, precondition

from portal.agreements.models import Signature
from portal.audit.models import AuditLink
from portal.cases.models import Case, Consent, ContactAttempt, Matter, Telling
from portal.cases.statuses import AssignmentEnd, CaseStatus, ConsentKind, TieAnswer, Willing
from portal.cases.transitions import missing
from portal.plans.gates import is_settled_without_meeting
from portal.programmes.statuses import Others
from portal.records.models import Receipt
from portal.scheduling.models import Reservation
from portal.scheduling.statuses import BookingStatus
from portal.sessions.statuses import SessionStatus
from portal.vault.keystore.models import DataKey, Token
from portal.vault.models import sealed_models
from portal.withdrawals.policies import can_withdraw

S = CaseStatus
# Everything from here on shares something with the others or with those who conduct it.
SHARED = {S.ARRANGING, S.BOOKED, S.IN_SESSION, S.HELD}


class Promises:
    """For a history: its `way`, `team`, `tied`, `is_gone` and `seen`."""

    def is_here(self):
        return self.way is not None and not self.is_gone

    @precondition(lambda self: self.way is not None)
    @invariant()
    def the_state_is_noted(self):
        case = self.way.now()
        self.seen.add("GONE" if case is None else str(case.status))

    @precondition(is_here)
    @invariant()
    def nothing_is_shared_without_everybodys_live_consent(self):
        case, parties = self.way.now(), [one for one in self.way.parties() if not one.has_left]
        process = case.rules
        if ContactAttempt.objects.filter(participant__case=case).exists() and process.asks_requester_first:
            assert newest(self.way.people()[0], ConsentKind.GO_ON)
        if case.status not in SHARED:
            return
        for person in parties:
            assert person.willing == Willing.YES
            assert newest(person, ConsentKind.TAKE_PART)
            assert person.rights_read_at is not None
        # After a session somebody's leaving ends follow-up only (P9), and so it does once all have signed without one.
        is_over = case.status == S.HELD or is_settled_without_meeting(case)
        assert len(parties) >= process.parties_min or is_over
        # Whatever is over for want of people goes nowhere again.
        assert len(parties) >= process.parties_min or case.status == S.HELD or missing(case, "book")

    @precondition(is_here)
    @invariant()
    def where_nobody_else_is_asked_nobody_else_is_there(self):
        if self.way.now().rules.others == Others.NEVER:
            assert all(one.is_requester for one in self.way.people())

    @precondition(is_here)
    @invariant()
    def whoever_has_left_is_asked_and_told_nothing(self):
        for person in self.way.people():
            if person.has_left:
                assert not Telling.objects.open().filter(participant=person).exists()
            elif self.way.now().is_open:
                assert can_withdraw(person.entry or self.team.coordinator, person)

    @precondition(is_here)
    @invariant()
    def whoever_has_a_tie_does_not_learn_that_it_exists(self):
        for person in self.team.everybody():
            if person.pk in self.tied:
                assert not Case.objects.visible_to(person).filter(pk=self.way.case.pk).exists()
                assert not Matter.objects.visible_to(person).filter(pk=self.way.key).exists()
        conducting = self.way.case.assignments.accepted()
        assert not conducting.filter(tie=TieAnswer.YES).exists()

    @precondition(is_here)
    @invariant()
    def a_session_runs_only_with_as_many_neutrals_as_the_process_asks_for_and_every_signature(self):
        case = self.way.now()
        if case.status != S.IN_SESSION:
            return
        assert case.rules.accepts_neutrals(case.assignments.accepted().count())
        assert case.sessions.filter(status=SessionStatus.RUNNING).count() == 1
        signed = Signature.objects.filter(agreement__case=case, agreement__replaced_at=None)
        people = {one.pk for one in self.way.people() if one.is_active}
        assert people <= set(signed.values_list("participant", flat=True))

    @precondition(is_here)
    @invariant()
    def an_ended_case_has_an_ending_and_nothing_under_way(self):
        case = self.way.now()
        assert (case.status == S.ENDED) == bool(case.ending) == (case.ended_at is not None)
        if case.status == S.ENDED:
            assert not case.bookings.filter(status=BookingStatus.BOOKED).exists()
            assert not Reservation.objects.filter(booking__case=case, booking__status=BookingStatus.BOOKED).exists()
            assert not case.sessions.filter(status=SessionStatus.RUNNING).exists()
            running = case.assignments.current()
            assert not running.exists() or case.ended_from in (S.OPENED, S.INVITING) or AssignmentEnd.CASE_ENDED

    @precondition(is_here)
    @invariant()
    def a_session_ends_only_as_the_process_knows(self):
        case = self.way.now()
        outcomes = set(case.sessions.exclude(outcome="").values_list("outcome", flat=True))
        # What was held before it turned to coaching was another process's.
        assert outcomes <= set(self.team.definition.outcomes) | set(case.rules.outcomes)

    @precondition(lambda self: self.way is not None)
    @invariant()
    def what_is_destroyed_leaves_no_row_no_key_and_no_token_and_what_is_not_is_whole(self):
        kinds = [model for model in sealed_models() if model is not AuditLink]
        key = self.way.key
        if self.is_gone:
            assert not [model for model in kinds if model._base_manager.filter(vault_key=key).exists()]
            assert not Matter.objects.filter(pk=key).exists()
            assert Receipt.objects.count() == 1
        assert DataKey.objects.filter(pk=key).exists() != self.is_gone
        if self.is_gone:
            assert not Token.objects.filter(key_id=key).exists()


def newest(person, kind):
    row = Consent.objects.filter(participant=person, kind=kind).order_by("given_at").last()
    return bool(row and row.yes)
