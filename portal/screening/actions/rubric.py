"""Keeping the rubric: a draft is written line by line, then approved with a reason, and never changed again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.documents.statuses import VersionStatus
from portal.programmes.models import Programme

from ..models import RubricCriterion, RubricStop, RubricVersion
from ..models.rubric import RubricItem
from ..policies import can_keep_rubric

if TYPE_CHECKING:
    from portal.accounts.models import User


class DraftChanged(Exception):
    """The draft was changed since it was read, or is a draft no longer."""


@transaction.atomic
def draft_rubric(*, programme: Programme, by: User) -> RubricVersion:
    """The one draft of the next version: the one there is, or a copy of what is in use."""
    if not can_keep_rubric(by, programme):
        raise PermissionDenied
    # Two who press at once wait for each other here.
    Programme.objects.select_for_update().get(pk=programme.pk)
    versions = RubricVersion.objects.filter(programme=programme)
    draft = versions.drafts().first()
    if draft is not None:
        return draft
    in_use = versions.approved().with_items().first()
    draft = RubricVersion(programme=programme, version=versions.next_version(), written_by=by)
    if in_use is not None:
        for name in ("suitable_from", "safeguards_from", "answered_from"):
            setattr(draft, name, getattr(in_use, name))
    draft.save()
    if in_use is not None:
        RubricStop.objects.bulk_create(_copies(in_use.stops.all(), draft))
        RubricCriterion.objects.bulk_create(_copies(in_use.criteria.all(), draft))
    record(AuditEvent.RUBRIC_DRAFTED, actor=by, subject=draft, version=draft.version)
    return draft


def _copies(lines: Any, draft: RubricVersion) -> list[Any]:
    copies = list(lines)
    for line in copies:
        line.pk, line.rubric = None, draft
        line._state.adding = True
    return copies


@transaction.atomic
def change_stop(*, rubric_id: int, code: str = "", facts: Mapping[str, Any], by: User) -> RubricStop:
    """Change a stop of the draft, or add one when no code is given. Raises ValidationError or DraftChanged."""
    line: RubricStop = _change_line(RubricStop, rubric_id, code, facts, by=by)
    return line


@transaction.atomic
def change_criterion(*, rubric_id: int, code: str = "", facts: Mapping[str, Any], by: User) -> RubricCriterion:
    """Change a criterion of the draft, or add one when no code is given. Raises ValidationError or DraftChanged."""
    line: RubricCriterion = _change_line(RubricCriterion, rubric_id, code, facts, by=by)
    return line


@transaction.atomic
def change_bands(*, rubric_id: int, facts: Mapping[str, int], by: User) -> RubricVersion:
    """Where the bands of the draft begin, in whole percent. Raises ValidationError or DraftChanged."""
    draft = _lock_draft(rubric_id, by)
    for name in ("suitable_from", "safeguards_from", "answered_from"):
        setattr(draft, name, facts[name])
    if draft.safeguards_from > draft.suitable_from:
        raise ValidationError({"safeguards_from": _("This band begins below the one above it.")})
    draft.full_clean(exclude=["reason"])
    _touched(draft, by)
    return draft


@transaction.atomic
def drop_draft(*, rubric_id: int, by: User) -> None:
    """Throw the draft away; what is in use stays."""
    draft = _lock_draft(rubric_id, by)
    record(AuditEvent.RUBRIC_DROPPED, actor=by, subject=draft, version=draft.version)
    draft.delete()


@transaction.atomic
def approve_rubric(*, rubric_id: int, edition: int, reason: str, by: User) -> RubricVersion:
    """Put the draft into use, exactly as it was read, and say why. Screenings made before keep their version.

    Raises PermissionDenied, ValidationError without a reason, or DraftChanged.
    """
    draft = _lock_draft(rubric_id, by)
    if draft.edition != edition:
        raise DraftChanged
    if not reason.strip():
        raise ValidationError({"reason": _("Say why this version is needed.")})
    RubricVersion.objects.approved().filter(programme=draft.programme).update(status=VersionStatus.SUPERSEDED)
    draft.status, draft.reason = VersionStatus.APPROVED, reason
    draft.approved_by, draft.approved_at = by, timezone.now()
    draft.save()
    record(AuditEvent.RUBRIC_APPROVED, actor=by, subject=draft, version=draft.version)
    return draft


def _lock_draft(rubric_id: int, by: User) -> RubricVersion:
    draft = RubricVersion.objects.select_for_update(of=("self",)).select_related("programme").get(pk=rubric_id)
    if not can_keep_rubric(by, draft.programme):
        raise PermissionDenied
    if not draft.is_draft:
        raise DraftChanged
    return draft


def _change_line(kind: type[RubricItem], rubric_id: int, code: str, facts: Mapping[str, Any], *, by: User) -> Any:
    draft = _lock_draft(rubric_id, by)
    lines = kind.objects.filter(rubric=draft)  # type: ignore[misc]
    line = lines.get(code=code) if code else kind(rubric=draft, code=_next_code(kind, draft))  # type: ignore[misc]
    if line.position is None:
        line.position = (lines.aggregate(last=Max("position"))["last"] or 0) + 1
    for name, value in facts.items():
        setattr(line, name, value)
    line.full_clean()
    line.save()
    _touched(draft, by)
    return line


def _next_code(kind: type[RubricItem], draft: RubricVersion) -> str:
    """A number that no version of this programme has used: an old screening never reads as something else."""
    letter = "S" if kind is RubricStop else "W"
    used = kind.objects.filter(rubric__programme=draft.programme).values_list("code", flat=True)  # type: ignore[misc]
    return f"{letter}{max((int(code[1:]) for code in used), default=0) + 1}"


def _touched(draft: RubricVersion, by: User) -> None:
    draft.edition += 1
    draft.written_by, draft.written_at = by, timezone.now()
    draft.save()
