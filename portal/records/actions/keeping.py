"""Records that are kept when a matter closes, and destroyed years later when two people have signed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import formats, timezone
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.cases.actions import MatterGone, TransitionRefused, lock_matter
from portal.cases.models import Matter
from portal.cases.statuses import MatterStatus
from portal.mail.actions import drop_queued
from portal.measures.queries import kept_for_measures_until
from portal.passes.actions import end_passes
from portal.reports.actions import add_line
from portal.reports.coding import coded_values

from .. import destruction
from ..gates import is_held
from ..models import KeptRecord, PurgeRun
from ..policies import can_dispose
from ..retention import class_of, years_later, years_of

if TYPE_CHECKING:
    from portal.accounts.models import User


def keep(matter: Matter, *, by: User) -> KeptRecord:
    """Close a locked matter whose programme keeps records: its people's pages end, its rows stay, few may read them."""
    concluded_on = _concluded_on(matter)
    retention_class = class_of(matter)
    kept = KeptRecord.objects.create(
        vault_key=matter.pk,
        matter=matter,
        retention_class=retention_class,
        concluded_on=concluded_on,
        keep_until=years_later(concluded_on, years_of(retention_class, matter.programme)),
        closed_by=by,
    )
    add_line(coded_values(matter))
    matter.status = MatterStatus.KEPT
    matter.save(update_fields=["status"])
    drop_queued(key_id=matter.pk)
    end_passes(key_id=matter.pk)
    record(AuditEvent.RECORD_KEPT, actor=by, matter=matter, subject=kept, retention=retention_class)
    return kept


def _concluded_on(matter: Matter) -> date:
    case = getattr(matter, "case", None)
    ended = [case.ended_at] if case and case.ended_at else []
    ended += [row.ended_at for row in matter.requests.all() if row.ended_at]
    return timezone.localdate(max(ended)) if ended else timezone.localdate()


@transaction.atomic
def propose_disposal(*, matter_id: UUID, reason: str, by: User) -> KeptRecord:
    """The first signature. Raises PermissionDenied, MatterGone, or TransitionRefused before its day or under a hold."""
    kept = _lock(matter_id, by)
    if kept.is_proposed:
        raise TransitionRefused(step="dispose", words=_("Somebody has proposed this already."))
    _check_disposable(kept)
    kept.proposed_by, kept.proposed_at, kept.proposal = by, timezone.now(), reason
    kept.save(update_fields=["proposed_by", "proposed_at", "proposal"])
    record(AuditEvent.DISPOSAL_PROPOSED, actor=by, matter=kept.matter, subject=kept)
    return kept


@transaction.atomic
def take_back_disposal(*, matter_id: UUID, by: User) -> KeptRecord:
    """The record stays. Anybody who could sign may say so. Raises PermissionDenied or MatterGone."""
    kept = _lock(matter_id, by)
    if kept.is_proposed:
        kept.proposed_by, kept.proposed_at, kept.proposal = None, None, ""
        kept.save(update_fields=["proposed_by", "proposed_at", "proposal"])
        record(AuditEvent.DISPOSAL_TAKEN_BACK, actor=by, matter=kept.matter, subject=kept)
    return kept


@transaction.atomic
def sign_disposal(*, matter_id: UUID, by: User) -> PurgeRun:
    """The second signature, of somebody else: the record is marked, and `destruction.finish` does the rest.

    Raises PermissionDenied, MatterGone or TransitionRefused.
    """
    kept = _lock(matter_id, by)
    if not kept.is_proposed:
        raise TransitionRefused(step="dispose", words=_("Nobody has proposed this yet."))
    if kept.proposed_by_id == by.pk:
        raise TransitionRefused(step="dispose", words=_("Somebody else than who proposed it has to sign."))
    _check_disposable(kept)
    kept.signed_by = by
    kept.save(update_fields=["signed_by"])
    record(AuditEvent.DISPOSAL_SIGNED, actor=by, matter=kept.matter, subject=kept)
    return destruction.mark(kept.matter)


def _lock(matter_id: UUID, by: User) -> KeptRecord:
    matter = lock_matter(matter_id, kept_too=True)
    if not can_dispose(by, matter):
        raise PermissionDenied
    if not matter.is_kept:
        raise MatterGone
    kept = KeptRecord.objects.get(matter=matter)
    kept.matter = matter
    return kept


def _check_disposable(kept: KeptRecord) -> None:
    if is_held(kept.matter_id):
        raise TransitionRefused(step="dispose", words=_("Destruction is suspended: there is a hold"))
    last = kept_for_measures_until(kept.matter_id)
    if last is not None and last > timezone.localdate():
        words = _("An interim measure of it is kept until %(day)s.")
        raise TransitionRefused(step="dispose", words=words % {"day": formats.date_format(last, "j F Y")})
    if not kept.is_due:
        day = formats.date_format(kept.keep_until, "j F Y")
        raise TransitionRefused(step="dispose", words=_("This record is kept until %(day)s.") % {"day": day})
