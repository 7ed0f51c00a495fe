"""Drafting document templates and putting them into use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from portal.audit.events import AuditEvent
from portal.audit.record import record

from . import fields, markup
from .models import DocumentTemplate
from .policies import can_approve_texts, can_draft_texts
from .versions import put_in_use, write_draft

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.programmes.models import Programme


@transaction.atomic
def draft_template(
    *, programme: Programme, kind: str, title: str, body: str, by: User, language: str = "en"
) -> DocumentTemplate:
    """Write the next version. Raises ValidationError for a merge field that is unknown or missing."""
    if not can_draft_texts(by, programme):
        raise PermissionDenied
    template = DocumentTemplate(programme=programme, kind=kind, language=language, title=title, body=body)
    check_merge_fields(template)
    draft = write_draft(template, by=by)
    record(AuditEvent.TEMPLATE_DRAFTED, actor=by, subject=draft, kind=kind, version=draft.version)
    return draft


@transaction.atomic
def approve_template(*, template_id: int, fingerprint: str, by: User) -> DocumentTemplate:
    """Put a draft into use, exactly as it was read. Raises ChangedMeanwhile when it no longer is."""
    template = DocumentTemplate.objects.select_for_update().get(pk=template_id)
    if not can_approve_texts(by, template.programme):
        raise PermissionDenied
    check_merge_fields(template)
    put_in_use(template, fingerprint=fingerprint, by=by)
    facts = {"kind": template.kind, "version": template.version, "sha256": template.fingerprint}
    record(AuditEvent.TEMPLATE_APPROVED, actor=by, subject=template, **facts)
    return template


def check_merge_fields(template: DocumentTemplate) -> None:
    try:
        fields.check_names(template.kind, markup.names_in(template.body))
    except fields.MergeError as error:
        raise ValidationError({"body": str(error)}) from error
