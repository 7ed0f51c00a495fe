"""Drafting notices, procedures and policies and putting them into use."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.documents.policies import can_approve_texts, can_draft_texts
from portal.documents.versions import put_in_use, write_draft

from .models import Notice, Policy, Procedure
from .steps import check_steps
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


@transaction.atomic
def draft_procedure(
    *, programme: Programme, phase: str, title: str, body: str, by: User, process: str = ""
) -> Procedure:
    """Write the next version. Raises ValidationError for a line that is nearly a step."""
    if not can_draft_texts(by, programme):
        raise PermissionDenied
    check_steps(body)
    draft = write_draft(Procedure(programme=programme, phase=phase, process=process, title=title, body=body), by=by)
    facts = {"phase": phase, "process": process, "version": draft.version}
    record(AuditEvent.PROCEDURE_DRAFTED, actor=by, subject=draft, **facts)
    return draft


@transaction.atomic
def approve_procedure(*, procedure_id: int, fingerprint: str, by: User) -> Procedure:
    """Put a draft into use for the cases that open from now on. Raises ChangedMeanwhile."""
    procedure = Procedure.objects.select_for_update().select_related("programme").get(pk=procedure_id)
    if not can_approve_texts(by, procedure.programme):
        raise PermissionDenied
    put_in_use(procedure, fingerprint=fingerprint, by=by)
    facts = {"phase": procedure.phase, "version": procedure.version, "sha256": procedure.fingerprint}
    record(AuditEvent.PROCEDURE_APPROVED, actor=by, subject=procedure, **facts)
    return procedure


@transaction.atomic
def draft_policy(*, policy: Policy, by: User) -> Policy:
    """Write the next version of an entry of the library. Raises ValidationError for a field that does not fit."""
    if not can_draft_texts(by, policy.programme):
        raise PermissionDenied
    draft = write_draft(policy, by=by)
    record(AuditEvent.POLICY_DRAFTED, actor=by, subject=draft, slug=draft.slug, version=draft.version)
    return draft


@transaction.atomic
def approve_policy(*, policy_id: int, fingerprint: str, by: User) -> Policy:
    """Put a draft into use. Raises ChangedMeanwhile when it is not what was read."""
    policy = Policy.objects.select_for_update().select_related("programme").get(pk=policy_id)
    if not can_approve_texts(by, policy.programme):
        raise PermissionDenied
    put_in_use(policy, fingerprint=fingerprint, by=by)
    record(AuditEvent.POLICY_APPROVED, actor=by, subject=policy, version=policy.version, sha256=policy.fingerprint)
    return policy


@transaction.atomic
def confirm_policy(*, policy_id: int, again_on: date, by: User) -> Policy:
    """Say that an entry still holds, and when somebody looks again. Raises ValidationError for a day not to come."""
    policy = Policy.objects.select_for_update().select_related("programme").get(pk=policy_id)
    if not can_approve_texts(by, policy.programme):
        raise PermissionDenied
    if again_on <= timezone.localdate():
        raise ValidationError({"again_on": _("Choose a day that is still to come.")})
    policy.review_on = again_on
    policy.save(update_fields=["review_on"])
    record(AuditEvent.POLICY_REVIEWED, actor=by, subject=policy, again_on=str(again_on))
    return policy
