import smtplib
from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.core import mail
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from portal.mail import actions, provider, queries
from portal.mail.models import Mailing
from portal.mail.statuses import MailError, MailKind, MailState
from portal.mail.tasks import send_mailing
from portal.vault.actions import create_key, destroy_key, office_key

pytestmark = pytest.mark.django_db
ADDRESS = "sam@example.edu"


def queue(kind=MailKind.NEWS, **context):
    return actions.enqueue(kind=kind, address=ADDRESS, key_id=create_key(), context=context)


def deliver(mailing):
    actions.deliver(mailing_id=mailing.pk)
    mailing.refresh_from_db()
    return mailing.state


@pytest.fixture
def failing_provider(monkeypatch):
    """A mail server that answers with these errors, one for each try, and then works."""

    def fail_with(*errors):
        left = list(errors)
        real = mail.EmailMessage.send

        def send(message, *args, **kwargs):
            if left:
                raise left.pop(0)
            return real(message, *args, **kwargs)

        monkeypatch.setattr(mail.EmailMessage, "send", send)

    return fail_with


def test_a_mail_waits_in_the_outbox_until_the_worker_sends_it():
    mailing = queue()
    assert (mailing.state, mail.outbox) == (MailState.QUEUED, [])

    send_mailing.call(str(mailing.pk))

    mailing.refresh_from_db()
    assert mailing.state == MailState.SENT
    assert [sent.to for sent in mail.outbox] == [[ADDRESS]]


def test_the_task_queue_knows_only_the_id():
    mailing = queue(code="ABCD")

    (queued,) = DBTaskResult.objects.all()

    assert queued.args_kwargs == {"args": [str(mailing.pk)], "kwargs": {}}


def test_nothing_is_queued_without_an_address():
    assert actions.enqueue(kind=MailKind.NEWS, address="", key_id=office_key()) is None
    assert not Mailing.objects.exists()


def test_a_mail_is_sent_once():
    mailing = queue()

    deliver(mailing)
    deliver(mailing)

    assert len(mail.outbox) == 1


def test_a_mail_that_no_longer_exists_is_nothing_to_worry_about():
    actions.deliver(mailing_id=uuid4())

    assert mail.outbox == []


def test_what_filled_the_text_is_forgotten_once_it_is_sent():
    mailing = queue(MailKind.INVITATION, code="ABCD-EFGH", staff="Ana Ruiz", phone="555-0100")

    deliver(mailing)

    assert mailing.context == {}
    assert "ABCD-EFGH" in mail.outbox[0].body


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (smtplib.SMTPServerDisconnected("sam@example.edu"), MailError.PROVIDER),
        (smtplib.SMTPRecipientsRefused({ADDRESS: (450, b"later")}), MailError.REFUSED),
        (TimeoutError("sam@example.edu"), MailError.NETWORK),
        (ZeroDivisionError("sam@example.edu"), MailError.INTERNAL),
    ],
)
def test_a_failure_is_kept_as_a_code_and_tried_again_later(failing_provider, error, code):
    failing_provider(error)
    mailing = queue()

    assert deliver(mailing) == MailState.QUEUED
    assert (mailing.error_code, mailing.attempts) == (code, 1)
    assert deliver(mailing) == MailState.QUEUED

    with time_machine.travel(timezone.now() + timedelta(minutes=2)):
        assert actions.deliver_due() == 1
    mailing.refresh_from_db()
    assert mailing.state == MailState.SENT
    assert len(mail.outbox) == 1


def test_an_address_that_is_refused_for_good_is_not_tried_again(failing_provider):
    failing_provider(smtplib.SMTPRecipientsRefused({ADDRESS: (550, b"no such user")}))
    mailing = queue()

    assert deliver(mailing) == MailState.FAILED

    assert mailing.error_code == MailError.REFUSED
    assert list(queries.stuck()) == [mailing]


def test_after_the_last_try_the_desk_hears_of_it(failing_provider):
    failing_provider(*[TimeoutError()] * 10)
    mailing = queue()

    for day in range(len(actions.WAITS) + 1):
        with time_machine.travel(timezone.now() + timedelta(days=day)):
            state = deliver(mailing)

    assert (state, mailing.error_code) == (MailState.FAILED, MailError.NETWORK)
    assert mailing in queries.stuck()


def test_a_text_that_cannot_be_written_is_a_code_too(monkeypatch):
    mailing = queue()
    monkeypatch.setattr(provider, "write", lambda *args: 1 / 0)

    assert deliver(mailing) == MailState.QUEUED
    assert mailing.error_code == MailError.INTERNAL


def test_a_mail_whose_key_is_gone_is_dropped():
    mailing = queue()
    destroy_key(key_id=mailing.vault_key)

    assert deliver(mailing) == MailState.DROPPED
    assert mailing.error_code == MailError.KEY_GONE
    assert mail.outbox == []


def test_the_outbox_of_a_matter_can_be_dropped():
    mailing, other = queue(), queue()

    assert actions.drop_queued(key_id=mailing.vault_key) == 1

    assert deliver(mailing) == MailState.DROPPED
    assert deliver(other) == MailState.SENT


def test_a_mail_that_was_dropped_while_it_was_sent_stays_dropped(failing_provider, monkeypatch):
    mailing = queue()
    monkeypatch.setattr(actions, "send", lambda m: actions.drop_queued(key_id=m.vault_key))

    assert deliver(mailing) == MailState.DROPPED


def test_mail_that_waits_too_long_is_seen():
    mailing = queue()
    assert list(queries.stuck()) == []

    with time_machine.travel(timezone.now() + timedelta(minutes=16)):
        assert list(queries.stuck()) == [mailing]


def test_old_mail_and_task_results_are_deleted(failing_provider):
    sent, waiting = queue(), queue()
    deliver(sent)
    DBTaskResult.objects.update(status="SUCCESSFUL", finished_at=timezone.now())

    with time_machine.travel(timezone.now() + timedelta(days=8)):
        assert actions.prune() == 1

    assert list(Mailing.objects.all()) == [waiting]
    assert not DBTaskResult.objects.exists()


def test_what_the_task_queue_remembers_of_a_matter_can_be_forgotten():
    mailing, other = queue(), queue()

    assert actions.forget_task_results(key_id=mailing.vault_key) == 1

    assert [result.args_kwargs["args"] for result in DBTaskResult.objects.all()] == [[str(other.pk)]]
