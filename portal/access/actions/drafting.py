"""From a request to a package: a draft without other people, read and approved by a person, handed over."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.cases.actions import MatterGone, TransitionRefused, touch
from portal.disclosures.actions import write_disclosure
from portal.disclosures.statuses import Basis
from portal.intake.actions import news

from ..collecting import Piece, pieces_of
from ..models import AccessItem, AccessRequest
from ..policies import can_answer
from ..queries import redactor_for, subject_behind
from ..statuses import AccessStatus
from .asking import lock_access

if TYPE_CHECKING:
    from portal.accounts.models import User

    from ..redaction import Redactor

BEFORE_APPROVAL = frozenset({AccessStatus.ASKED, AccessStatus.DRAFTED})


@transaction.atomic
def draft(*, access_id: UUID, by: User) -> AccessRequest:
    """Collect the record anew and take every other person out of it.

    Raises PermissionDenied, MatterGone, or TransitionRefused once it is approved.
    """
    asked = _lock(access_id, by)
    if asked.status not in BEFORE_APPROVAL:
        raise TransitionRefused(step="draft", words=str(asked.get_status_display()))
    subject = subject_behind(asked)
    redactor = redactor_for(subject)
    asked.items.all().delete()
    found = [row for piece in pieces_of(subject) if (row := _item(asked, piece, redactor)) is not None]
    for position, row in enumerate(found, start=1):
        row.position = position
        row.save(force_insert=True)
    asked.status, asked.drafted_at = AccessStatus.DRAFTED, timezone.now()
    asked.save(update_fields=["status", "drafted_at"])
    record(AuditEvent.ACCESS_DRAFTED, actor=by, matter=asked.matter, subject=asked, pieces=len(found))
    return asked


def _item(asked: AccessRequest, piece: Piece, redactor: Redactor) -> AccessItem | None:
    text = piece.text if piece.is_own else redactor.about_own(piece.text)
    body, hidden = redactor.redact(text)
    if not body.strip():
        return None
    return AccessItem(
        vault_key=asked.vault_key, access=asked, title=piece.title, body=body, is_own=piece.is_own, hidden=hidden
    )


@transaction.atomic
def change_item(*, item_id: UUID, body: str, is_included: bool, by: User) -> AccessItem:
    """Take out more, or leave a piece out. Nobody's name and nobody else's words can be put back.

    Raises PermissionDenied, MatterGone or TransitionRefused.
    """
    access_id = AccessItem.objects.filter(pk=item_id).values_list("access_id", flat=True).first()
    if access_id is None:
        raise MatterGone
    asked = _lock(access_id, by)
    if asked.status != AccessStatus.DRAFTED:
        raise TransitionRefused(step="change", words=str(asked.get_status_display()))
    item = AccessItem.objects.get(pk=item_id)
    if is_included and not redactor_for(subject_behind(asked)).is_clean(body):
        raise TransitionRefused(step="change", words=_("This still names somebody else or repeats their words."))
    item.is_edited = item.is_edited or body != item.body or is_included != item.is_included
    item.body, item.is_included = body, is_included
    item.save()
    record(AuditEvent.ACCESS_CHANGED, actor=by, matter=asked.matter, subject=item, included=is_included)
    return item


@transaction.atomic
def approve(*, access_id: UUID, drafted_at: str, by: User) -> AccessRequest:
    """Say that one has read the draft, exactly as it stands. Every piece is held against the case once more.

    Raises PermissionDenied, MatterGone or TransitionRefused.
    """
    asked = _lock(access_id, by)
    if asked.status != AccessStatus.DRAFTED or asked.drafted_at is None:
        raise TransitionRefused(step="approve", words=str(asked.get_status_display()))
    if asked.drafted_at.isoformat() != drafted_at:
        raise TransitionRefused(step="approve", words=_("The draft was made anew meanwhile. Please read it again."))
    redactor = redactor_for(subject_behind(asked))
    wrong = [str(one.position) for one in asked.items.filter(is_included=True) if not redactor.is_clean(one.body)]
    if wrong:
        words = _("These pieces name somebody who has come in since, or repeat their words: %(numbers)s.")
        raise TransitionRefused(step="approve", words=words % {"numbers": ", ".join(wrong)})
    asked.status, asked.approved_by, asked.approved_at = AccessStatus.APPROVED, by, timezone.now()
    asked.save(update_fields=["status", "approved_by", "approved_at"])
    record(AuditEvent.ACCESS_APPROVED, actor=by, matter=asked.matter, subject=asked)
    return asked


@transaction.atomic
def release(*, access_id: UUID, by: User) -> AccessRequest:
    """Hand the package over: the person finds it on their page, and staff may print it.

    Raises PermissionDenied, MatterGone, or TransitionRefused before somebody has approved it.
    """
    asked = _lock(access_id, by)
    if asked.status != AccessStatus.APPROVED:
        raise TransitionRefused(step="release", words=_("First somebody reads the draft and approves it."))
    asked.status, asked.released_at = AccessStatus.RELEASED, timezone.now()
    asked.save(update_fields=["status", "released_at"])
    subject = subject_behind(asked)
    write_disclosure(
        subject=subject,
        basis=Basis.OWN,
        recipient=subject.name,
        interest=_("They asked to see their record"),
        what=_("Their record, with every other person taken out"),
        by=by,
    )
    record(AuditEvent.ACCESS_RELEASED, actor=by, matter=asked.matter, subject=asked)
    touch(asked.matter)
    if not asked.matter.is_kept:
        # Their page ended when the matter closed: staff print it for them.
        news(subject.row, key_id=asked.vault_key)
    return asked


def _lock(access_id: UUID, by: User) -> AccessRequest:
    asked = lock_access(access_id)
    if not can_answer(by, asked.matter):
        raise PermissionDenied
    return asked
