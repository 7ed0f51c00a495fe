"""The conversation between one person and the office."""

import pytest
from django.core.exceptions import PermissionDenied

from portal.audit.events import AuditEvent
from portal.audit.models import AuditLink
from portal.cases.actions import MatterGone
from portal.cases.statuses import Channel
from portal.handbook.queries import current, told
from portal.intake import actions
from portal.intake.models import Message
from portal.intake.queries import conversation, unread
from portal.mail.models import Mailing
from tests.factories import make_case, make_pass, make_request, make_staff, verified
from tests.factories.texts import make_texts

pytestmark = pytest.mark.django_db


def test_the_writer_and_the_office_read_the_same_words():
    dana, request = make_staff(first_name="Dana", last_name="Okafor"), make_request()

    actions.write_message(entry_id=request.entry_id, body="Hello", by=request.entry)
    actions.answer(entry_id=request.entry_id, body="Welcome", by=dana)

    theirs = [(one.author, one.body, one.is_mine) for one in conversation(request.entry, request.entry)]
    ours = [(one.author, one.body, one.is_mine) for one in conversation(request.entry, verified(dana))]
    assert theirs == [("You", "Hello", True), ("Dana Okafor", "Welcome", False)]
    assert ours == [("They", "Hello", False), ("Dana Okafor", "Welcome", True)]


def test_the_first_answer_ends_the_wait_and_gives_the_request_to_its_writer():
    dana, request = make_staff(), make_request()

    actions.answer(entry_id=request.entry_id, body="Welcome", by=dana)
    request.refresh_from_db()
    first = request.first_reply_at
    actions.answer(entry_id=request.entry_id, body="One more thing", by=make_staff())

    request.refresh_from_db()
    assert (request.status, request.assigned_to, request.first_reply_at) == ("ANSWERED", dana, first)
    assert AuditLink.objects.filter(kind=AuditEvent.REQUEST_ANSWERED).count() == 1


def test_a_mail_says_only_that_there_is_news_and_only_to_a_safe_mailbox():
    dana = make_staff()
    by_mail = make_request()
    by_phone = make_request(safe_way="PHONE", contact={"phone": "555-0101"})

    for request in (by_mail, by_phone):
        actions.answer(entry_id=request.entry_id, body="The secret is blue", by=dana)

    (mailing,) = Mailing.objects.all()
    assert (mailing.kind, mailing.address, mailing.vault_key) == ("NEWS", "alex@example.org", by_mail.vault_key)
    assert "blue" not in str(mailing.context)


def test_staff_write_down_what_somebody_says_on_the_phone():
    dana, request = make_staff(first_name="Dana", last_name="Okafor"), make_request()

    message = actions.write_message(entry_id=request.entry_id, body="Call me", by=dana, channel=Channel.PHONE)

    assert (message.direction, message.author, message.channel) == ("TO_OFFICE", dana, "PHONE")
    (spoken,) = conversation(request.entry, request.entry)
    assert (spoken.author, spoken.is_mine) == ("You (by phone, written down by Dana Okafor)", True)


def test_nobody_writes_in_the_conversation_of_another_pass():
    request, other = make_request(), make_pass().entry

    with pytest.raises(PermissionDenied):
        actions.write_message(entry_id=request.entry_id, body="Hello", by=other)

    assert Message.objects.count() == 0
    assert conversation(request.entry, other) == []


@pytest.mark.parametrize("role", ["NEUTRAL", "INTERN", "AUDITOR"])
def test_staff_who_open_no_requests_do_not_answer(role):
    request, somebody = make_request(), make_staff(role)

    with pytest.raises(PermissionDenied):
        actions.answer(entry_id=request.entry_id, body="Hello", by=somebody)


def test_a_pass_does_not_answer_for_the_office():
    request = make_request()

    with pytest.raises(PermissionDenied):
        actions.answer(entry_id=request.entry_id, body="Hello", by=request.entry)


def test_somebody_with_a_tie_does_not_answer():
    make_staff()
    luis = make_staff()
    request = make_request(tied=[luis])

    with pytest.raises(PermissionDenied):
        actions.answer(entry_id=request.entry_id, body="Hello", by=luis)


def test_a_matter_that_is_being_destroyed_takes_no_words():
    request = make_request()
    request.matter.status = "DESTROYING"
    request.matter.save()

    with pytest.raises(MatterGone):
        actions.write_message(entry_id=request.entry_id, body="Hello", by=request.entry)


def test_only_the_persons_own_reading_makes_a_message_read():
    dana, request = make_staff(), make_request()
    message = actions.answer(entry_id=request.entry_id, body="Hello", by=dana)
    other = make_pass().entry

    actions.mark_read(entry=other, ids=[message.pk])
    before = unread(request.entry)
    actions.mark_read(entry=request.entry, ids=[message.pk])

    assert before == [message.pk]
    assert unread(request.entry) == []


def test_a_notice_reaches_the_conversation_word_for_word():
    make_texts()
    case = make_case()
    person = case.participants.first()
    person.entry, person.contact = make_pass(case.vault_key).entry, {"way": "EMAIL", "email": "sam@example.org"}
    person.save()

    actions.tell_participant(person, "STOP_WORDS")

    (spoken,) = conversation(person.entry, person.entry)
    assert (spoken.author, spoken.is_mine) == ("The office", False)
    assert spoken.body == told(current("STOP_WORDS", case.programme)).text
    assert Mailing.objects.get().address == "sam@example.org"


def test_somebody_without_a_code_is_told_by_staff():
    make_texts()
    person = make_case().participants.first()
    person.entry = None

    assert actions.tell_participant(person, "STOP_WORDS") is None
    assert Message.objects.count() == 0
