"""The outbox. A mail is committed with the change it tells of, tried until it is sent, and sent once.

A worker claims a mail before sending. If it dies, the claim lapses and the mail is tried again with the same
Message-ID: nothing is lost, and in the one moment between handing over and writing that down a second copy may
leave, which mailboxes recognise.
"""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from portal.vault import keyring

from .models import Mailing
from .provider import NotSent, send
from .statuses import MailError, MailKind, MailState
from .tasks import send_mailing

CLAIM = timedelta(minutes=10)
# How long to wait after the first, second, … failure; after the last one the desk hears of it.
WAITS = [timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240, 720)]
KEPT = {MailState.SENT: timedelta(days=7), MailState.DROPPED: timedelta(days=7), MailState.FAILED: timedelta(days=30)}
TASK_RESULTS_KEPT = timedelta(days=1)
_AT_ONCE = 50
_WAITING = [MailState.QUEUED, MailState.SENDING]


def enqueue(
    *, kind: MailKind, address: str, key_id: UUID, context: dict[str, Any] | None = None, language: str = "en"
) -> Mailing | None:
    """Put a mail into the outbox, inside the caller's transaction. Without an address there is nothing to send.

    Days and times in the context reach the template as such.
    """
    if not address:
        return None
    mailing = Mailing.objects.create(
        kind=kind, address=address, vault_key=key_id, context=context or {}, language=language
    )
    send_mailing.enqueue(str(mailing.pk))
    return mailing


def deliver(*, mailing_id: UUID) -> None:
    """Send one mail, if it is due and nobody else is at it."""
    mailing = _claim(mailing_id)
    if mailing is None:
        return
    try:
        send(mailing)
    except NotSent as failure:
        _put_back(mailing, failure)
    else:
        _finish(mailing, state=MailState.SENT, sent_at=timezone.now())


def deliver_due() -> int:
    """For the timer: send what is due, and what a worker left behind. Returns how many were tried."""
    due = Mailing.objects.filter(state__in=_WAITING, next_try_at__lte=timezone.now()).order_by("next_try_at")
    ids = list(due.values_list("pk", flat=True)[:_AT_ONCE])
    for mailing_id in ids:
        with keyring.scope():
            deliver(mailing_id=mailing_id)
    return len(ids)


@transaction.atomic
def _claim(mailing_id: UUID) -> Mailing | None:
    due = Mailing.objects.select_for_update().filter(state__in=_WAITING, next_try_at__lte=timezone.now())
    mailing = due.filter(pk=mailing_id).first()
    if mailing is None:
        return None
    mailing.state, mailing.attempts = MailState.SENDING, mailing.attempts + 1
    mailing.next_try_at = timezone.now() + CLAIM
    mailing.save(update_fields=["state", "attempts", "next_try_at"])
    return mailing


def _put_back(mailing: Mailing, failure: NotSent) -> None:
    if failure.code == MailError.KEY_GONE:
        _change(mailing, state=MailState.DROPPED, error_code=failure.code)
    elif failure.again and mailing.attempts <= len(WAITS):
        wait = WAITS[mailing.attempts - 1]
        _change(mailing, state=MailState.QUEUED, error_code=failure.code, next_try_at=timezone.now() + wait)
    else:
        _finish(mailing, state=MailState.FAILED, error_code=failure.code)


@transaction.atomic
def _finish(mailing: Mailing, **changes: Any) -> None:
    """Nothing is tried again: what filled the text is forgotten."""
    if _change(mailing, **changes):
        mailing.context = {}
        mailing.save(update_fields=["context"])


def _change(mailing: Mailing, **changes: Any) -> bool:
    """Only while the claim is ours: a mail that was dropped or taken over meanwhile stays as it is."""
    ours = Mailing.objects.filter(pk=mailing.pk, state=MailState.SENDING, attempts=mailing.attempts)
    return bool(ours.update(**changes))


@transaction.atomic
def drop_queued(*, key_id: UUID) -> int:
    """Nothing more goes out for this matter. Called when it ends or is about to be destroyed."""
    waiting = list(Mailing.objects.select_for_update().filter(vault_key=key_id, state__in=_WAITING))
    for mailing in waiting:
        mailing.state, mailing.context = MailState.DROPPED, {}
        mailing.save(update_fields=["state", "context"])
    return len(waiting)


def forget_task_results(*, key_id: UUID) -> int:
    """Delete what the task queue remembers of a matter's mail. Called before the mail itself is deleted."""
    ids = [str(mailing_id) for mailing_id in Mailing.objects.filter(vault_key=key_id).values_list("pk", flat=True)]
    mine = DBTaskResult.objects.filter(task_path=send_mailing.module_path, args_kwargs__args__0__in=ids)
    return mine.delete()[0]


def prune() -> int:
    """For the timer: delete mail that is done, and what the task queue remembers. Returns how many mails."""
    now = timezone.now()
    done = Q()
    for state, age in KEPT.items():
        done |= Q(state=state, created_at__lt=now - age)
    deleted, _each = Mailing.objects.filter(done).delete()
    DBTaskResult.objects.finished().filter(finished_at__lt=now - TASK_RESULTS_KEPT).delete()
    return deleted
