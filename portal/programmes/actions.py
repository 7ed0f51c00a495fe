"""Changing the office's facts and a programme's switches."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.db import models, transaction

from portal.audit.events import AuditEvent
from portal.audit.record import record

from .models import Office, Programme
from .policies import can_change_office, can_change_programme, can_set_up

if TYPE_CHECKING:
    from portal.accounts.models import User


@transaction.atomic
def save_office(*, facts: Mapping[str, Any], by: User) -> Office:
    """Write down new facts about the office. Raises ValidationError for a fact that cannot be right."""
    if not can_change_office(by):
        raise PermissionDenied
    office = Office.objects.select_for_update().get()
    changed = _apply(office, facts)
    if changed:
        record(AuditEvent.OFFICE_CHANGED, actor=by, subject=office, fields=changed)
    return office


@transaction.atomic
def save_programme(*, programme_id: int, switches: Mapping[str, Any], by: User) -> Programme:
    """Set switches of a programme. They hold for what is opened and done from now on."""
    programme = Programme.objects.select_for_update().get(pk=programme_id)
    if not can_change_programme(by, programme):
        raise PermissionDenied
    changed = _apply(programme, switches)
    if changed:
        values = {name: getattr(programme, name) for name in changed}
        record(AuditEvent.PROGRAMME_CHANGED, actor=by, subject=programme, switches=values)
    return programme


@transaction.atomic
def add_programme(*, code: str, switches: Mapping[str, Any], by: User) -> Programme:
    """A new programme with name, processes and all switches. Raises ValidationError for what cannot be."""
    if not can_set_up(by):
        raise PermissionDenied
    programme = Programme(code=code, **switches)
    programme.full_clean()
    programme.save()
    record(AuditEvent.PROGRAMME_SET_UP, actor=by, subject=programme, switches=dict(switches))
    return programme


def _apply(row: models.Model, values: Mapping[str, Any]) -> list[str]:
    """Set what differs, check the whole row and save it; the names of what changed."""
    changed = sorted(name for name, value in values.items() if getattr(row, name) != value)
    for name in changed:
        setattr(row, name, values[name])
    if changed:
        row.full_clean()
        row.save(update_fields=changed)
    return changed
