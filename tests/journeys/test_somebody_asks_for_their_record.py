"""Somebody asks for their own record: 45 days, a draft without others, a person who approves it, the package (R17)."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone
from django.utils.formats import date_format

from portal.access.models import AccessRequest
from portal.cases.actions import write_note
from portal.cases.statuses import CaseStatus
from portal.intake.actions import write_message
from portal.records.gates import is_held
from tests.factories import make_case, make_staff, verified
from tests.factories.texts import make_resolution_texts

from .actors import is_signed_in
from .test_a_plan_is_made_and_followed import holds_page

pytestmark = pytest.mark.django_db(transaction=True)
SECRET = "marigold lanterns over the quiet eastern harbour"


def test_a_record_is_asked_for_drafted_approved_and_handed_over(person):
    cache.clear()
    programme = make_resolution_texts()
    cora = verified(make_staff(programme=programme, first_name="Cora"))
    case = make_case(CaseStatus.ARRANGING, programme=programme, coordinator=cora)
    first, second = case.participants.select_related("entry").order_by("number")
    write_message(entry_id=first.entry_id, body="I want to sleep. Sam shouts at night.", by=first.entry)
    write_message(entry_id=second.entry_id, body=f"Nobody knows: {SECRET}.", by=second.entry)
    write_note(matter_id=case.matter_id, body=f"Alex called about the key. Sam is tired. Sam says {SECRET}.", by=cora)
    alex, sam, coordinator = person(phone=True), person(phone=True), person()
    holds_page(alex, first)
    holds_page(sam, second)
    is_signed_in(coordinator, cora)

    alex_asks(alex)
    assert is_held(case.matter_id)
    the_draft_takes_everybody_else_out(coordinator)
    nothing_goes_out_unread(alex, coordinator)
    it_is_approved_and_handed_over(coordinator)
    alex_takes_it(alex)
    assert not is_held(case.matter_id)
    nobody_else_finds_it(sam)


def alex_asks(alex):
    alex.open("/my/held/")
    alex.press("Ask for a copy of your whole record, or tell us that something is wrong in it")
    alex.press("Ask for my record")
    last = date_format(timezone.localdate() + timedelta(days=45), "l, j F Y")
    alex.reads(f"You find it here by {last}")


def the_draft_takes_everybody_else_out(coordinator):
    coordinator.open("/portal/access/")
    coordinator.reads("45 days left")
    coordinator.press("Alex")
    coordinator.reads("Destruction is suspended while this is open.")
    coordinator.press("Make the draft")
    coordinator.reads("I want to sleep. [")
    coordinator.reads("shouts at night.")
    coordinator.does_not_read(SECRET)
    coordinator.does_not_read("Sam is tired")


def nothing_goes_out_unread(alex, coordinator):
    coordinator.is_refused("Approve the draft")
    coordinator.page.locator("a", has_text="Change").first.click()
    coordinator.page.wait_for_load_state()
    coordinator.check()
    coordinator.press("Keep")
    asked = AccessRequest.objects.get()
    assert alex.page.goto(f"/my/record/{asked.pk}/copy/").status == 404
    coordinator.open(asked.get_absolute_url())


def it_is_approved_and_handed_over(coordinator):
    coordinator.choose("I have read every piece")
    coordinator.press("Approve the draft")
    package = coordinator.page.request.get(
        f"{coordinator.server.url}{AccessRequest.objects.get().get_absolute_url()}package/"
    )
    assert package.headers["content-type"] == "application/pdf"
    coordinator.press("Hand it over")
    coordinator.reads("Handed over")


def alex_takes_it(alex):
    alex.open("/my/record/")
    alex.reads("Ready for you")
    address = alex.page.get_by_role("link", name="Your record, asked for on").get_attribute("href")
    package = alex.page.request.get(f"{alex.server.url}{address}")
    assert package.headers["content-type"] == "application/pdf"
    assert package.body().startswith(b"%PDF")


def nobody_else_finds_it(sam):
    sam.open("/my/record/")
    sam.does_not_read("Ready for you")
    assert sam.page.goto(f"/my/record/{AccessRequest.objects.get().pk}/copy/").status == 404
