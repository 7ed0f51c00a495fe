"""The steps of a report with two allegations: each person's, in the order in which they come."""

from datetime import timedelta

from django.utils import timezone

from portal.cases import actions as cases
from portal.cases.models import Case, Participant
from portal.cases.statuses import Channel, Route
from portal.intake.models import Request
from portal.passes.actions import issue_pass
from portal.screening.actions import decide
from tests.factories.screening import make_finding, make_scores

from .actors import enter
from .from_request_to_everyone import read_and_take_part

MOCKED = "Sam imitated the way Alex speaks, in front of the others."
GRADED = "Dr Vance gave the women in the course lower grades."
LETTER = "By letter"


def in_days(number):
    return (timezone.localdate() + timedelta(days=number)).isoformat()


def press_in(somebody, card, name):
    """A button or link in one card of several."""
    section = somebody.page.locator(f"section[aria-labelledby={card}]")
    control = section.get_by_role("button", name=name, exact=True).or_(section.get_by_role("link", name=name))
    control.first.click()
    somebody.page.wait_for_load_state()
    somebody.check()


# Screening: each allegation by itself, and two names under its way.
def one_is_written_down(coordinator, reference, *, what, named, named_is, law="Title VI", ground="ORIGIN"):
    coordinator.open(f"/portal/allegations/{reference}/")
    coordinator.press("Write one down")
    coordinator.is_refused("Keep")
    coordinator.page.get_by_label("What is said to have happened?").fill(what)
    coordinator.fill(When="In October", Where="In the seminar room", Which_policy="Equal treatment")
    coordinator.choose(law)
    coordinator.page.get_by_label("On what ground?").select_option(ground)
    coordinator.page.get_by_label("Who is said to have been harmed?").fill("Alex Rivera")
    coordinator.page.get_by_label("Who is said to have done it?").fill(named)
    for field, position in (("harmed_is", "STUDENT"), ("named_is", named_is)):
        coordinator.page.locator(f"input[name={field}][value={position}]").check()
    coordinator.press("Keep")
    coordinator.reads(what)


def it_goes(coordinator, number, way, why, *, not_this=""):
    press_in(coordinator, f"a{number}", "Say where it goes")
    coordinator.is_refused("Keep")
    if not_this:
        coordinator.choose(not_this)
        coordinator.page.get_by_label("Why?").fill(why)
        coordinator.is_refused("Keep")
        coordinator.reads("what an employee did to a student is never settled informally")
    coordinator.choose(way)
    coordinator.page.get_by_label("Why?").fill(why)
    coordinator.press("Keep")
    coordinator.reads("Waits for the director")


def the_director_signs_both(director, reference):
    director.open("/portal/screening/")
    director.page.get_by_role("link", name=f"{reference}: Mediation").click()
    director.check()
    for number in (1, 2):
        press_in(director, f"a{number}", "Sign this way")
    director.does_not_read("Waits for the director")


def it_is_decided_and_sam_is_asked(coordinator, reference):
    """Screens that other journeys show; returns the case with its two people, who hold their pages."""
    request = Request.objects.select_related("programme").get(reference=reference)
    decide(request_id=request.pk, finding=make_finding(scores=make_scores(request.programme)), by=coordinator)
    case = Case.objects.get(requests=request)
    alex = Participant.objects.select_related("entry").get(case=case)
    cases.say_go_on(participant_id=alex.pk, yes=True, channel=Channel.SELF, by=alex.entry)
    sam = cases.add_person(
        case_id=case.pk,
        route=Route.STAFF_MAIL,
        name="Sam Lee",
        contact={"way": "EMAIL", "email": "sam.lee@students.example.edu", "shared_mailbox": False},
        permitted=True,
        channel=Channel.PHONE,
        by=coordinator,
    )
    cases.move_case(case_id=case.pk, step="invite", actor=coordinator)
    cases.write_invitation(participant_id=sam.pk, by=coordinator)
    sam.refresh_from_db()
    cases.arrive(sam.invitation, issue_pass(key_id=case.vault_key)[0])
    sam.refresh_from_db()
    return case, sam


# Before anybody agrees: the notice arrives, and everyone says what it means to them.
def the_notice_is_made(coordinator, case):
    coordinator.open(f"/portal/papers/{case.reference}/")
    coordinator.press("Make the notice")
    coordinator.is_refused("Keep")
    coordinator.page.get_by_label("What happens when?").fill("Please answer within ten days.")
    coordinator.press("Keep")
    coordinator.reads("Version 1, made on")


def a_yes_is_too_early(party):
    party.open("/my/reading/")
    party.choose("I have read this")
    party.press("Go on")
    _says_yes(party)
    party.reads("Before a yes: the sheet of rights in your own words, and the written notice.")


def _says_yes(party):
    party.open("/my/answer/")
    party.choose("Yes, I take part")
    party.press("Send my answer")


def the_letter_comes_back_and_it_is_handed_over(coordinator, card):
    _delivered(coordinator, card, LETTER, "Came back")
    coordinator.reads("Notice came back")
    _delivered(coordinator, card, "Handed over", "Handed over")
    coordinator.reads("Has the notice")


def _delivered(coordinator, card, how, result):
    press_in(coordinator, card, "Handed over, posted or came back")
    coordinator.is_refused("Keep")
    coordinator.page.get_by_role("group", name="How?").get_by_role("radio", name=how).check()
    coordinator.page.get_by_role("group", name="What came of it?").get_by_role("radio", name=result).check()
    coordinator.press("Keep")


def alex_enters_and_reads_the_notice(alex, code):
    enter(alex, code)
    alex.press("Read the written notice")
    alex.reads(MOCKED)
    alex.does_not_read(GRADED)


def it_is_said_in_own_words(party, words):
    party.open("/my/")
    party.press("Say in your own words what your rights mean")
    party.is_refused("Send")
    party.page.get_by_label("In your own words").fill(words)
    party.press("Send")


def the_words_are_read(coordinator, case):
    coordinator.open(f"/portal/papers/{case.reference}/")
    for number in (1, 2):
        press_in(coordinator, f"p{number}", "They have understood")
    coordinator.does_not_read("To be read")


def both_take_part(alex, sam):
    read_and_take_part(alex)
    _says_yes(sam)
    sam.reads("We tell everyone at the same time when everyone takes part.")


# The agreement settles what was talked about, and nothing else.
def the_agreement_is_written(coordinator, case):
    coordinator.open(f"{case.get_absolute_url()}resolution/")
    coordinator.press("Begin the agreement")
    coordinator.press("Change the words")
    coordinator.reads("Allegation 2 goes another way")
    assert coordinator.page.locator("input[name=allegations]").count() == 1
    coordinator.page.locator("input[name=allegations]").check()
    coordinator.page.get_by_label("What does it settle?").fill("What was said in the seminar in October")
    coordinator.choose("Nobody is found")
    coordinator.page.get_by_label("On which day do you look").fill(in_days(30))
    coordinator.page.get_by_label("If something is not kept").fill("The director hears it")
    coordinator.press("Keep")
    coordinator.press("Add a term")
    coordinator.choose("Sam Lee")
    coordinator.page.get_by_label("What?").fill("Writes a letter that says what happened")
    coordinator.page.get_by_label("Of what kind is it?").select_option("APOLOGY")
    coordinator.page.get_by_label("Until which day?").fill(in_days(60))
    coordinator.press("Keep")
    for number in (1, 2):
        coordinator.page.locator(f"a[href$='leaving/{number}/']").click()
        coordinator.choose("Graduation")
        coordinator.press("Keep")
    coordinator.press("Open it for signing")


def all_four_sign(case, parties, office):
    for party, name in parties:
        party.open("/my/")
        party.press("Read and sign the agreement")
        _signs(party, name)
    for somebody in office:
        somebody.open(f"{case.get_absolute_url()}resolution/")
        somebody.press("Sign it yourself")
        _signs(somebody, "In my own hand")
    somebody.reads("can no longer go to a formal process")


def _signs(somebody, name):
    somebody.page.get_by_label("Type your name").fill(name)
    somebody.choose("I agree to sign")
    somebody.press("Sign")


# Afterwards: what is settled rests, and the other goes on.
def the_settled_one_is_barred_and_the_other_goes_on(coordinator, reference):
    coordinator.open(f"/portal/allegations/{reference}/")
    settled = coordinator.page.locator("section[aria-labelledby=a1]")
    assert "Settled, no formal process" in settled.inner_text()
    assert settled.get_by_role("link", name="A formal process").count() == 0
    press_in(coordinator, "a2", "A formal process")
    coordinator.page.get_by_label("A formal process runs since").fill("2026-11-02")
    coordinator.press("Keep")
    coordinator.reads("runs since 2 November 2026")


def the_register_names_nobody_and_lacks_nothing(coordinator, reference, names):
    coordinator.open("/portal/register/")
    coordinator.reads(reference)
    coordinator.reads("Whole")
    for name in names:
        coordinator.does_not_read(name)
    coordinator.press(reference)
    coordinator.reads("The resolution agreement, signed by all")
    coordinator.does_not_read("Missing")
