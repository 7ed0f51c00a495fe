"""Somebody leaves once an agreement holds: it stays as it is, and the case does not end because of them."""

import pytest

from portal.cases.models import Case
from portal.cases.statuses import CaseStatus, Channel
from portal.cases.transitions import missing
from portal.plans.models import Resolution
from portal.plans.statuses import Capacity, ResolutionStatus
from portal.records.actions import finish_case
from portal.withdrawals.actions import withdraw
from tests.factories import use_pass
from tests.factories.resolutions import make_almost_agreed, sign_as, sign_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def agreed():
    row, director = make_almost_agreed()
    sign_for(row, Capacity.DIRECTOR, director)
    sign_as(row, 2)
    return row


def sam_of(row):
    return row.case.participants.select_related("entry").get(number=2)


def test_the_agreement_holds_and_the_case_goes_on_to_its_end(agreed):
    sam = sam_of(agreed)

    withdraw(participant_id=sam.pk, channel=Channel.SELF, by=sam.entry)

    assert Case.objects.get(pk=agreed.case_id).status == CaseStatus.ARRANGING
    assert Resolution.objects.get(pk=agreed.pk).status == ResolutionStatus.AGREED
    assert finish_case(case_id=agreed.case_id, by=agreed.case.coordinator).ending == "DONE"


def test_the_page_says_so_before(agreed, client):
    use_pass(client, sam_of(agreed).entry)

    html = client.get("/my/withdraw/").text

    assert "It holds, and stays as it is when you leave." in html
    assert "The others will not get any message about it." in html


def test_before_the_last_signature_the_page_says_what_the_others_read(client):
    row, _director = make_almost_agreed()
    use_pass(client, sam_of(row).entry)

    html = client.get("/my/withdraw/").text

    assert "This is exactly what the others will read" in html
    assert "It holds" not in html


def test_nobody_can_meet_any_more_once_too_few_are_left(agreed):
    sam = sam_of(agreed)

    withdraw(participant_id=sam.pk, channel=Channel.SELF, by=sam.entry)

    assert missing(Case.objects.get(pk=agreed.case_id), "book")


def test_where_a_time_is_booked_leaving_ends_the_case_and_leaves_the_agreement(agreed):
    Case.objects.filter(pk=agreed.case_id).update(status=CaseStatus.BOOKED)
    sam = sam_of(agreed)

    withdraw(participant_id=sam.pk, channel=Channel.SELF, by=sam.entry)

    assert Case.objects.get(pk=agreed.case_id).status == CaseStatus.ENDED
    assert Resolution.objects.get(pk=agreed.pk).status == ResolutionStatus.AGREED
