"""Drafting notices and putting them into use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db import transaction

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.documents.policies import can_approve_texts, can_draft_texts
from portal.documents.versions import put_in_use, write_draft

from .models import Notice
from .words import check_words

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.programmes.models import Programme


@transaction.atomic
def draft_notice(
    *, programme: Programme, kind: str, title: str, body: str, by: User, process: str = "", language: str = "en"
) -> Notice:
    """Write the next version. A draft may still lack what approval asks for."""
    if not can_draft_texts(by, programme):
        raise PermissionDenied
    notice = Notice(programme=programme, kind=kind, process=process, language=language, title=title, body=body)
    draft = write_draft(notice, by=by)
    record(AuditEvent.NOTICE_DRAFTED, actor=by, subject=draft, kind=kind, process=process, version=draft.version)
    return draft


@transaction.atomic
def approve_notice(*, notice_id: int, fingerprint: str, by: User) -> Notice:
    """Put a draft into use, exactly as it was read.

    Raises ValidationError when it lacks the exception, ChangedMeanwhile when it was changed since it was read.
    """
    notice = Notice.objects.select_for_update().select_related("programme").get(pk=notice_id)
    if not can_approve_texts(by, notice.programme):
        raise PermissionDenied
    check_words(notice)
    put_in_use(notice, fingerprint=fingerprint, by=by)
    facts = {"kind": notice.kind, "version": notice.version, "sha256": notice.fingerprint}
    record(AuditEvent.NOTICE_APPROVED, actor=by, subject=notice, **facts)
    return notice
