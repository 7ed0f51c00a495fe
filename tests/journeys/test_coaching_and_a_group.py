"""The two services that need nobody else's yes: a coachee alone, and a group of forty, each from yes to the end."""

import pytest

from portal.cases.statuses import CaseStatus, ParticipantRole, Willing
from tests.factories import PASSWORD, make_case, make_device, make_neutral, make_participant

from . import from_request_to_everyone as first
from . import from_the_pair_to_the_session as middle
from . import from_the_session_to_nothing as last
from .actors import enter, is_signed_in, open_office
from .browser import Person

WHO = "Alex Rivera"
LEADS = {"COACHING": "Choose coaches", "FACILITATION": "Choose facilitators"}
GOALS = "What does the coachee want to work on?"


@pytest.fixture
def office(live_server):
    return open_office()


def opened(office, process, role):
    """A case that was just opened, and the code of who asked."""
    from portal.passes.actions import issue_pass
    from portal.programmes.models import Programme

    programme = Programme.objects.get(code="MEDIATION")
    programme.conducts = [*programme.conducts, process]
    programme.save()
    case = make_case(CaseStatus.OPENED, process=process, names=(), programme=programme, coordinator=office.dana)
    issued = issue_pass(key_id=case.vault_key)
    contact = {"way": "CODE"}
    make_participant(
        case, name=WHO, role=role, is_requester=True, willing=Willing.ASKED, entry=issued.entry, contact=contact
    )
    return case, issued.code


def a_neutral(process):
    user = make_neutral(process, first_name="Noa", last_name="Brand", email="noa.brand@example.edu", password=PASSWORD)
    make_device(user)
    return user


def somebody_is_asked_and_a_time_is_found(asker: Person, neutral: Person, coordinator: Person, case, button):
    coordinator.open(case)
    coordinator.press(button)
    coordinator.is_refused("Ask them")
    coordinator.choose("Noa Brand")
    coordinator.press("Ask them")
    middle.say_there_is_no_tie(neutral)
    middle.give_times(asker)
    middle.give_times_as_mediator(neutral, case)
    middle.book(coordinator, case)


def it_is_held(asker: Person, neutral: Person, case):
    session = last.open_the_session(neutral, case)
    last.look_once_more(neutral, session)
    last.say_who_is_here(neutral, session, [WHO])
    last.sign_on_the_own_page(asker, WHO)
    last.cannot_start_yet(neutral, session)
    last.sign_as_mediator(neutral, session, "Noa Brand")
    last.start(neutral, session)
    neutral.open(session)
    neutral.press("End the session")
    neutral.is_refused("End the session")
    neutral.choose("Took place")
    neutral.page.get_by_label("How long did it last, in minutes?").fill("55")
    neutral.press("End the session")


def it_is_closed(coordinator: Person, case):
    last.finish(coordinator, case)
    last.say_that_all_outside_is_gone(coordinator, case)
    last.destroy(coordinator)
    assert coordinator.page.goto(case).status == 404


def test_a_coachee_goes_alone_from_yes_to_the_end(person, office):
    case, code = opened(office, "COACHING", ParticipantRole.COACHEE)
    coachee, coordinator, coach = person(phone=True), person(), person(phone=True)
    is_signed_in(coordinator, office.dana)
    is_signed_in(coach, a_neutral("COACHING"))
    url = case.get_absolute_url()

    enter(coachee, code)
    first.read_and_take_part(coachee)
    coachee.does_not_read("Say how we may reach the others")
    rates_oneself(coachee, "3")
    coordinator.open(url)
    coordinator.does_not_read("Add a person")
    somebody_is_asked_and_a_time_is_found(coachee, coach, coordinator, url, LEADS["COACHING"])
    it_is_held(coachee, coach, url)
    rates_oneself(coachee, "8")
    the_coach_keeps_goals_and_counts_what_was_shared(coach, url)
    coordinator.open(f"{url}coaching/")
    assert coordinator.page.get_by_label(GOALS).input_value() == "Speak first next time"
    it_is_closed(coordinator, url)


def rates_oneself(coachee: Person, number):
    coachee.open("/my/able/")
    coachee.is_refused("Keep my answer")
    coachee.page.get_by_label(number, exact=True).check()
    coachee.press("Keep my answer")


def the_coach_keeps_goals_and_counts_what_was_shared(coach: Person, url):
    coach.open(f"{url}coaching/")
    coach.reads("Ways that others have tried")
    coach.page.get_by_label(GOALS).fill("Speak first next time")
    coach.press("Keep")
    coach.press("Count one more")
    coach.reads("One was shared")


def test_a_group_says_what_it_wants_meets_and_looks_back(person, office):
    case, code = opened(office, "FACILITATION", ParticipantRole.GROUP_SPONSOR)
    sponsor, coordinator, facilitator = person(phone=True), person(), person(phone=True)
    is_signed_in(coordinator, office.dana)
    is_signed_in(facilitator, a_neutral("FACILITATION"))
    url = case.get_absolute_url()

    enter(sponsor, code)
    first.read_and_take_part(sponsor)
    says_what_the_group_wants(sponsor)
    somebody_is_asked_and_a_time_is_found(sponsor, facilitator, coordinator, url, LEADS["FACILITATION"])
    it_is_held(sponsor, facilitator, url)
    they_look_back_and_ask_for_a_training(coordinator, url)
    it_is_closed(coordinator, url)


def says_what_the_group_wants(sponsor: Person):
    sponsor.open("/my/")
    sponsor.press("Say what your group wants to reach")
    sponsor.is_refused("Keep")
    sponsor.page.get_by_label("What is the group called?").fill("The makerspace")
    sponsor.choose("To get back on track")
    sponsor.page.get_by_label("What does it want to reach?").fill("Who decides about tools")
    sponsor.page.get_by_label("How many people?").fill("40")
    sponsor.press("Keep")


def they_look_back_and_ask_for_a_training(coordinator: Person, url):
    coordinator.open(f"{url}group/")
    coordinator.choose("Reached in part")
    coordinator.press("Keep the answer")
    coordinator.press("They ask for a training")
    coordinator.is_refused("Hand it on")
    coordinator.choose("Students", "By phone")
    coordinator.page.get_by_label("How many hours do they have?").fill("4")
    coordinator.page.get_by_label("What should be different afterwards?").fill("We say no kindly")
    coordinator.page.get_by_label("At which e-mail address").fill("kim@example.org")
    coordinator.page.get_by_label("They allow that these facts go").check()
    coordinator.press("Hand it on")
    coordinator.reads("The training side has it")
