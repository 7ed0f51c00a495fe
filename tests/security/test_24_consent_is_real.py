"""Promise 24: nothing is arranged, and nobody's case is opened to mediators' times, without everyone's live consent."""

import contextlib

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.cases import actions
from portal.cases.models import Case, Consent, ContactAttempt
from portal.cases.statuses import AttemptResult, CaseStatus, Channel, ConsentKind, Ending, Route, Willing
from portal.passes.actions import EntryRefused, accept
from portal.withdrawals.actions import withdraw
from tests.portal.cases.people import add_other, fresh, opened_case, read

pytestmark = pytest.mark.django_db

# Everything from here on shares something with the others or with mediators.
SHARED = {CaseStatus.ARRANGING, CaseStatus.BOOKED, CaseStatus.IN_SESSION, CaseStatus.HELD}
REFUSALS = (actions.TransitionRefused, actions.MatterGone, PermissionDenied, EntryRefused)


def party(case, number):
    return fresh(case.participants.get(number=number)) if case.participants.filter(number=number).exists() else None


def by_staff(action, **arguments):
    def step(case, number):
        person = party(case, number)
        if person is not None:
            action(participant_id=person.pk, by=case.coordinator, **arguments)

    return step


def by_self(action, **arguments):
    def step(case, number):
        person = party(case, number)
        if person is not None and person.entry is not None:
            action(participant_id=person.pk, by=person.entry, channel=Channel.SELF, **arguments)

    return step


def read_rights(case, number):
    person = party(case, number)
    if person is not None:
        read(person, by=case.coordinator)


def invite_and_join(case, number):
    person = party(case, number)
    if person is not None:
        _person, code = actions.print_invitation(participant_id=person.pk, by=case.coordinator)
        accept(code=code, network="198.51.100.7")


def move(step):
    def moved(case, _number):
        actions.move_case(case_id=case.pk, step=step, actor=case.coordinator)

    return moved


PHONE = {"channel": Channel.PHONE}
STEPS = {
    "go on": by_self(actions.say_go_on, yes=True),
    "not go on": by_staff(actions.say_go_on, yes=False, **PHONE),
    "add": lambda case, _number: add_other(case, route=Route.STAFF_MAIL),
    "invite": move("invite"),
    "write": by_staff(actions.write_invitation),
    "phone": by_staff(actions.log_attempt, result=AttemptResult.SPOKE),
    "join": invite_and_join,
    "read": read_rights,
    "yes": by_self(actions.answer_taking_part, yes=True),
    "yes by phone": by_staff(actions.answer_taking_part, yes=True, **PHONE),
    "no": by_self(actions.answer_taking_part, yes=False),
    "no by phone": by_staff(actions.answer_taking_part, yes=False, **PHONE),
    "withdraw": by_staff(withdraw, **PHONE),
    "set aside": lambda case, _number: actions.set_aside(case_id=case.pk, by=case.coordinator),
    "time passes": lambda case, _number: (
        Case.objects.filter(pk=case.pk, status=CaseStatus.INVITING).update(answer_by="2020-01-01")
        and actions.end_unanswered()
    ),
    "press arrange": move("arrange"),
    "press book": move("book"),
    "press reopen": move("reopen"),
    "press begin": move("begin"),
}
# The way that gets there. In between, anything else may happen, and any step of it may be left out.
WAY = [("go on", 1), ("add", 1), ("invite", 1), ("join", 2), ("read", 1), ("read", 2), ("yes", 1), ("yes", 2)]
ANYTHING = st.lists(st.tuples(st.sampled_from(sorted(STEPS)), st.integers(1, 3)), max_size=1)


@st.composite
def paths(draw):
    path = []
    for one in WAY:
        path += draw(ANYTHING) + [one] * draw(st.sampled_from([1, 1, 1, 1, 0]))
    return path + draw(ANYTHING) + draw(ANYTHING)


def check_consents(case):
    case.refresh_from_db(fields=["status", "ending", "ended_from"])
    people = [person for person in case.participants.parties() if not person.has_left]
    asked = ContactAttempt.objects.filter(participant__case=case)
    requester = case.participants.get(is_requester=True)
    if asked.exists():
        assert newest(requester, ConsentKind.GO_ON) is True
    if case.status in SHARED:
        assert len(people) >= 2
        assert newest(requester, ConsentKind.GO_ON) is True
        for person in people:
            assert person.willing == Willing.YES
            assert newest(person, ConsentKind.TAKE_PART) is True
            assert person.rights_read_at is not None
    if case.status == CaseStatus.ENDED:
        assert case.ending in set(Ending)


def newest(person, kind):
    row = Consent.objects.filter(participant=person, kind=kind).order_by("given_at").last()
    return row.yes if row else None


def walk(path):
    """Take the steps one after the other; a refused one changes nothing, which is checked after each."""
    case = opened_case()
    reached = set()
    for name, number in path:
        before = asked_after_a_no(case)
        with contextlib.suppress(*REFUSALS), transaction.atomic():
            STEPS[name](case, number)
        check_consents(case)
        assert asked_after_a_no(case) == before or name.startswith(("yes", "no", "time"))
        reached.add(case.status)
    return reached


def asked_after_a_no(case):
    """How often those who said no were tried: it never grows while the no stands."""
    return {person.pk: person.attempts.count() for person in case.participants.filter(willing=Willing.NO)}


@given(path=paths())
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, database=None)
def test_no_path_shares_anything_without_a_live_consent_of_each_party(path):
    with contextlib.suppress(_Undo), transaction.atomic():
        walk(path)
        raise _Undo


def test_the_path_of_everyones_yes_does_get_there():
    assert CaseStatus.ARRANGING in walk(WAY)


class _Undo(Exception):
    """Ends an example, so that the next one starts with an empty database."""
