"""Before something promised is due, and once it is overdue: those whose promise it is hear it, each time once.

Only where promises are followed at all. The words are those of any other news: there is something on their page.
"""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from portal.accounts.models import User
from portal.accounts.roles import Permission
from portal.cases.actions import MatterGone, MatterKept, lock_matter, send_news
from portal.cases.models import Case
from portal.mail.actions import enqueue
from portal.mail.statuses import MailKind

from ..models import Commitment, EnforcementRecord
from ..policies import follows_up, keeps_agreements
from ..queries import people_with
from ..statuses import PlanStatus, RecordStatus, ResolutionStatus

# So long before its day somebody is reminded.
SOON = timedelta(days=7)
FOLLOWED = (
    Q(plan__status=PlanStatus.IN_FORCE)
    | Q(record__status=RecordStatus.RUNNING)
    | Q(resolution__status=ResolutionStatus.AGREED)
)


def remind_of_commitments() -> int:
    """For the timer: a week before the day, and once it has passed. Returns how many commitments were reminded of."""
    return sum(_remind(pk) for pk in list(_waiting().values_list("pk", flat=True)))


def _waiting():  # type: ignore[no-untyped-def]
    """Nobody is held to what they add as support, so nobody is reminded of it."""
    today = timezone.localdate()
    soon = Q(due_on__gte=today, due_on__lte=today + SOON, reminded_at=None)
    late = Q(due_on__lt=today, overdue_told_at=None)
    return Commitment.objects.open().filter(FOLLOWED, soon | late, is_support=False)


@transaction.atomic
def _remind(commitment_id: UUID) -> bool:
    """Locks as every action does, and looks again: what was settled meanwhile is nobody's concern any more."""
    found = Commitment.objects.select_related("plan__case", "record", "resolution__case").get(pk=commitment_id)
    if found.record_id:
        EnforcementRecord.objects.select_for_update().get(pk=found.record_id)
    elif not _lock(_case_of(found)):
        return False
    commitment = _waiting().select_for_update(of=("self",)).select_related("owner").filter(pk=commitment_id).first()
    if commitment is None:
        return False
    is_late = commitment.due_on < timezone.localdate()
    setattr(commitment, "overdue_told_at" if is_late else "reminded_at", timezone.now())
    commitment.save(update_fields=["overdue_told_at" if is_late else "reminded_at"])
    if found.record:
        _tell_office(found.record)
    else:
        _tell(_case_of(found), commitment, is_late=is_late)
    return True


def _case_of(commitment: Commitment) -> Case:
    parent = commitment.plan or commitment.resolution
    assert parent is not None  # noqa: S101 - a commitment is in one of the three
    return parent.case


def _lock(case: Case) -> bool:
    """False where nothing is followed now: a matter that goes or is kept, a pause, a process without promises."""
    try:
        lock_matter(case.matter_id)
    except (MatterGone, MatterKept):
        return False
    return not case.is_paused and (follows_up(case) or keeps_agreements(case))


def _tell(case: Case, commitment: Commitment, *, is_late: bool) -> None:
    """Whose promise it is, while they have a page; who coordinates, when nobody else is there or it is late."""
    owner = commitment.owner if commitment.owner and commitment.owner.is_active and case.is_open else None
    if owner:
        send_news([owner])
    coordinator = case.coordinator
    if coordinator and (is_late or owner is None) and not _is_tied(coordinator, case):
        enqueue(kind=MailKind.STAFF_NEWS, address=coordinator.email, key_id=commitment.vault_key)


def _is_tied(person: User, case: Case) -> bool:
    return case.matter.ties.filter(person=person, answer="YES").exists()


def _tell_office(kept: EnforcementRecord) -> None:
    """The record knows nobody of the case: the office that enforces it is told, whoever is barred is not."""
    barred = set(kept.barred.values_list("person", flat=True))
    for person in people_with(Permission.ENFORCE_PLANS, kept.programme):
        if person.pk not in barred:
            enqueue(kind=MailKind.STAFF_NEWS, address=person.email, key_id=kept.vault_key)
