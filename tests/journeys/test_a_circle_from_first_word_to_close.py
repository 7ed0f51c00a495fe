"""Somebody was harmed and asks for a circle: outreach, talks, readiness, signing, rounds, no plan, close."""

import re

import pytest
from django.core import mail

from portal.cases.models import Case
from portal.circles.models import Harm, Readiness
from portal.mail.actions import deliver_due
from portal.mail.models import Mailing
from portal.programmes.models import Programme
from tests.factories import make_credential

from . import from_request_to_everyone as first
from . import from_the_pair_to_the_session as middle
from . import from_the_session_to_nothing as last
from . import round_the_circle as circle
from .actors import is_signed_in, open_office
from .test_a_mediation_from_first_word_to_nothing import in_any_row

HANA, CALEB = "Hana Lind", "Caleb Frost"
PAIR = ["Noor Haddad", "Milo Santos"]


@pytest.fixture
def office(live_server):
    office = open_office()
    programme = Programme.objects.get(code="MEDIATION")
    programme.conducts = [*programme.conducts, "RESTORATIVE_JUSTICE"]
    programme.save()
    for neutral in office.pair:
        make_credential(neutral.neutral_profile, "RJ")
    return office


def test_a_circle_goes_from_the_first_word_to_its_close(person, office):
    harmed, caused, coordinator = person(phone=True), person(phone=True), person()
    facilitators = [person(phone=True), person(phone=True)]
    is_signed_in(coordinator, office.dana)
    for one, user in zip(facilitators, office.pair, strict=True):
        is_signed_in(one, user)

    case = somebody_asks(harmed, coordinator)
    staff_reach_out(harmed, caused, coordinator, case)
    the_circle_is_prepared(harmed, caused, coordinator, facilitators, case)
    a_time_is_found(harmed, caused, coordinator, facilitators, case)
    the_circle_is_held(harmed, caused, facilitators, case)
    nothing_is_left(coordinator, case)


def somebody_asks(harmed, coordinator):
    _code, reference = circle.ask_for_a_circle(harmed)
    return circle.find_it_right_for_a_circle(coordinator, reference)


def staff_reach_out(harmed, caused, coordinator, case):
    first.read_and_take_part(harmed)
    circle.add_by_staff(coordinator, case, CALEB, "Caused harm")
    first.start_inviting(coordinator, case)
    coordinator.open(f"{case}people/2/")
    coordinator.press("Send the invitation by mail")
    first.join(caused, _code_in_the_mail())
    first.say_who_they_are(caused, CALEB)
    first.read_and_take_part(caused)


def _code_in_the_mail():
    deliver_due()
    sent = "\n".join(str(one.body) for one in mail.outbox)
    return re.search(r"\b([A-Z2-9]{4}(?: ?-? ?[A-Z2-9]{4}){3,})\b", sent)[1]


def the_circle_is_prepared(harmed, caused, coordinator, facilitators, case):
    circle.say_what_one_wishes(harmed)
    circle.plan_the_circle(coordinator, case)
    coordinator.open(case)
    coordinator.press("Choose facilitators")
    coordinator.choose(*PAIR)
    coordinator.press("Ask them")
    for one in facilitators:
        middle.say_there_is_no_tie(one)
    for party in (harmed, caused):
        middle.meet_the_pair(party, PAIR)
    circle.waits_before_booking(coordinator, case, "The talk with Caleb Frost before the circle is not complete")
    for name in (HANA, CALEB):
        circle.talk_with(facilitators[0], case, name)
    circle.waits_before_booking(coordinator, case, "2 more facilitators have to find whether Caleb Frost wants")
    for one in facilitators:
        circle.find_ready(one, case, CALEB)
    circle.waits_before_booking(coordinator, case, "Everyone is prepared")
    assert Readiness.objects.count() == 2


def a_time_is_found(harmed, caused, coordinator, facilitators, case):
    for party in (harmed, caused):
        middle.give_times(party)
    for one in facilitators:
        middle.give_times_as_mediator(one, case)
    middle.book(coordinator, case)


def the_circle_is_held(harmed, caused, facilitators, case):
    lead, other = facilitators
    session = last.open_the_session(lead, case)
    last.look_once_more(lead, session)
    last.say_who_is_here(lead, session, [HANA, CALEB, PAIR[1]])
    circle.sign_own_words(harmed, HANA, "You owe nobody forgiveness")
    circle.sign_own_words(caused, CALEB, "not an admission in any other place")
    last.sign_as_mediator(lead, session, PAIR[0])
    last.sign_as_mediator(other, session, PAIR[1])
    last.start(lead, session)
    circle.cannot_end_yet(lead, session)
    circle.go_round(lead, session, [HANA, CALEB])
    circle.write_together(lead, session)
    circle.end_without_a_plan(lead, session)
    for party in (harmed, caused):
        party.open("/my/together/")
        party.reads(circle.HARM)


def nothing_is_left(coordinator, case):
    last.finish(coordinator, case)
    last.say_that_all_outside_is_gone(coordinator, case)
    last.destroy(coordinator)

    assert [model for model in (Case, Harm, Readiness, Mailing) if model.objects.exists()] == []
    assert not in_any_row(circle.HARM)
    assert not in_any_row(HANA)
