"""Observed practice: the office asks somebody experienced to watch, they fill the form in, and the learner reads it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.mail.actions import enqueue
from portal.mail.statuses import MailKind
from portal.vault.actions import office_key
from training.models import Credit, Learner, Observation
from training.policies import can_certify, can_observe
from training.practice import CRITERIA, MARKS, READY, VERDICTS
from training.statuses import CreditKind

from . import telling
from .learners import link_account
from .places import Refused

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.accounts.viewer import Viewer


@transaction.atomic
def ask_to_observe(*, learner_id: UUID, level: str, kind: str, observer: User, by: User) -> Observation:
    """Ask somebody to watch a learner at work. Raises ValidationError, or Refused when they are the learner."""
    learner = Learner.objects.select_for_update().get(pk=learner_id)
    link_account(learner)
    if not can_certify(by, learner):
        raise PermissionDenied
    if not can_observe(observer, learner):
        raise Refused(_("Nobody observes their own practice, and whoever observes has an account that is in use."))
    open_one = learner.observations.filter(observer=observer, kind=kind, level=level, shared_at=None).first()
    if open_one is not None:
        return open_one
    asked = Observation(
        vault_key=learner.vault_key, learner=learner, level=level, kind=kind, observer=observer, asked_by=by
    )
    asked.full_clean()
    asked.save()
    record(AuditEvent.OBSERVATION_ASKED, actor=by, subject=asked, level=level, observer=observer.pk)
    if observer.pk != by.pk:
        enqueue(kind=MailKind.STAFF_NEWS, address=observer.email, key_id=office_key())
    return asked


@transaction.atomic
def stop_asking(*, observation_id: UUID, by: User) -> None:
    """Nobody needs to observe this any more. What was shared stays. Twice is once."""
    asked = _locked(observation_id)
    if asked is None:
        return
    if not can_certify(by, asked.learner) and asked.observer_id != by.pk:
        raise PermissionDenied
    if asked.is_shared:
        raise Refused(_("This feedback was shared already: it stays."))
    record(AuditEvent.OBSERVATION_ENDED, actor=by, subject=asked)
    asked.delete()


@transaction.atomic
def share_feedback(
    *,
    observation_id: UUID,
    held_on: date,
    marks: Mapping[str, str],
    strengths: str,
    next_steps: str,
    verdict: str,
    by: User,
) -> Observation:
    """The learner reads all of this, and the session counts; with a good verdict, as an evaluation too.

    Shared once and never changed: the learner has read it. Raises ValidationError, or Refused.
    """
    asked = _locked(observation_id)
    if asked is None:
        raise Refused(_("You are no longer asked to observe this."))
    if asked.observer_id != by.pk or not can_observe(by, asked.learner):
        raise PermissionDenied
    if asked.is_shared:
        raise Refused(_("This feedback was shared already."))
    if held_on > timezone.localdate():
        raise ValidationError({"held_on": _("This day has not come yet.")})
    _check(marks, verdict)
    asked.held_on, asked.marks, asked.verdict = held_on, dict(marks), verdict
    asked.strengths, asked.next_steps, asked.shared_at = strengths, next_steps, timezone.now()
    asked.credit = _credit(asked, asked.kind, held_on, by)
    if verdict == READY:
        _credit(asked, CreditKind.EVALUATION, held_on, by)
    asked.save()
    record(AuditEvent.FEEDBACK_SHARED, actor=by, subject=asked, level=asked.level, credited=asked.kind)
    telling.tell_of_learning(asked.learner)
    return asked


def mark_read(*, learner: Learner, by: Viewer) -> int:
    """The learner has opened the page with the feedback. Returns how many were new to them."""
    if not learner.belongs_to(by):
        raise PermissionDenied
    new = Observation.objects.filter(learner=learner, shared_at__isnull=False, read_at=None)
    return new.update(read_at=timezone.now())


def _locked(observation_id: UUID) -> Observation | None:
    rows = Observation.objects.select_for_update(of=("self",)).select_related("learner")
    return rows.filter(pk=observation_id).first()


def _check(marks: Mapping[str, str], verdict: str) -> None:
    known, codes = {mark for mark, _label in MARKS}, {code for code, *_words in CRITERIA}
    if set(marks) != codes or not set(marks.values()) <= known:
        raise ValidationError(_("Please mark every line, or say that it did not come up."))
    if verdict not in dict(VERDICTS):
        raise ValidationError({"verdict": _("Please say whether this is enough for the level.")})


def _credit(asked: Observation, kind: str, held_on: date, by: User) -> Credit:
    return Credit.objects.create(
        vault_key=asked.vault_key,
        learner=asked.learner,
        kind=kind,
        amount=1,
        earned_on=held_on,
        recorded_by=by,
    )
