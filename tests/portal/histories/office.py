"""The people of one case in one process of one programme, and each thing that one of them may try."""

import contextlib
from dataclasses import replace
from itertools import count

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from portal.agreements.actions import sign, sign_as_neutral
from portal.agreements.gates import in_force
from portal.agreements.statuses import SigningMethod
from portal.cases import actions
from portal.cases.models import Case, Matter, Participant
from portal.cases.queries import notices_to_read
from portal.cases.statuses import CaseStatus, Channel, GroupReason, Route, TieAnswer, TieSource, Willing
from portal.handbook.seeding import seed_texts
from portal.passes.actions import EntryRefused, accept
from portal.records import actions as records
from portal.records import destruction
from portal.records.statuses import HoldKind
from portal.scheduling import actions as scheduling
from portal.screening.actions import Finding, look_before_session, screen_again
from portal.screening.seeding import seed_rubric
from portal.sessions import actions as sessions
from portal.sessions.statuses import Outcome
from portal.withdrawals import actions as withdrawals
from tests.factories import make_case, make_neutral, make_office, make_participant, make_staff, verified
from tests.factories.closing import confirm_all_outside
from tests.factories.scheduling import local_time

REFUSALS = (actions.TransitionRefused, actions.MatterGone, PermissionDenied, EntryRefused)
_days = count(2)


class Team:
    """Who works here: made once, for every history."""

    def __init__(self, process, programme):
        make_office()
        seed_texts(programme)
        seed_rubric(programme)
        self.process, self.programme = process, programme
        self.definition = programme.rules_of(process)
        self.coordinator = verified(make_staff("COORDINATOR", programme))
        self.director = verified(make_staff("DIRECTOR", programme))
        self.colleague = verified(make_staff("COORDINATOR", programme))
        self.elsewhere = verified(make_staff("AUDITOR", programme))
        self.neutrals = [verified(make_neutral(self.definition.skill)) for _ in range(self.definition.neutrals_min + 1)]

    def everybody(self):
        return [self.coordinator, self.director, self.colleague, self.elsewhere, *self.neutrals]


class Way:
    """One case, and what may be tried with it. Each try says whether it was done; a refused one has changed nothing."""

    def __init__(self, team):
        self.team = team
        self.case = make_case(
            CaseStatus.OPENED,
            names=(),
            process=team.process,
            programme=team.programme,
            coordinator=team.coordinator,
        )
        self.key = self.case.vault_key
        role = team.definition.requester_role
        make_participant(
            self.case, name="Alex", role=role, is_requester=True, willing=Willing.ASKED, asked_at=timezone.now()
        )

    def tried(self, action, **arguments):
        """Whether it was done; what is refused leaves the case as it was."""
        before = self.place()
        try:
            with transaction.atomic():
                action(**arguments)
        except REFUSALS:
            assert self.place() == before
            return False
        return True

    def place(self):
        facts = ("status", "ending", "process", "paused_at", "answer_by")
        return Case.objects.filter(pk=self.case.pk).values(*facts).first()

    def now(self):
        """The case as it is, freshly read; None once it was destroyed."""
        rows = Case.objects.select_related("programme", "matter")
        return rows.filter(pk=self.case.pk, matter__isnull=False).first()

    def people(self):
        rows = Participant.objects.select_related("case__programme", "case__matter", "entry")
        return list(rows.filter(case=self.case.pk).order_by("number"))

    def parties(self):
        return [person for person in self.people() if person.is_party]

    def person(self, number):
        people = self.people()
        return people[number % len(people)] if people else None

    # What people say for themselves, or have staff write down for them.
    def says(self, person, action, *, by_self, **arguments):
        if by_self and person.entry is None:
            return False
        hand = (person.entry, Channel.SELF) if by_self else (self.team.coordinator, Channel.PHONE)
        return self.tried(action, participant_id=person.pk, by=hand[0], channel=hand[1], **arguments)

    def reads(self, person, *, by_self=False):
        return self.says(person, actions.read_rights, by_self=by_self, notices=notices_to_read(person))

    def gets_ready(self, person):
        """Whatever a programme asks of somebody before they may say yes."""
        self.reads(person)

    def takes_part(self, person, *, yes=True, by_self=False):
        return self.says(person, actions.answer_taking_part, by_self=by_self, yes=yes)

    def withdraws(self, person, *, by_self):
        return self.says(person, withdrawals.withdraw, by_self=by_self)

    # What the office does.
    def adds(self):
        return self.tried(
            actions.add_person,
            case_id=self.case.pk,
            route=Route.STAFF_MAIL,
            name=f"Sam {len(self.people())}",
            contact={"email": f"sam{len(self.people())}@example.net", "way": "EMAIL"},
            permitted=True,
            channel=Channel.PHONE,
            by=self.team.coordinator,
        )

    def joins(self, person):
        def use():
            _person, code = actions.print_invitation(participant_id=person.pk, by=self.team.coordinator)
            accept(code=code, network="198.51.100.7")

        return self.tried(use)

    def presses(self, step, by):
        return self.tried(actions.move_case, case_id=self.case.pk, step=step, actor=by)

    def everyone_is_asked(self):
        self.says(self.people()[0], actions.say_go_on, by_self=True, yes=True)
        while len(self.parties()) < self.team.definition.parties_min and self.adds():
            pass
        self.presses("invite", self.team.coordinator)
        for person in self.parties():
            self.joins(person)

    def everyone_takes_part(self):
        """The whole way to looking for a time, as far as it is open."""
        self.everyone_is_asked()
        for person in self.parties():
            self.gets_ready(person)
            self.takes_part(person)

    def asks_neutrals(self, *, tie=False):
        asked = self.case.assignments.current().count()
        free = [one for one in self.team.neutrals if not self.case.assignments.filter(neutral=one).exists()]
        wanted = max(1, self.team.definition.neutrals_min - asked)
        self.tried(scheduling.ask_neutrals, case_id=self.case.pk, neutrals=free[:wanted], by=self.team.coordinator)
        for place, row in enumerate(self.case.assignments.current().filter(accepted_at=None).select_related("neutral")):
            answer = TieAnswer.YES if tie and not place else TieAnswer.NO
            neutral = next(one for one in self.team.neutrals if one.pk == row.neutral_id)
            self.tried(scheduling.answer_tie, assignment_id=row.pk, answer=answer, channel=Channel.SELF, by=neutral)

    def writes_objectives(self):
        return self.tried(
            actions.change_brief,
            case_id=self.case.pk,
            group="The lab",
            objectives="A plan",
            success_signs="",
            reason=GroupReason.BOTH,
            headcount=12,
            by=self.team.coordinator,
        )

    def books(self):
        self.writes_objectives()
        starts_at = local_time(days=next(_days) % 200 + 1, hour=9)
        place = {"starts_at": starts_at, "place": "By video"}
        return self.tried(scheduling.book_session, case_id=self.case.pk, by=self.team.coordinator, **place)

    def screens_again(self):
        finding = Finding("SUITABLE", "Still fits", self.team.process, gone_through=True)
        scored = replace(finding, **scores_for(self.team))
        return self.tried(screen_again, case_id=self.case.pk, finding=scored, by=self.team.coordinator)

    def gathers(self, *, leave_out=None):
        """Everybody in the room, the look is taken, all but one have signed. Returns the session, if there is one."""
        with contextlib.suppress(*REFUSALS), transaction.atomic():
            session = sessions.prepare_session(case_id=self.case.pk, by=self.team.coordinator)
            everyone = set(self.case.participants.values_list("pk", flat=True))
            everyone |= set(self.case.assignments.accepted().values_list("neutral", flat=True))
            sessions.open_signing(session_id=session.pk, present=everyone, by=self.team.coordinator)
            look_before_session(case_id=self.case.pk, is_fine=True, by=self.team.coordinator)
            self._sign(leave_out)
            return session
        return None

    def _sign(self, leave_out):
        case = Case.objects.get(pk=self.case.pk)
        common = {"agreed_to_electronic": True, "method": SigningMethod.OWN_PAGE}
        for person in self.people():
            if person != leave_out and person.is_active:
                by = person.entry or self.team.coordinator
                common["method"] = SigningMethod.OWN_PAGE if person.entry else SigningMethod.PAPER
                own = in_force(case, person).pk
                sign(agreement_id=own, participant_id=person.pk, typed_name=person.display_name, by=by, **common)
        common["method"] = SigningMethod.OWN_PAGE
        for row in self.case.assignments.accepted():
            neutral = next(one for one in self.team.neutrals if one.pk == row.neutral_id)
            name, shared = neutral.get_full_name(), in_force(case).pk
            sign_as_neutral(agreement_id=shared, neutral=neutral, typed_name=name, by=neutral, **common)

    def begins(self, session, by=None):
        return self.tried(sessions.begin_session, session_id=session.pk, by=by or self.team.coordinator)

    def starts(self):
        session = self.gathers()
        return session is not None and self.begins(session)

    def ends_well(self):
        return self.session_ends(Outcome(self.team.definition.outcomes[0]))

    def session_ends(self, outcome):
        session = self.case.sessions.order_by("-number").first()
        if session is None:
            return False
        by = self.team.coordinator
        return self.tried(sessions.end_session, session_id=session.pk, outcome=outcome, minutes=60, by=by)

    def holds(self):
        arguments = {"kind": HoldKind.AUDIT, "reason": "Asked", "by": self.team.director}
        return self.tried(records.place_hold, matter_id=self.key, **arguments)

    def lifts(self):
        for hold in Matter.objects.get(pk=self.key).hold_rows.filter(released_at=None):
            self.tried(records.release_hold, hold_id=hold.pk, by=self.team.director)

    def walls_off(self, person):
        matter = Matter.objects.get(pk=self.key)
        actions.write_tie(matter=matter, person=person, source=TieSource.DECLARED, actor=None)

    def finishes(self):
        self.tried(records.finish_case, case_id=self.case.pk, by=self.team.coordinator)
        with contextlib.suppress(*REFUSALS), transaction.atomic():
            confirm_all_outside(Matter.objects.get(pk=self.key), self.team.coordinator)

    def closes(self):
        """Finish, account for what lies outside, close, destroy. Whether it is gone."""
        self.finishes()
        runs = []
        if self.tried(lambda: runs.append(records.close(matter_id=self.key, by=self.team.coordinator))):
            destruction.finish(runs[0].pk)
            return True
        return False


def scores_for(team):
    """Where criteria are weighed, everybody is content with everything."""
    if not team.programme.weighted_criteria:
        return {}
    from tests.factories.screening import PEOPLE, make_scores

    return {"people": PEOPLE, "scores": make_scores(team.programme)}
