"""Keeping little, and not for long. Called by the timer.

Wishes (needs, food, why) go thirty days after a course is over. A learner goes a year after they were last here,
unless a certification holds, a place is still theirs, or they have an account. Whoever never came to enrol goes the
next day. A group's words go a year after its training was held or came to nothing, and so does what the office wrote
to everybody of a course, after a year.
"""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, Max, OuterRef, Q, QuerySet
from django.utils import timezone

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.mail.actions import drop_queued, forget_task_results
from portal.mail.models import Mailing
from portal.passes.models import Pass
from portal.vault.actions import destroy_key
from training.models import Certification, CohortMessage, Enrolment, GroupRequest, Learner
from training.statuses import LIVE, OfferingStatus

WISHES_KEPT = timedelta(days=30)
LEARNERS_KEPT = timedelta(days=365)
VISITORS_KEPT = timedelta(days=1)
GROUPS_KEPT = timedelta(days=365)
MESSAGES_KEPT = timedelta(days=365)
_AT_ONCE = 200


def forget_due() -> int:
    """Empty and delete what is no longer needed. Returns how many rows."""
    return _empty_wishes() + _forget_learners() + _forget_groups() + _forget_messages()


def _empty_wishes() -> int:
    """Sealed words are replaced, not updated in place: each row is saved."""
    limit = timezone.now() - WISHES_KEPT
    over = (
        Enrolment.objects.alias(last=Max("offering__meetings__ends_at"))
        .filter(Q(last__lt=limit) | Q(offering__status=OfferingStatus.CANCELLED, changed_at__lt=limit))
        .exclude(wishes_gone=True)
    )
    rows = list(over[:_AT_ONCE])
    for row in rows:
        row.access_needs = row.food = row.why = row.reason = ""
        row.wishes_gone = True
        row.save(update_fields=["access_needs", "food", "why", "reason", "wishes_gone"])
    return len(rows)


def due_learners() -> QuerySet[Learner]:
    """Those whom nothing keeps here any more."""
    now = timezone.now()
    mine = {"learner": OuterRef("pk")}
    holds = Certification.objects.current(timezone.localdate()).filter(**mine)
    enrolled = Enrolment.objects.filter(**mine)
    long_ago = Q(last_active_at__lt=now - LEARNERS_KEPT) & ~Exists(enrolled.filter(status__in=sorted(LIVE)))
    never_enrolled = Q(created_at__lt=now - VISITORS_KEPT) & ~Exists(enrolled) & Q(credits=None)
    return Learner.objects.filter(long_ago | never_enrolled, ~Exists(holds), user=None)


def _forget_learners() -> int:
    ids = list(due_learners().order_by().values_list("pk", flat=True).distinct()[:_AT_ONCE])
    return sum(forget_learner(learner_id) for learner_id in ids)


def forget_learner(learner_id: UUID) -> bool:
    """Delete a learner with all that is theirs, then the key. Repeating it after a crash does the rest."""
    with transaction.atomic():
        locked = Learner.objects.select_for_update(of=("self",)).filter(pk=learner_id)
        learner = locked.filter(pk__in=due_learners().values("pk")).first()
        if learner is None:
            return False
        key_id, entry_id = learner.vault_key, learner.entry_id
        _drop_mail(key_id)
        record(AuditEvent.LEARNER_FORGOTTEN, actor=None, subject=learner)
        learner.delete()
        if entry_id is not None:
            Pass.objects.filter(pk=entry_id).delete()
    destroy_key(key_id=key_id)
    return True


def _forget_groups() -> int:
    old = GroupRequest.objects.filter(ended_at__lt=timezone.now() - GROUPS_KEPT)
    return sum(_forget_group(group) for group in old[:_AT_ONCE])


def _forget_group(group: GroupRequest) -> bool:
    with transaction.atomic():
        _drop_mail(group.vault_key)
        GroupRequest.objects.filter(pk=group.pk).delete()
    destroy_key(key_id=group.vault_key)
    return True


def _forget_messages() -> int:
    """What was written to a cohort goes after a year, its key last."""
    old = list(CohortMessage.objects.filter(written_at__lt=timezone.now() - MESSAGES_KEPT)[:_AT_ONCE])
    for message in old:
        key_id = message.vault_key
        message.delete()
        destroy_key(key_id=key_id)
    return len(old)


def _drop_mail(key_id: UUID) -> None:
    drop_queued(key_id=key_id)
    forget_task_results(key_id=key_id)
    Mailing.objects.filter(vault_key=key_id).delete()
