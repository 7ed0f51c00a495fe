"""Two people, one coordinator, two mediators: all eleven steps, each at their own device."""

import pytest
from django.db import connections

from portal.cases.models import Case, Participant
from portal.intake.models import Request

from . import from_request_to_everyone as first
from . import from_the_pair_to_the_session as middle
from . import from_the_session_to_nothing as last
from .actors import CANARY, enter, is_signed_in, open_office, sign_in_by_hand

ALEX, SAM = "Alex Rivera", "Sam Lee"
PAIR = ["Noor Haddad", "Milo Santos"]


@pytest.fixture
def office(live_server):
    return open_office()


@pytest.fixture
def people(person, office):
    """Requester, second party, coordinator, the two mediators."""
    coordinator = person()
    mediators = [person(phone=True), person(phone=True)]
    for mediator, user in zip(mediators, office.pair, strict=True):
        is_signed_in(mediator, user)
    return person(phone=True), person(phone=True), coordinator, mediators


def test_a_mediation_goes_from_the_first_word_to_nothing(people, office):
    requester, second, coordinator, mediators = people

    code, reference = a_request_is_sent(requester)
    case = it_becomes_a_case(coordinator, office.dana, requester, reference)
    everyone_takes_part(requester, second, coordinator, case)
    a_pair_is_found(requester, second, coordinator, mediators, case)
    a_time_is_found(requester, second, coordinator, mediators, case)
    the_session_is_held(requester, mediators, case)
    nothing_is_left(requester, coordinator, case, code)


def a_request_is_sent(requester):
    first.read_the_public_pages(requester)
    first.answer_the_questions(requester)
    code, _phrase, reference = first.send_it(requester)
    first.come_back_and_write(requester, code)
    return code, reference


def it_becomes_a_case(coordinator, dana, requester, reference):
    sign_in_by_hand(coordinator, dana)
    first.answer_the_request(coordinator, reference)
    case = first.find_it_suitable(coordinator)
    requester.open("/my/messages/")
    requester.reads("Thank you for writing. When can we talk?")
    return case


def everyone_takes_part(requester, second, coordinator, case):
    first.go_on_and_pass_the_invitation_on(requester)
    first.start_inviting(coordinator, case)
    invitation = first.make_the_invitation(requester)
    first.join(second, invitation)
    first.read_and_take_part(second)
    first.say_who_they_are(second, SAM)
    first.read_and_take_part(requester)


def a_pair_is_found(requester, second, coordinator, mediators, case):
    middle.choose_the_pair(coordinator, case, PAIR)
    for mediator in mediators:
        middle.say_there_is_no_tie(mediator)
    middle.meet_the_pair(requester, PAIR)
    middle.meet_the_pair(second, PAIR)


def a_time_is_found(requester, second, coordinator, mediators, case):
    middle.give_times(requester, refused=True)
    middle.give_times(second)
    for mediator in mediators:
        middle.give_times_as_mediator(mediator, case)
    middle.book(coordinator, case)
    second.open("/my/appointment/")
    second.reads("Quayside Hall 204")


def the_session_is_held(requester, mediators, case):
    lead, other = mediators
    session = last.open_the_session(lead, case)
    last.look_once_more(lead, session)
    last.say_who_is_here(lead, session, [ALEX, SAM, PAIR[1]])
    last.sign_on_the_own_page(requester, ALEX)
    last.cannot_start_yet(lead, session)
    last.sign_on_this_device(lead, session, SAM)
    last.sign_as_mediator(lead, session, PAIR[0])
    last.sign_as_mediator(other, session, PAIR[1])
    last.start(lead, session)
    last.write_points(lead, session)
    last.end(lead, session)
    assert not in_any_row(CANARY)


def nothing_is_left(requester, coordinator, case, code):
    last.finish(coordinator, case)
    last.say_that_all_outside_is_gone(coordinator, case)
    receipt = last.destroy(coordinator)

    coordinator.open("/portal/statistics/")
    coordinator.reads("1 closed matter")
    assert coordinator.page.goto(case).status == 404
    coordinator.open(receipt)
    coordinator.does_not_read(ALEX)
    enter(requester, code)
    assert requester.page.title().startswith("Error:")
    assert [model for model in (Request, Case, Participant) if model.objects.exists()] == []
    assert not in_any_row(ALEX)


def in_any_row(words):
    """Whether the words stand readably anywhere in either database."""
    for connection in connections.all():
        with connection.cursor() as cursor:
            for table in connection.introspection.table_names(cursor):
                cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
                if any(words.encode() in as_bytes(value) for row in cursor.fetchall() for value in row):
                    return True
    return False


def as_bytes(value):
    return bytes(value) if isinstance(value, (bytes, memoryview)) else str(value).encode()
