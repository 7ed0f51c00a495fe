"""What each level asks for. A change counts from now on: what was granted stays granted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record
from training.levels import LEVELS
from training.models import Requirement
from training.policies import can_manage_training
from training.statuses import CreditKind

from .places import Refused

if TYPE_CHECKING:
    from portal.accounts.models import User


@transaction.atomic
def save_requirement(*, asked: Requirement, facts: Mapping[str, Any], by: User) -> Requirement:
    """Add a row, or change one. Raises ValidationError, or Refused when the level would lose what it has to ask for."""
    _may_change(by)
    for name, value in facts.items():
        setattr(asked, name, value)
    asked.full_clean()
    asked.save()
    _refuse_if_hollow(asked.level)
    record(AuditEvent.REQUIREMENT_CHANGED, actor=by, subject=asked, level=asked.level)
    return asked


@transaction.atomic
def remove_requirement(*, requirement_id: int, by: User) -> None:
    """The level no longer asks for this. Twice is once."""
    _may_change(by)
    asked = Requirement.objects.select_for_update().filter(pk=requirement_id).first()
    if asked is None:
        return
    record(AuditEvent.REQUIREMENT_CHANGED, actor=by, subject=asked, level=asked.level, removed=True)
    asked.delete()
    _refuse_if_hollow(asked.level)


def _may_change(by: User) -> None:
    if not can_manage_training(by):
        raise PermissionDenied


def _refuse_if_hollow(level: str) -> None:
    """Nobody becomes a trainer without observed sessions, whatever else is asked for: not by way of a choice either."""
    least = LEVELS[level].observed
    if not least:
        return
    rows = Requirement.objects.filter(level=level, kind=CreditKind.OBSERVED, group="", minimum__gte=least)
    if Requirement.objects.filter(level=level).exists() and not rows.exists():
        words = _("This level always asks for at least %(count)d observed sessions, and for nothing instead of them.")
        raise Refused(words % {"count": least})
