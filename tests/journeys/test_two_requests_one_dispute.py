"""Two people write about one dispute: staff see it, both allow it, they become one, and one takes it back."""

import pytest

from portal.joining.models import Joining
from tests.factories import make_request_with_slip

from .actors import enter, is_signed_in, open_office


@pytest.fixture
def office(live_server):
    return open_office()


def test_two_requests_become_one_with_both_permissions_and_two_again(person, office):
    first, slip = make_request_with_slip()
    second, other_slip = make_request_with_slip(
        name="Sam Lee", contact={"email": "sam@example.org", "when": ""}, others="Alex Rivera", story="The other side."
    )
    alex, sam, coordinator = person(phone=True), person(phone=True), person()
    is_signed_in(coordinator, office.dana)

    alex_allows_it_without_learning_anything(alex, slip["code"], second)
    staff_write_down_what_sam_said_and_join(coordinator, first, second)
    each_reads_only_their_own(alex, sam, other_slip["code"])
    sam_takes_it_back(sam)
    coordinator.open(f"/portal/requests/{second.reference}/together/")
    coordinator.reads("not allowed")


def alex_allows_it_without_learning_anything(alex, code, second):
    enter(alex, code)
    alex.press("If somebody else writes about the same thing")
    alex.is_refused("Keep my answer")
    alex.choose("Yes, if they say yes too")
    alex.press("Keep my answer")
    alex.does_not_read(second.reference)


def staff_write_down_what_sam_said_and_join(coordinator, first, second):
    coordinator.open(f"/portal/requests/{second.reference}/")
    coordinator.reads("May belong together")
    coordinator.press("See whether they can be joined")
    coordinator.reads("Waiting for the permission")
    coordinator.is_refused("Record the answer")
    coordinator.choose("Yes, they allow it")
    coordinator.page.get_by_label("How they told us").select_option(label="By phone")
    coordinator.press("Record the answer")
    coordinator.reads(first.reference)
    coordinator.press("Join the two")
    coordinator.reads("Make two of them again")
    assert Joining.objects.count() == 1


def each_reads_only_their_own(alex, sam, code):
    enter(sam, code)
    sam.open("/my/held/")
    sam.reads("The other side.")
    sam.does_not_read("We share a room")
    alex.open("/my/held/")
    alex.does_not_read("The other side.")


def sam_takes_it_back(sam):
    sam.open("/my/one/")
    sam.reads("both of you said yes")
    sam.choose("No, keep mine apart")
    sam.press("Keep my answer")
    assert Joining.objects.count() == 0
