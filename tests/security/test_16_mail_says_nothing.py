"""Promise 16, mail: it says there is news. Sender, subject, links and calendar are neutral; failures leave a code."""

import logging
import smtplib

import pytest
from django.core import mail
from django_tasks_db.models import DBTaskResult

from portal.mail import actions
from portal.mail.models import Mailing
from portal.mail.rendering import write
from portal.mail.statuses import MailKind, MailState
from portal.mail.tasks import send_mailing
from portal.vault.actions import create_key
from tests.factories import make_office

from .raw import raw_dump

pytestmark = pytest.mark.django_db
CANARY = "heliotrope"
TELLING = ("conflict", "mediat", "dispute", "harm", "complain", "resolution", "case ", "session", "party")


@pytest.fixture(autouse=True)
def office():
    return make_office()


@pytest.mark.parametrize("kind", MailKind.values)
def test_no_part_of_a_mail_tells_what_it_is_about(kind):
    letter = write(kind, {"code": "ABCD", "staff": "Ana Ruiz", "phone": "617-555-0142", "url": "https://x/y"})

    told = [word for word in TELLING for part in vars(letter).values() if word in part.lower()]
    assert told == []


def test_words_of_the_matter_cannot_reach_a_mail():
    context = {"story": CANARY, "name": CANARY, "reference": CANARY}

    letters = [write(kind, context) for kind in MailKind.values]

    assert CANARY not in str(letters)


def send(address=f"{CANARY}@example.edu"):
    mailing = actions.enqueue(kind=MailKind.NEWS, address=address, key_id=create_key(), context={"x": CANARY})
    send_mailing.call(str(mailing.pk))
    mailing.refresh_from_db()
    return mailing


@pytest.mark.parametrize(
    "failure",
    [
        smtplib.SMTPRecipientsRefused({f"{CANARY}@example.edu": (550, CANARY.encode())}),
        smtplib.SMTPDataError(554, f"{CANARY}@example.edu is unknown"),
        OSError(f"cannot reach {CANARY}"),
        ValueError(CANARY),
    ],
    ids=["refused", "provider", "network", "internal"],
)
def test_a_failure_leaves_no_address_anywhere(monkeypatch, caplog, failure):
    def fail(*args, **kwargs):
        raise failure

    monkeypatch.setattr(mail.EmailMessage, "send", fail)

    with caplog.at_level(logging.DEBUG):
        mailing = send()

    assert mailing.state in {MailState.QUEUED, MailState.FAILED}
    assert mailing.error_code
    assert CANARY not in caplog.text
    assert CANARY.encode() not in raw_dump()


def test_the_outbox_and_the_task_queue_hold_ids_and_ciphertext_only():
    mailing = send()

    assert mailing.state == MailState.SENT
    assert DBTaskResult.objects.get().args_kwargs["args"] == [str(mailing.pk)]
    assert CANARY.encode() not in raw_dump()
    assert Mailing.objects.get().context == {}


def test_headers_say_no_more_than_the_text():
    mailing = send()

    (sent,) = mail.outbox
    assert set(sent.extra_headers) == {"Message-ID", "Auto-Submitted"}
    assert sent.extra_headers["Message-ID"].startswith(f"<{mailing.pk}@")
