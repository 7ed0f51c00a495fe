"""Promise 29: mail commits with the change, is retried, arrives once, and is seen when it is stuck."""

import os
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from portal.mail import actions, queries
from portal.mail.models import Mailing
from portal.mail.statuses import MailKind, MailState
from portal.mail.tasks import send_mailing
from portal.vault.actions import office_key
from tests.factories import make_office


class Killed(BaseException):
    """What a worker feels when the machine goes down."""


@pytest.fixture(autouse=True)
def office(db):
    return make_office()


@pytest.fixture
def mailbox(settings, tmp_path):
    """Keeps one copy of each message, as mailboxes do."""
    settings.EMAIL_BACKEND = "portal.mail.folder.EmailBackend"
    settings.EMAIL_FILE_PATH = tmp_path
    return tmp_path


def queue():
    return actions.enqueue(kind=MailKind.NEWS, address="sam@example.edu", key_id=office_key())


@pytest.mark.django_db
def test_a_change_that_is_rolled_back_sends_no_mail():
    with transaction.atomic():
        queue()
        transaction.set_rollback(True)

    assert not Mailing.objects.exists()
    assert not DBTaskResult.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_the_worker_sends_what_was_committed():
    mailing = queue()

    call_command("db_worker", batch=True, interval=0.1, startup_delay=False, verbosity=0, reload=False)

    mailing.refresh_from_db()
    assert mailing.state == MailState.SENT
    assert len(mail.outbox) == 1


@pytest.mark.django_db
@pytest.mark.parametrize("moment", ["before handing over", "after handing over"])
def test_a_worker_killed_while_sending_costs_no_mail_and_sends_one(mailbox, monkeypatch, moment):
    mailing = queue()
    hand_over = mail.EmailMessage.send

    def die(message, *args, **kwargs):
        if moment == "after handing over":
            hand_over(message, *args, **kwargs)
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(mail.EmailMessage, "send", die)
        with pytest.raises(Killed):
            send_mailing.call(str(mailing.pk))
    assert actions.deliver_due() == 0

    with time_machine.travel(timezone.now() + actions.CLAIM + timedelta(seconds=1)):
        assert actions.deliver_due() == 1
        assert actions.deliver_due() == 0

    mailing.refresh_from_db()
    assert mailing.state == MailState.SENT
    assert os.listdir(mailbox) == [f"{mailing.pk}.eml"]


@pytest.mark.django_db
def test_two_workers_send_one_mail():
    mailing = queue()

    claimed = actions._claim(mailing.pk)
    actions.deliver(mailing_id=mailing.pk)

    assert claimed is not None
    assert mail.outbox == []


@pytest.mark.django_db
def test_what_is_stuck_is_seen_after_a_quarter_of_an_hour():
    mailing = queue()

    with time_machine.travel(timezone.now() + timedelta(minutes=14)):
        assert not queries.stuck().exists()
    with time_machine.travel(timezone.now() + timedelta(minutes=16)):
        assert list(queries.stuck()) == [mailing]
