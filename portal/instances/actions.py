"""Saying that a document will never exist, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.cases.actions import TransitionRefused, lock_matter

from .checking import missing_in
from .loading import load_one
from .models import ExcusedDocument
from .policies import can_excuse

if TYPE_CHECKING:
    from portal.accounts.models import User


@transaction.atomic
def excuse_document(*, matter_id: UUID, code: str, about: UUID, reason: str, by: User) -> ExcusedDocument:
    """The director lets close go on without one document, which stays visible in the register with the reason.

    Raises PermissionDenied, MatterGone, or TransitionRefused when that document is not missing.
    """
    matter = lock_matter(matter_id)
    if not can_excuse(by, matter):
        raise PermissionDenied
    instance = load_one(matter)
    if (code, about) not in {(line.code, line.about) for line in missing_in(instance)}:
        raise TransitionRefused(step="excuse", words=_("This document is not missing."))
    row = ExcusedDocument.objects.create(
        vault_key=matter.pk, matter=matter, code=code, about=about, reason=reason, excused_by=by
    )
    record(AuditEvent.DOCUMENT_EXCUSED, actor=by, matter=matter, subject=row, code=code)
    return row
