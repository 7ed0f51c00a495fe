"""What somebody writes on their page reaches whoever looks after them: a mail once, the desk, the queue."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from portal.cases.models import Case, Matter
from portal.cases.statuses import CaseStatus, MatterStatus
from portal.desk.queries.home import desk_of
from portal.intake.actions import answer, write_message
from portal.intake.models import Request
from portal.mail.models import Mailing
from portal.mail.statuses import MailKind
from tests.factories import make_case, make_staff, sign_in, verified
from tests.factories.requests import make_request
from tests.factories.texts import make_texts

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff():
    make_texts()
    return make_staff()


def write(row, words="Is there news?"):
    write_message(entry_id=row.entry_id, body=words, by=row.entry)


def reply(row, by):
    answer(entry_id=row.entry_id, body="Not yet", by=verified(by))


def mailed():
    return list(Mailing.objects.filter(kind=MailKind.STAFF_NEWS))


@pytest.fixture
def answered(staff):
    """A request that has had its first answer: its promised day is over."""
    request = make_request()
    reply(request, staff)
    return Request.objects.get(pk=request.pk)


def test_a_requester_who_writes_again_is_seen_in_the_queue_and_on_the_desk(client, staff, answered):
    sign_in(client, staff)
    pages = [reverse("portal:desk:requests"), reverse("portal:desk:home")]
    assert not any("Has written" in client.get(page).text for page in pages)

    write(answered)
    assert all("Has written" in client.get(page).text for page in pages)

    reply(answered, staff)
    assert not any("Has written" in client.get(page).text for page in pages)


@pytest.mark.parametrize("status", [CaseStatus.INVITING, CaseStatus.BOOKED, CaseStatus.HELD, CaseStatus.ENDED])
def test_somebody_of_a_case_who_writes_is_on_the_desk_until_they_are_answered(staff, status):
    case = make_case(status, coordinator=staff)
    sam = case.participants.select_related("entry").get(number=2)
    write(sam)
    assert [row.case for row in desk_of(verified(staff)).written] == [case]

    reply(sam, staff)
    assert desk_of(verified(staff)).written == []


def test_what_staff_wrote_down_and_what_the_office_sent_by_itself_wait_for_nobody(staff):
    case = make_case(CaseStatus.ARRANGING, coordinator=staff)
    sam = case.participants.get(number=2)
    write_message(entry_id=sam.entry_id, body="Rather mornings", by=verified(staff), channel="PHONE")

    assert desk_of(verified(staff)).written == []


def test_whoever_writes_comes_before_those_who_wait_longer(staff, answered):
    for days in (3, 2):
        make_request(first_contact_at=timezone.now() - timedelta(days=days))
    write(answered)

    assert desk_of(verified(staff)).requests[0] == answered


def test_their_coordinator_is_mailed_once_until_the_next_answer(staff):
    case = make_case(CaseStatus.ARRANGING, coordinator=staff)
    sam = case.participants.select_related("entry").get(number=2)

    write(sam)
    write(sam, "And one thing more")
    assert [mail.address for mail in mailed()] == [staff.email]

    reply(sam, staff)
    write(sam, "Thank you")
    assert len(mailed()) == 2


def test_the_cover_of_somebody_who_is_away_is_mailed(staff, answered):
    cover = make_staff()
    staff.away_until, staff.cover = timezone.localdate() + timedelta(days=3), cover
    staff.save()

    write(answered)

    assert [mail.address for mail in mailed()] == [cover.email]


def test_nobody_is_mailed_about_a_request_that_nobody_has_yet(staff):
    write(make_request())

    assert mailed() == []


def test_a_record_that_is_kept_does_not_stand_under_what_is_to_close(staff):
    case = make_case(CaseStatus.ENDED, coordinator=staff)
    assert [row.case for row in desk_of(verified(staff)).to_close] == [case]

    Matter.objects.filter(pk=case.matter_id).update(status=MatterStatus.KEPT)

    assert list(Case.objects.visible_to(verified(staff))) == [case]
    assert desk_of(verified(staff)).to_close == []
