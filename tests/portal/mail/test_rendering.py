from datetime import UTC, date, datetime

import pytest
from django.core import mail

from portal.mail import actions
from portal.mail.queries import preview
from portal.mail.rendering import _moment, write
from portal.mail.statuses import MailKind
from portal.programmes.models import Office
from portal.vault.actions import office_key

pytestmark = pytest.mark.django_db

CONTEXT = {
    "code": "ABCD-EFGH",
    "staff": "Ana Ruiz",
    "phone": "555-0100",
    "answer_by": "2027-03-01",
    "url": "http://localhost:8000/welcome/x/",
    "invited_by": "Ana Ruiz",
}
TELLING = ("conflict", "mediat", "case", "dispute", "harm", "resolution", "complaint", "session")


@pytest.mark.parametrize("kind", MailKind.values)
def test_every_mail_is_neutral_and_says_not_to_answer_it(kind):
    letter = write(kind, CONTEXT)

    assert letter.subject
    assert "Please do not answer this mail" in letter.body
    for part in (letter.subject, letter.sender, letter.address, letter.reply_to, letter.body):
        assert not [word for word in TELLING if word in part.lower()]


def test_the_sender_is_the_neutral_name_that_the_office_chose():
    Office.objects.update_or_create(id=1, defaults={"mail_sender": "The post room"})

    letter = write(MailKind.NEWS, {})

    assert letter.sender == "The post room"
    assert letter.subject == "There is news for you"


def test_an_invitation_names_a_person_and_a_phone_and_what_it_is_not():
    letter = write(MailKind.INVITATION, CONTEXT)

    for words in ("Ana Ruiz", "555-0100", "You are not in trouble", "Nothing is decided", "You may say no"):
        assert words in letter.body
    assert "/join/#ABCD-EFGH" in letter.body
    assert "until Monday, 1 March" in letter.body


def test_no_subject_and_no_address_of_a_page_carries_a_code():
    letter = write(MailKind.INVITATION, CONTEXT)

    assert "ABCD" not in letter.subject
    assert "/join/ABCD" not in letter.body
    assert "?" not in letter.body.partition("/join/")[2].splitlines()[0]


def test_what_arrives_is_what_was_shown_before():
    shown = preview(MailKind.NEWS)
    mailing = actions.enqueue(kind=MailKind.NEWS, address="sam@example.edu", key_id=office_key())

    actions.deliver(mailing_id=mailing.pk)

    (sent,) = mail.outbox
    assert (sent.subject, sent.body, sent.reply_to) == (shown.subject, shown.body, [shown.reply_to])
    assert sent.from_email == f"{shown.sender} <{shown.address}>"


def test_a_calendar_file_is_attached_under_a_neutral_name():
    context = {"ics": "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "ics_method": "CANCEL"}
    mailing = actions.enqueue(kind=MailKind.CALENDAR, address="s@example.edu", key_id=office_key(), context=context)

    actions.deliver(mailing_id=mailing.pk)

    (name, content, kind) = mail.outbox[0].attachments[0]
    assert (name, content, kind) == ("appointment.ics", context["ics"], "text/calendar; method=CANCEL")


def test_characters_are_not_escaped_as_on_a_web_page():
    assert "O'Neil & Co" in write(MailKind.INVITATION, CONTEXT | {"staff": "O'Neil & Co"}).body


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("2027-03-01", date(2027, 3, 1)),
        ("2027-03-01T10:00:00+00:00", datetime(2027, 3, 1, 10, tzinfo=UTC)),
        ("2027-02-31", "2027-02-31"),
        ("Ana Ruiz", "Ana Ruiz"),
        (3, 3),
    ],
)
def test_days_and_times_arrive_as_such(stored, shown):
    assert _moment(stored) == shown
