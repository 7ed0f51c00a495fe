"""Writing a resolution agreement, opening its signing, and what happens when somebody withdraws before the last one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.cases.actions import MatterGone, TransitionRefused, case_id_of, lock_case, send_news, step_of, touch
from portal.cases.models import Case
from portal.cases.statuses import CaseStatus, Channel
from portal.documents import rendering
from portal.documents.queries import current
from portal.documents.statuses import DocumentKind
from portal.screening.models import Allegation

from ..gates import confirmers, gone_elsewhere, missing_to_open
from ..models import Commitment, Leaving, Resolution
from ..paper import resolution_text
from ..policies import can_write_resolution
from ..statuses import CURRENT_RESOLUTIONS, ResolutionStatus
from .writing import check_open

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.accounts.viewer import Viewer
    from portal.documents.models import DocumentTemplate

FACTS = ("wording", "acknowledgement", "covers", "measures", "permitted", "breach_to", "review_on", "ends_on")
_TERMS = (
    "number",
    "kind",
    "owner",
    "by_whom",
    "what",
    "for_whom",
    "shown_by",
    "mentor",
    "obstacle",
    "starts_on",
    "due_on",
)
# From when everyone takes part: terms can also be found without meeting.
WRITTEN_FROM = frozenset({CaseStatus.ARRANGING, CaseStatus.BOOKED, CaseStatus.IN_SESSION, CaseStatus.HELD})


@transaction.atomic
def begin_resolution(*, case_id: UUID, by: User) -> Resolution:
    """Begin a version; the terms of the newest one are taken over. A second time finds the one being written.

    Raises PermissionDenied, TransitionRefused or MatterGone.
    """
    case = lock_case(case_id)
    if not can_write_resolution(by, case):
        raise PermissionDenied
    check_open(case)
    found = Resolution.objects.filter(case=case, status__in=CURRENT_RESOLUTIONS).first()
    if found:
        return found
    if case.status not in WRITTEN_FROM:
        raise TransitionRefused(step="resolution", words=_("An agreement is written once everyone takes part."))
    return _next_version(case, Resolution.objects.filter(case=case).first(), by)


@transaction.atomic
def change_resolution(*, resolution_id: UUID, by: User, allegations: Sequence[UUID] = (), **facts: Any) -> Resolution:
    """Keep the facts around the terms. Raises as `begin_resolution` does, and for an allegation that goes elsewhere."""
    row = lock_to_write_resolution(resolution_id, by)
    settled = _settled(row, allegations)
    for name in FACTS:
        value = facts[name]
        setattr(row, name, value.strip() if isinstance(value, str) else value)
    row.save()
    row.allegations.set(settled)
    return _changed(row, by, part="facts", allegations=len(settled))


def _settled(row: Resolution, allegations: Sequence[UUID]) -> list[Allegation]:
    chosen = list(row.case.matter.allegations.prefetch_related("routes").filter(pk__in=list(allegations)))
    if elsewhere := gone_elsewhere(chosen, row.case):
        raise TransitionRefused(step="resolution", missing=elsewhere)
    return chosen


@transaction.atomic
def keep_term(
    *, resolution_id: UUID, commitment_id: UUID | None = None, owner_id: UUID | None, by: User, **facts: Any
) -> Commitment:
    """Write down a term, or change one; without an owner the institution undertakes it. Raises as above."""
    row = lock_to_write_resolution(resolution_id, by)
    owner = row.case.participants.filter(pk=owner_id, left_at=None).first() if owner_id else None
    if owner_id and owner is None:
        raise TransitionRefused(step="term", words=_("This person does not take part."))
    term = _term(row, commitment_id)
    term.move_to(facts.pop("due_on"))
    for name, value in facts.items():
        setattr(term, name, value.strip() if isinstance(value, str) else value)
    term.owner = owner
    term.by_whom = owner.display_name if owner else (term.by_whom or _("The institution"))
    if term.starts_on and term.starts_on > term.due_on:
        raise TransitionRefused(step="term", words=_("It is due before it starts."))
    term.save()
    _changed(row, by, part="term", number=term.number, due=str(term.due_on))
    return term


@transaction.atomic
def remove_term(*, commitment_id: UUID, by: User) -> Resolution:
    """Take a term out while the agreement is written. Raises as `begin_resolution` does."""
    term = Commitment.objects.filter(pk=commitment_id, resolution__isnull=False).first()
    if term is None or term.resolution_id is None:
        raise MatterGone
    row = lock_to_write_resolution(term.resolution_id, by)
    number = term.number
    term.delete()
    return _changed(row, by, part="term", number=number, removed=True)


@transaction.atomic
def say_leaving(
    *, resolution_id: UUID, participant_id: UUID, kind: str, leaves_on: date | None, effect: str, by: User
) -> Leaving:
    """Write down when a party leaves the institution and what that means here. Raises as `begin_resolution` does."""
    row = lock_to_write_resolution(resolution_id, by)
    person = row.case.participants.filter(pk=participant_id, left_at=None).first()
    if person is None:
        raise TransitionRefused(step="leaving", words=_("This person does not take part."))
    if leaves_on and not effect:
        raise TransitionRefused(step="leaving", words=_("Say what leaving means for the agreement."))
    found = Leaving.objects.filter(resolution=row, participant=person).first()
    leaving = found or Leaving(vault_key=row.vault_key, resolution=row, participant=person)
    leaving.kind, leaving.leaves_on, leaving.effect = kind, leaves_on, effect if leaves_on else ""
    leaving.save()
    _changed(row, by, part="leaving", kind=kind)
    return leaving


@transaction.atomic
def open_resolution(*, resolution_id: UUID, by: User) -> Resolution:
    """Fix the words and ask everyone to sign. Raises as above; TransitionRefused says all that is missing."""
    row = lock_to_write_resolution(resolution_id, by)
    if missing := missing_to_open(row):
        raise TransitionRefused(step="open", missing=missing)
    row.template = _template(row.case)
    row.text = resolution_text(row)
    row.text_sha256 = rendering.digest(row.text)
    row.status, row.opened_at = ResolutionStatus.SIGNING, timezone.now()
    row.save()
    facts = {"version": row.version, "sha256": row.text_sha256}
    record(AuditEvent.RESOLUTION_OPENED, actor=by, matter=row.case.matter, subject=row, **facts)
    send_news(confirmers(row.case))
    touch(row.case.matter)
    return row


@transaction.atomic
def revise_resolution(*, resolution_id: UUID, by: User) -> Resolution:
    """Change something after the signing was opened: a new version, which everyone signs anew. Raises as above."""
    row = lock_resolution(resolution_id)
    if not can_write_resolution(by, row.case):
        raise PermissionDenied
    check_open(row.case)
    if not row.is_being_signed:
        raise TransitionRefused(step="revise", words=not_now(row))
    row.status, row.ended_at = ResolutionStatus.REPLACED, timezone.now()
    row.save()
    return _next_version(row.case, row, by)


@transaction.atomic
def withdraw_from_resolution(*, participant_id: UUID, channel: Channel, by: Viewer) -> Resolution:
    """A party withdraws before the last signature: nothing is agreed, and a formal process stays open (R12).

    Raises PermissionDenied, MatterGone, or TransitionRefused once everyone has signed.
    """
    person = step_of(participant_id, channel=channel, by=by)
    row = Resolution.objects.select_for_update().filter(case=person.case, status__in=CURRENT_RESOLUTIONS).first()
    if row is None or row.may_be_written or not person.is_party:
        raise TransitionRefused(step="withdraw", words=_("There is nothing to withdraw from now."))
    row.case = person.case
    if row.is_agreed:
        words = _("Everyone has signed: the agreement holds, and nobody can withdraw from it alone any more.")
        raise TransitionRefused(step="withdraw", words=words)
    _withdrawn(row, by, channel=channel)
    send_news(one for one in confirmers(row.case) if one != person)
    return row


def drop_resolution(case: Case) -> None:
    """Somebody leaves, or the case ends, before the last signature. Called on a locked case."""
    open_ones = [ResolutionStatus.DRAFT, ResolutionStatus.SIGNING]
    row = Resolution.objects.select_for_update().filter(case=case, status__in=open_ones).first()
    if row is not None:
        row.case = case
        _withdrawn(row, None)


def _withdrawn(row: Resolution, by: object | None, **facts: Any) -> None:
    """Who it was stands in the sealed trail; the row does not say."""
    row.status, row.ended_at = ResolutionStatus.WITHDRAWN, timezone.now()
    row.save()
    record(AuditEvent.RESOLUTION_WITHDRAWN, actor=by, matter=row.case.matter, subject=row, version=row.version, **facts)
    touch(row.case.matter)


def lock_resolution(resolution_id: UUID) -> Resolution:
    case = lock_case(case_id_of(Resolution, resolution_id))
    row = Resolution.objects.select_for_update(of=("self",)).get(pk=resolution_id)
    row.case = case
    return row


def lock_to_write_resolution(resolution_id: UUID, by: User) -> Resolution:
    row = lock_resolution(resolution_id)
    if not can_write_resolution(by, row.case):
        raise PermissionDenied
    check_open(row.case)
    if not row.may_be_written:
        raise TransitionRefused(step="resolution", words=not_now(row))
    return row


def not_now(row: Resolution) -> str:
    words = _("The agreement is at “%(status)s”; this is not possible from there.")
    return words % {"status": row.get_status_display()}


def _next_version(case: Case, before: Resolution | None, by: User) -> Resolution:
    facts = {name: getattr(before, name) for name in FACTS} if before else {}
    version = before.version + 1 if before else 1
    row = Resolution.objects.create(vault_key=case.vault_key, case=case, version=version, made_by=by, **facts)
    if before:
        _take_over(row, before)
    return _changed(row, by, part="begun", version=version)


def _take_over(row: Resolution, before: Resolution) -> None:
    row.allegations.set(before.allegations.all())
    for term in before.commitments.all():
        facts = {name: getattr(term, name) for name in _TERMS}
        Commitment.objects.create(vault_key=row.vault_key, resolution=row, **facts)
    for one in before.leavings.all():
        facts = {name: getattr(one, name) for name in ("participant", "kind", "leaves_on", "effect")}
        Leaving.objects.create(vault_key=row.vault_key, resolution=row, **facts)


def _term(row: Resolution, commitment_id: UUID | None) -> Commitment:
    if commitment_id is None:
        number = (row.commitments.aggregate(last=Max("number"))["last"] or 0) + 1
        return Commitment(vault_key=row.vault_key, resolution=row, number=number)
    term = row.commitments.filter(pk=commitment_id).first()
    if term is None:
        raise TransitionRefused(step="term", words=_("This term is not in the agreement any more."))
    return term


def _template(case: Case) -> DocumentTemplate:
    return current(DocumentKind.RESOLUTION_AGREEMENT, case.programme)


def _changed(row: Resolution, by: User, **facts: Any) -> Resolution:
    record(AuditEvent.RESOLUTION_CHANGED, actor=by, matter=row.case.matter, subject=row, **facts)
    touch(row.case.matter)
    return row
