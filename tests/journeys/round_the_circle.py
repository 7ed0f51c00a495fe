"""The steps of restorative justice: staff reach out, talk with each alone, and a circle is held."""

from django.utils import timezone

from .actors import enter
from .from_request_to_everyone import send_it
from .from_the_session_to_nothing import _write_the_name

CIRCLE = "Restorative justice"
# What the group writes; at the end nothing of it is left.
HARM = "the-mural-by-the-stairs"


def ask_for_a_circle(harmed):
    """Returns the personal code and the reference."""
    harmed.open("/request/")
    harmed.press("Start")
    harmed.choose("I am 18 or older")
    harmed.press("Continue")
    harmed.press("Continue")
    harmed.choose(CIRCLE)
    harmed.press("Continue")
    harmed.choose("E-mail")
    harmed.page.get_by_label("E-mail address").fill("hana.lind@students.example.edu")
    harmed.choose("No, only I do")
    harmed.press("Continue")
    harmed.page.get_by_label("Your name").fill("Hana Lind")
    harmed.press("Continue")
    harmed.page.get_by_label("Who else is in it?").fill("Caleb Frost")
    harmed.press("Continue")
    harmed.page.get_by_label("In a few words, what is it about?").fill("A mural that is gone")
    harmed.press("Continue")
    harmed.press("Continue")
    code, _phrase, reference = send_it(harmed)
    enter(harmed, code)
    return code, reference


def find_it_right_for_a_circle(coordinator, reference):
    """Returns the address of the case."""
    coordinator.open(f"/portal/requests/{reference}/screening/")
    coordinator.page.get_by_label("I have gone through all of them").check()
    coordinator.choose("Suitable", CIRCLE)
    coordinator.page.get_by_role("textbox", name="Reason").fill("He wants to make it right; she wants to be heard.")
    coordinator.press("Decide and tell the requester")
    if coordinator.page.get_by_role("link", name="Open the case").count():
        coordinator.press("Open the case")
    return coordinator.page.url


def say_what_one_wishes(harmed):
    """On the own page: ways to meet, what makes it safe, and who may read how to reach them."""
    harmed.open("/my/")
    harmed.press("Say how you would like to meet, and what makes it safe for you")
    harmed.choose("Together in one room", "In separate rooms")
    harmed.page.get_by_label("What would make it safe for you?").fill("A seat by the door")
    harmed.choose("Hide how to reach me")
    harmed.press("Keep")
    harmed.reads("Said")


def add_by_staff(coordinator, case, name, role):
    """Nobody but staff reaches out, and each is added in a role."""
    coordinator.open(case)
    coordinator.press("Add a person")
    coordinator.is_refused("Keep")
    coordinator.choose(role, "Staff write")
    coordinator.page.get_by_label("Their name").fill(name)
    coordinator.page.get_by_label("Their e-mail").fill(f"{name.split()[0].lower()}@students.example.edu")
    coordinator.choose("The requester allows us to contact this person", "By phone")
    coordinator.press("Keep")


def plan_the_circle(coordinator, case):
    coordinator.open(f"{case}circle/change/")
    coordinator.choose("Together in one room")
    coordinator.page.get_by_label("Safety plan").fill("She comes a quarter of an hour earlier.")
    coordinator.press("Keep")
    coordinator.reads("She comes a quarter of an hour earlier.")


def talk_with(facilitator, case, name):
    """Alone, with a list; without the day it is no talk."""
    facilitator.open(f"{case}circle/")
    facilitator.press(name)
    for box in facilitator.page.get_by_role("group", name="What did you go through?").get_by_role("checkbox").all():
        box.check()
    facilitator.is_refused("Keep")
    facilitator.page.get_by_label("Which day did you talk?").fill(timezone.localdate().isoformat())
    if facilitator.page.get_by_role("checkbox", name="Together in one room").count():
        facilitator.choose("Together in one room")
    facilitator.press("Keep")
    facilitator.reads("The talk is written down.")


def find_ready(facilitator, case, name):
    facilitator.open(f"{case}circle/")
    button = facilitator.page.get_by_role("button", name="I find that they want to make it right")
    button.filter(has_text=name).click()
    facilitator.check()
    facilitator.reads("Nothing else is kept about it.")


def waits_before_booking(coordinator, case, words):
    coordinator.open(f"{case}circle/")
    coordinator.reads(words)


def sign_own_words(party, name, words):
    party.open("/my/agreement/")
    party.reads(words)
    party.press("Sign now")
    _write_the_name(party, name)


def go_round(facilitator, session, names):
    """Everyone speaks in the first round; in the second the last one lets it go by."""
    for number, heading in enumerate(("What happened", "What can be done")):
        for name in names:
            facilitator.open(session)
            part = facilitator.page.get_by_role("region", name=heading)
            last = number == 1 and name == names[-1]
            part.get_by_role("button", name=f"{'Lets it go by' if last else 'Has spoken'} {name}").click()
            facilitator.page.wait_for_load_state()
    facilitator.check()


def cannot_end_yet(facilitator, session):
    facilitator.open(f"{session}end/")
    facilitator.reads("Still to have a turn")
    facilitator.choose("A plan to repair")
    facilitator.page.get_by_label("How long did it last, in minutes?").fill("90")
    facilitator.press("End the session")
    facilitator.reads("has not had a turn")


def write_together(facilitator, session):
    facilitator.open(session)
    facilitator.press("Harms, needs, who owes what")
    facilitator.is_refused("Keep the line")
    facilitator.page.get_by_label("What was harmed?").fill(HARM)
    facilitator.page.get_by_label("What does somebody owe for it?").fill("Paints it anew")
    facilitator.page.get_by_label("Who?").select_option(label="Caleb Frost")
    facilitator.press("Keep the line")
    facilitator.reads(HARM)


def end_without_a_plan(facilitator, session):
    facilitator.open(session)
    facilitator.press("End the session")
    facilitator.choose("No plan")
    facilitator.page.get_by_label("How long did it last, in minutes?").fill("95")
    facilitator.press("End the session")
    facilitator.reads("No plan")
