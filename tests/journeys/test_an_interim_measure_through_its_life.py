"""An interim measure: asked for, decided, in place, looked at, ended; who sees to it sees nothing of the talk (C13)."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from portal.cases.statuses import CaseStatus
from portal.intake.actions import write_message
from portal.measures.models import Measure
from tests.factories import make_case, make_staff, verified
from tests.factories.texts import make_resolution_texts

from .actors import is_signed_in
from .test_a_plan_is_made_and_followed import holds_page

pytestmark = pytest.mark.django_db(transaction=True)
SAID = "He waits for me behind the greenhouse"
WISH = "No messages and no meeting in the lab, from Monday on"


def day(number):
    return (timezone.localdate() + timedelta(days=number)).isoformat()


def test_a_measure_is_asked_for_decided_in_place_looked_at_and_ended(person):
    cache.clear()
    programme = make_resolution_texts()
    cora = make_staff(programme=programme, first_name="Cora")
    case = make_case(CaseStatus.INVITING, programme=programme, coordinator=verified(cora))
    party = case.participants.select_related("entry").get(number=1)
    write_message(entry_id=party.entry_id, body=SAID, by=party.entry)
    alex, coordinator, ines = person(phone=True), person(), person()
    holds_page(alex, party)
    is_signed_in(coordinator, cora)
    is_signed_in(ines, make_staff("INVESTIGATIONS_MANAGER", programme=programme, first_name="Ines"))

    alex_asks_for_it(alex)
    it_is_decided(coordinator)
    it_is_put_in_place(ines)
    it_is_looked_at(ines)
    alex_reads_what_is_arranged(alex)
    it_ends(ines)
    she_sees_nothing_of_the_talk(ines, case)
    with_a_reason_nothing_is_arranged(alex, coordinator)


def alex_asks_for_it(alex):
    alex.open("/my/")
    alex.press("See it, or ask for something")
    alex.is_refused("Ask for it")
    alex.choose("No contact")
    alex.page.get_by_label("What do you need?").fill(WISH)
    alex.press("Ask for it")
    alex.reads("You hear here what is decided.")


def it_is_decided(coordinator):
    coordinator.open("/portal/measures/")
    coordinator.press("No contact, both ways: Alex")
    coordinator.press("Decide")
    coordinator.is_refused("Keep")
    coordinator.choose("Yes")
    coordinator.is_refused("Keep")
    coordinator.choose("Manager of investigations")
    coordinator.page.get_by_label("What is arranged?").fill("No contact by any way; Sam uses the east door")
    coordinator.page.get_by_label("When is it looked at?").fill(day(14))
    coordinator.page.get_by_label("Why?").fill("Both can go on with their work")
    coordinator.press("Keep")
    coordinator.reads("Manager of investigations")


def it_is_put_in_place(ines):
    ines.open("/portal/measures/")
    ines.press("No contact, both ways: Alex")
    ines.reads(WISH)
    ines.press("It is in place")
    ines.press("Keep")
    ines.reads("In place since")


def it_is_looked_at(ines):
    ines.press("Look at it")
    ines.is_refused("Keep")
    ines.page.get_by_label("Does it still fit?").fill("It holds; the east door is open until ten.")
    ines.page.get_by_label("When is it looked at next?").fill(day(21))
    ines.press("Keep")
    ines.reads("It holds; the east door is open until ten.")


def alex_reads_what_is_arranged(alex):
    alex.open("/my/arrangements/")
    alex.reads("Sam uses the east door")
    alex.reads("We look at it again on")


def it_ends(ines):
    ines.press("End it")
    ines.is_refused("Keep")
    ines.page.get_by_label("Why does it end?").fill("Sam has left the lab.")
    ines.press("Keep")
    ines.reads("Seven years, until")
    ines.open("/portal/measures/")
    ines.reads("Nothing is arranged now")
    ines.press("Also those that are over")
    ines.reads("No contact, both ways: Alex")


def she_sees_nothing_of_the_talk(ines, case):
    row = Measure.objects.get()
    ines.open(row.get_absolute_url())
    ines.does_not_read(SAID)
    ines.does_not_read(case.reference)
    assert ines.open(case.get_absolute_url()).status == 404
    assert ines.open(f"/portal/allegations/{case.reference}/").status == 404


def with_a_reason_nothing_is_arranged(alex, coordinator):
    alex.open("/my/arrangements/")
    alex.choose("Other work")
    alex.page.get_by_label("What do you need?").fill("Another supervisor until summer")
    alex.press("Ask for it")
    coordinator.open("/portal/measures/")
    coordinator.page.get_by_role("link", name="Other work").click()
    coordinator.page.wait_for_load_state()
    coordinator.press("Decide")
    coordinator.choose("No")
    coordinator.is_refused("Keep")
    coordinator.page.get_by_label("Why?").fill("The supervisor has changed already.")
    coordinator.press("Keep")
    alex.open("/my/arrangements/")
    alex.reads("The supervisor has changed already.")
