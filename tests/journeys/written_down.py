"""What staff enter for people who call, come by or write."""


def a_call_is_logged(coordinator, name, other):
    """From any page; the code is read out to the caller. Returns the reference."""
    coordinator.open("/portal/")
    coordinator.press("Log a contact")
    coordinator.is_refused("Log it")
    coordinator.page.get_by_label("Name", exact=False).first.fill(name)
    coordinator.choose("Phone call")
    coordinator.page.get_by_label("Phone number").fill("617-555-0188")
    coordinator.page.get_by_label("In a few words").fill("Noise at night")
    coordinator.page.get_by_label("Who else is in it").fill(other)
    coordinator.press("Log it")
    reference = coordinator.page.locator("dd .ref").inner_text()
    coordinator.press("Done, take it away")
    return reference


def _page_of(coordinator, case, name):
    coordinator.open(case)
    coordinator.press(name)


def write_down(coordinator, case, name, said, how):
    _page_of(coordinator, case, name)
    coordinator.choose(said, how)
    coordinator.press("Write it down")


def somebody_may_be_phoned(coordinator, case, name):
    coordinator.open(case)
    coordinator.press("Add a person")
    coordinator.is_refused("Keep")
    coordinator.choose("Staff phone")
    coordinator.page.get_by_label("Their name").fill(name)
    coordinator.page.get_by_label("Their phone").fill("617-555-0177")
    coordinator.choose("The requester allows us to contact this person", "By phone")
    coordinator.press("Keep")


def phone_them(coordinator, case, name):
    _page_of(coordinator, case, name)
    coordinator.press("Phone, with the script")
    coordinator.is_refused("Write it down")
    coordinator.choose("Spoke with them")
    coordinator.press("Write it down")


def somebody_withdraws_by_phone(coordinator, case, name):
    coordinator.open(case)
    coordinator.press("Somebody withdraws")
    coordinator.is_refused("Note the withdrawal")
    coordinator.choose(name, "By phone")
    coordinator.press("Note the withdrawal")
