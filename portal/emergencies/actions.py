"""Telling because of imminent risk: written down at once, told to the director at once, looked at afterwards."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.cases.actions import TransitionRefused, lock_matter
from portal.cases.models import Matter, Tie
from portal.cases.statuses import TieAnswer
from portal.disclosures.actions import write_disclosure
from portal.disclosures.statuses import Basis
from portal.mail.actions import enqueue, forget_task_results
from portal.mail.models import Mailing
from portal.mail.statuses import MailKind
from portal.vault.actions import create_key, destroy_key
from portal.vault.keystore.models import KeyPurpose

from .models import BreakGlass, EmergencyRule
from .policies import can_break_glass, can_name, can_review
from .queries import answering_for, people_of_programme, to_tell
from .statuses import Finding

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from portal.accounts.models import User
    from portal.programmes.models import Programme

REMINDED_AFTER = timedelta(days=3)


def break_glass(
    *, matter_id: UUID, reference: str, threat: str, recipients: str, told: str, told_at: datetime, by: User
) -> BreakGlass:
    """Write down what was told, to whom and because of what threat; whoever answers for it hears at once.

    Raises PermissionDenied, MatterGone or TransitionRefused.
    """
    # A key is committed before the first row that it seals; one that is never used is swept.
    key_id = create_key(purpose=KeyPurpose.EMERGENCY)
    with transaction.atomic():
        matter = lock_matter(matter_id)
        if not can_break_glass(by, matter):
            raise PermissionDenied
        if told_at > timezone.now():
            raise TransitionRefused(step="emergency", words=_("That time has not come yet."))
        facts = {"threat": threat, "recipients": recipients, "told": told, "told_at": told_at, "opened_by": by}
        row = BreakGlass.objects.create(
            vault_key=key_id, programme=matter.programme, matter=matter, reference=reference, **facts
        )
        row.walled.set([tie.person for tie in _tied(matter).select_related("person")])
        write_disclosure(
            matter=matter,
            basis=Basis.EMERGENCY,
            recipient=recipients,
            interest=threat,
            what=told,
            happened_on=timezone.localdate(told_at),
            by=by,
        )
        record(AuditEvent.GLASS_BROKEN, actor=by, matter=matter, subject=row)
        # Once more for the office: the matter's own chain falls silent when its key goes.
        record(AuditEvent.GLASS_BROKEN, actor=by, subject=row)
        _tell(row, matter)
    return row


def _tell(row: BreakGlass, matter: Matter | None) -> None:
    """In neutral words: something waits on the desk."""
    walled = set(row.walled.values_list("pk", flat=True))
    tied = set(_tied(matter).values_list("person", flat=True)) if matter is not None else set()
    for person in to_tell(row.programme, walled | tied):
        enqueue(kind=MailKind.STAFF_NEWS, address=person.email, key_id=row.vault_key)
    row.director_told_at = timezone.now()
    row.save(update_fields=["director_told_at"])


def _tied(matter: Matter) -> QuerySet[Tie]:
    return matter.ties.filter(answer=TieAnswer.YES)


def keep_walls(matter: Matter) -> None:
    """The matter goes, and its ties with it: who had one by now is walled off for good. In the caller's transaction."""
    people = [tie.person for tie in _tied(matter).select_related("person")]
    for row in BreakGlass.objects.filter(matter=matter):
        row.walled.add(*people)


@transaction.atomic
def review(*, record_id: UUID, finding: Finding, words: str, by: User) -> BreakGlass:
    """Look at it afterwards, once; from then on the days count until it is destroyed.

    Raises PermissionDenied or TransitionRefused.
    """
    # Locked by its own row alone; a join to what may be empty cannot be locked.
    row = BreakGlass.objects.select_for_update().filter(pk=record_id).first()
    if row is None or not BreakGlass.objects.visible_to(by).filter(pk=record_id).exists() or not can_review(by, row):
        raise PermissionDenied
    if row.is_reviewed:
        raise TransitionRefused(step="review", words=_("Somebody has looked at this already."))
    row.finding, row.review, row.reviewed_by, row.reviewed_at = finding, words, by, timezone.now()
    row.delete_on = timezone.localdate() + timedelta(days=answering_for(row.programme).keep_days)
    row.save()
    record(AuditEvent.GLASS_REVIEWED, actor=by, subject=row, finding=str(finding))
    return row


@transaction.atomic
def name_people(
    *, programme: Programme, director: User, on_call: User, phone: str = "", keep_days: int, by: User
) -> EmergencyRule:
    """Say who answers for emergencies and how long is kept; `phone` is the number of whoever is on call, if it is new.

    Raises PermissionDenied or TransitionRefused.
    """
    if not can_name(by, programme):
        raise PermissionDenied
    here = {one.pk for one in people_of_programme(programme)}
    if not {director.pk, on_call.pk} <= here:
        raise TransitionRefused(step="name", words=_("Choose people who have a role in this programme."))
    if not 1 <= keep_days <= 365:
        raise TransitionRefused(step="name", words=_("Choose a number of days from 1 to 365."))
    rule, _made = EmergencyRule.objects.update_or_create(
        programme=programme, defaults={"director": director, "on_call": on_call, "keep_days": keep_days}
    )
    if phone:
        on_call.phone = phone
        on_call.save(update_fields=["phone"])
    facts = {"director": str(director.pk), "on_call": str(on_call.pk), "days": keep_days}
    record(AuditEvent.EMERGENCY_PEOPLE_NAMED, actor=by, subject=rule, **facts)
    return rule


def remind_of_reviews() -> int:
    """For the timer: nobody has looked at it for three days, so they hear again. Returns how many."""
    late = BreakGlass.objects.to_review().filter(director_told_at__lt=timezone.now() - REMINDED_AFTER)
    return sum(_remind(pk) for pk in late.values_list("pk", flat=True))


@transaction.atomic
def _remind(record_id: UUID) -> bool:
    row = BreakGlass.objects.select_for_update().filter(pk=record_id, reviewed_at=None).first()
    if row is None:
        return False
    _tell(row, row.matter)
    return True


def forget_due() -> int:
    """For the timer: the days are over. The key goes first, so that no backup can be read. Returns how many."""
    over = BreakGlass.objects.filter(delete_on__lte=timezone.localdate())
    return sum(_forget(pk, key_id) for pk, key_id in over.values_list("pk", "vault_key"))


def _forget(record_id: UUID, key_id: UUID) -> bool:
    destroy_key(key_id=key_id)
    with transaction.atomic():
        row = BreakGlass.objects.get(pk=record_id)
        record(AuditEvent.GLASS_FORGOTTEN, actor=None, subject=row)
        forget_task_results(key_id=key_id)
        Mailing.objects.filter(vault_key=key_id).delete()
        row.delete()
    return True
