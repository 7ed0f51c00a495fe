"""Asking that a record be changed; the decision with its reason; the statement that stays attached (R17)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.cases.actions import MatterGone, TransitionRefused, check_channel, lock_matter, touch
from portal.cases.statuses import Channel
from portal.disclosures.actions import lock_subject
from portal.intake.actions import news
from portal.passes.models import Pass

from ..models import AmendmentRequest
from ..policies import can_answer, can_ask
from ..queries import subject_behind
from ..statuses import Decision

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.accounts.viewer import Viewer
    from portal.disclosures.subjects import Subject


@transaction.atomic
def ask_for_change(*, subject: Subject, about: str, wanted: str, channel: Channel, by: Viewer) -> AmendmentRequest:
    """Keep what somebody finds wrong in their record. Until it is decided, nothing is destroyed.

    Raises PermissionDenied or MatterGone.
    """
    subject = lock_subject(subject)
    if not can_ask(by, subject):
        raise PermissionDenied
    check_channel(channel, by)
    staff = None if isinstance(by, Pass) else by
    asked = AmendmentRequest.objects.create(
        **subject.columns, about=about, wanted=wanted, channel=channel, recorded_by=staff
    )
    record(AuditEvent.AMENDMENT_ASKED, actor=by, matter=subject.matter, subject=asked, channel=str(channel))
    touch(subject.matter)
    return asked


@transaction.atomic
def decide_change(*, amendment_id: UUID, decision: Decision, reason: str, by: User) -> AmendmentRequest:
    """Change it, or leave it and say why; the person may then attach their own words.

    Raises PermissionDenied, MatterGone or TransitionRefused.
    """
    asked = _lock(amendment_id)
    if not can_answer(by, asked.matter):
        raise PermissionDenied
    if asked.decision:
        raise TransitionRefused(step="decide", words=_("This was decided already."))
    asked.decision, asked.reason, asked.decided_by, asked.decided_at = decision, reason, by, timezone.now()
    asked.save()
    record(AuditEvent.AMENDMENT_DECIDED, actor=by, matter=asked.matter, subject=asked, decision=str(decision))
    touch(asked.matter)
    if not asked.matter.is_kept:
        # Their page ended when the matter closed: staff tell them.
        news(subject_behind(asked).row, key_id=asked.vault_key)
    return asked


@transaction.atomic
def attach_statement(*, amendment_id: UUID, statement: str, channel: Channel, by: Viewer) -> AmendmentRequest:
    """The person's own words, kept with the record and handed out with it.

    Raises PermissionDenied, MatterGone, or TransitionRefused before it is decided.
    """
    asked = _lock(amendment_id)
    if not can_ask(by, subject_behind(asked)):
        raise PermissionDenied
    check_channel(channel, by)
    if not asked.decision:
        raise TransitionRefused(step="state", words=_("This is not decided yet."))
    asked.statement, asked.stated_at = statement, timezone.now()
    asked.save()
    record(AuditEvent.STATEMENT_ATTACHED, actor=by, matter=asked.matter, subject=asked, channel=str(channel))
    touch(asked.matter)
    return asked


def _lock(amendment_id: UUID) -> AmendmentRequest:
    matter_id = AmendmentRequest.objects.filter(pk=amendment_id).values_list("matter_id", flat=True).first()
    if matter_id is None:
        raise MatterGone
    matter = lock_matter(matter_id, kept_too=True)
    asked = AmendmentRequest.objects.select_related("participant__case", "request").get(pk=amendment_id)
    asked.matter = matter
    return asked
