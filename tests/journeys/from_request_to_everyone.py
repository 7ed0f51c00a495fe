"""Steps 1 to 5: a request, the talk about it, screening, and the question to the other party."""

from .actors import codes_on, enter

STORY = "We share a room. I have tried to bring it up twice."


def read_the_public_pages(requester):
    requester.open("/")
    requester.open("/services/mediation/")
    requester.press("Ask for mediation")


def answer_the_questions(requester):
    """Question page by question page; some answers are left out at first and asked for kindly."""
    requester.press("Start")
    requester.is_refused("Continue")
    requester.choose("I am 18 or older")
    requester.press("Continue")
    requester.press("Continue")
    requester.choose("Mediation")
    requester.press("Continue")
    requester.is_refused("Continue")
    requester.choose("E-mail")
    requester.is_refused("Continue")
    requester.page.get_by_label("E-mail address").fill("alex.rivera@students.example.edu")
    requester.choose("No, only I do")
    requester.press("Continue")
    requester.page.get_by_label("Your name").fill("Alex Rivera")
    requester.press("Continue")
    requester.page.get_by_label("Who else is in it?").fill("Sam Lee")
    requester.press("Continue")
    requester.page.get_by_label("In a few words, what is it about?").fill("Noise at night")
    requester.page.get_by_label("What happened?").fill(STORY)
    requester.press("Continue")
    requester.press("Continue")
    requester.reads("Check your answers")
    requester.reads(STORY)


def send_it(requester):
    """Returns the personal code, the phone phrase and the reference."""
    requester.press("Send")
    requester.reads("Somebody answers you by")
    code, phrase = codes_on(requester)
    reference = requester.page.locator("dd .ref").inner_text()
    requester.press("I have kept my code")
    return code, phrase, reference


def come_back_and_write(requester, code):
    requester.open("/my/enter/")
    requester.is_refused("Open my page")
    enter(requester, code.lower())
    requester.press("Messages")
    requester.is_refused("Send")
    requester.page.get_by_label("Your message").fill("Please do not call while I am at work.")
    requester.press("Send")
    requester.reads("Please do not call while I am at work.")


def answer_the_request(coordinator, reference):
    coordinator.open("/portal/")
    coordinator.press("Requests")
    coordinator.page.get_by_role("link", name=reference).first.click()
    coordinator.check()
    coordinator.reads(STORY)
    coordinator.reads("Please do not call while I am at work.")
    coordinator.is_refused("Put the answer on their page")
    coordinator.page.locator("#reply textarea").fill("Thank you for writing. When can we talk?")
    coordinator.press("Put the answer on their page")
    coordinator.reads("Thank you for writing. When can we talk?")


def find_it_suitable(coordinator):
    """Returns the address of the case."""
    coordinator.press("Screen and decide")
    coordinator.is_refused("Decide and tell the requester")
    coordinator.page.get_by_label("I have gone through all of them").check()
    coordinator.choose("Suitable", "Mediation")
    coordinator.page.get_by_role("textbox", name="Reason").fill("Both can speak for themselves; no sign of danger.")
    coordinator.press("Decide and tell the requester")
    if coordinator.page.get_by_role("link", name="Open the case").count():
        coordinator.press("Open the case")
    return coordinator.page.url


def go_on_and_pass_the_invitation_on(requester):
    """The requester says yes and will hand the invitation over; nothing of the other person is held yet."""
    requester.open("/my/")
    requester.press("Say whether we may go on")
    requester.is_refused("Send my answer")
    requester.choose("Yes, go on")
    requester.press("Send my answer")
    requester.open("/my/others/")
    requester.press("Add a person")
    requester.is_refused("Add this person")
    requester.page.get_by_role("radio").first.check()
    requester.press("Add this person")
    requester.reads("Person")


def start_inviting(coordinator, case):
    coordinator.open(case)
    coordinator.press("Start inviting")


def make_the_invitation(requester):
    requester.open("/my/others/")
    requester.press("Make the invitation")
    code = codes_on(requester)[0]
    requester.press("I have it")
    requester.does_not_read(code)
    return code


def join(second, code):
    """With the code typed by hand. Returns the personal code."""
    second.open("/join/")
    second.is_refused("Go on")
    second.page.get_by_label("The code of your invitation").fill(code)
    second.press("Go on")
    own = codes_on(second)[0]
    second.press("I have kept it: go to my page")
    return own


def read_and_take_part(party):
    party.open("/my/")
    party.press("Read your rights and what confidential means")
    party.is_refused("Go on")
    party.choose("I have read this")
    party.press("Go on")
    party.open("/my/answer/")
    party.is_refused("Send my answer")
    party.choose("Yes, I take part")
    party.press("Send my answer")


def say_who_they_are(party, name):
    party.open("/my/about/")
    party.page.get_by_label("What may we call you?").fill(name)
    party.page.locator("main form button[type=submit]").first.click()
    party.page.wait_for_load_state()
    party.check()
