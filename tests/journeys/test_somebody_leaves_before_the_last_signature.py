"""The last signature is missing, and whoever should give it leaves: nothing is agreed, and every way is open again."""

import pytest
from django.core.cache import cache

from portal.plans.models import Resolution
from portal.plans.statuses import Capacity, ResolutionStatus
from portal.screening.models import Allegation
from tests.factories.resolutions import make_almost_agreed, sign_for

from .actors import is_signed_in
from .test_a_plan_is_made_and_followed import holds_page

pytestmark = pytest.mark.django_db(transaction=True)


def test_whoever_should_sign_last_leaves_instead(person):
    cache.clear()
    row, director = make_almost_agreed()
    case = row.case
    sam, alex, cora = person(phone=True), person(phone=True), person()
    for somebody, number in ((alex, 1), (sam, 2)):
        holds_page(somebody, case.participants.select_related("entry").get(number=number))
    is_signed_in(cora, case.coordinator)
    sign_for(row, Capacity.DIRECTOR, director)
    cora.open(f"{case.get_absolute_url()}resolution/")
    cora.reads("Waiting for Sam to sign")

    sam_leaves_and_reads_once_more_what_is_open(sam)
    nothing_is_agreed_for_anybody(alex, cora, case)
    the_formal_process_is_open_again(cora, case)


def sam_leaves_and_reads_once_more_what_is_open(sam):
    sam.open("/my/agreed/")
    sam.reads("Until everyone has signed, anybody can withdraw.")
    sam.open("/my/withdraw/")
    sam.press("Withdraw now")
    sam.reads("You have left this. Your rights are the same as before")
    sam.reads("Where to report")
    sam.is_refused("Send")
    sam.page.get_by_label("In your own words").fill("I can still report it, and nobody holds it against me.")
    sam.press("Send")
    sam.reads("Thank you")
    sam.open("/my/")
    sam.reads("You have withdrawn.")
    sam.does_not_read("is destroyed")


def nothing_is_agreed_for_anybody(alex, cora, case):
    alex.open("/my/agreed/")
    alex.reads("Nothing is agreed")
    alex.does_not_read("Sam withdrew")
    cora.open(f"{case.get_absolute_url()}resolution/")
    assert Resolution.objects.get().status == ResolutionStatus.WITHDRAWN
    assert not hasattr(Resolution.objects.get(), "copy")


def the_formal_process_is_open_again(cora, case):
    cora.open(f"/portal/papers/{case.reference}/")
    cora.reads("The sheet again, when they left")
    cora.reads("I can still report it")
    cora.open(f"/portal/allegations/{case.reference}/")
    cora.does_not_read("Settled, no formal process")
    cora.press("A formal process")
    cora.page.get_by_label("A formal process runs since").fill("2026-11-02")
    cora.press("Keep")
    cora.reads("runs since 2 November 2026")
    assert Allegation.objects.get().barred_on is None
