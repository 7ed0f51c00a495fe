"""Steps 8 to 11: everyone signs, the session, its end, and the destruction of all that was written."""

from .actors import CANARY


def open_the_session(mediator, case):
    mediator.open(case)
    mediator.press("Open the session page")
    return mediator.page.url


def say_who_is_here(mediator, session, names):
    mediator.open(session)
    mediator.is_refused("Everyone is here: open the signing")
    mediator.choose(*names)
    mediator.press("Everyone is here: open the signing")


def _write_the_name(somebody, name):
    somebody.page.get_by_label("Type your name to sign").fill(name)
    somebody.choose("I agree to sign on a screen")
    somebody.press("Sign")


def sign_on_the_own_page(party, name):
    party.open("/my/agreement/")
    party.press("Sign now")
    party.is_refused("Sign")
    _write_the_name(party, name)
    party.open("/my/agreement/")
    party.reads("You signed this on")


def sign_on_this_device(mediator, session, name):
    """Handed to somebody in the room: the screen shows the agreement and no way into the portal."""
    mediator.open(session)
    mediator.page.get_by_role("link", name=f"Sign on this device {name}").click()
    mediator.check()
    mediator.does_not_read("/portal/cases/")
    _write_the_name(mediator, name)


def sign_as_mediator(mediator, session, name):
    mediator.open(session)
    mediator.press("Sign")
    _write_the_name(mediator, name)


def cannot_start_yet(mediator, session):
    mediator.open(session)
    assert mediator.page.get_by_role("button", name="Start the session").count() == 0


def look_once_more(mediator, session):
    """Is it still right to meet? Answered before the device is handed round."""
    mediator.open(session)
    mediator.press("The short look before the session")
    mediator.is_refused("Answer")
    mediator.choose("Yes. Nothing new that speaks against it")
    mediator.press("Answer")


def start(mediator, session):
    mediator.open(session)
    mediator.press("Start the session")


def write_points(mediator, session):
    """What is typed here leaves the page on paper only: no request after the first key says a word of it."""
    mediator.open(session)
    mediator.press("Write down points")
    sent = []
    mediator.page.on("request", lambda request: sent.append(f"{request.url} {request.post_data}"))
    mediator.page.evaluate("window.print = () => {}")
    mediator.page.get_by_label("Your points").press_sequentially(CANARY)
    mediator.page.get_by_role("button", name="Print").click()
    mediator.page.wait_for_timeout(500)
    assert [one for one in sent if CANARY in one] == []
    assert CANARY not in mediator.page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")


def end(mediator, session):
    mediator.open(session)
    mediator.does_not_read(CANARY)
    mediator.press("End the session")
    mediator.is_refused("End the session")
    mediator.choose("A written agreement")
    mediator.page.get_by_label("How long did it last, in minutes?").fill("115")
    mediator.press("End the session")
    mediator.reads("A written agreement")


def finish(coordinator, case):
    coordinator.open(case)
    coordinator.press("Finish the case")
    coordinator.press("Finish the case")


def say_that_all_outside_is_gone(coordinator, case):
    coordinator.open(case)
    coordinator.press("Close and destroy")
    coordinator.reads("Still missing:")
    questions = coordinator.page.get_by_role("button", name="It is gone")
    for _ in range(questions.count()):
        questions.first.click()
        coordinator.page.wait_for_load_state()
    coordinator.check()


def destroy(coordinator):
    """Returns the address of the receipt."""
    coordinator.press("Close and destroy")
    coordinator.reads("Destroyed")
    return coordinator.page.url
