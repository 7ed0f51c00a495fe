"""The three steps of a destruction, each of which can be taken again after a kill (docs/architecture.md).

1. In the data: the matter is marked, so that no reader or action touches it, and its codes are put aside.
2. In the keys: the data key and the tokens go. From here no backup of the data can be read any more.
3. In the data: rows, files and sessions go; a coded line and a receipt stay.
"""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, transaction
from django.utils import timezone

from portal.audit.models import AuditLink
from portal.cases.models import Matter
from portal.cases.statuses import MatterStatus
from portal.emergencies.actions import keep_walls
from portal.joining.actions import finish_for as finish_joining
from portal.mail.actions import drop_queued, forget_task_results
from portal.passes.actions import end_sessions
from portal.programmes.models import Programme
from portal.reports.actions import add_line
from portal.reports.coding import coded_values
from portal.vault.actions import destroy_key
from portal.vault.backup_keys import beyond_recovery_on
from portal.vault.models import sealed_models

from .gates import is_held
from .models import Hold, KeptRecord, PurgeRun, Receipt
from .statuses import PurgeStep


class OnHold(Exception):
    """Destruction is suspended; nothing was destroyed."""


def mark(matter: Matter) -> PurgeRun:
    """Step 1, inside the caller's transaction, on a locked matter."""
    # A kept record was counted on the day it was closed.
    values = {"programme": matter.programme.code} if matter.is_kept else coded_values(matter)
    run = PurgeRun.objects.create(matter_id=matter.pk, values=values, is_counted=matter.is_kept)
    matter.status = MatterStatus.DESTROYING
    matter.save(update_fields=["status"])
    drop_queued(key_id=matter.pk)
    end_sessions(key_id=matter.pk)
    return run


def finish(run_id: UUID) -> Receipt | None:
    """Steps 2 and 3, from wherever the run stands. Returns the receipt, or None when it was finished before.

    Raises OnHold when a hold was placed after the mark; the matter is opened again.
    """
    run = PurgeRun.objects.filter(pk=run_id).first()
    if run is None:
        return None
    if run.step == PurgeStep.MARKED:
        _destroy_key(run)
    return _delete_rows(run)


def _destroy_key(run: PurgeRun) -> None:
    if not _still_free(run):
        raise OnHold
    finish_joining(run.matter_id)
    destroy_key(key_id=run.matter_id)
    PurgeRun.objects.filter(pk=run.pk).update(step=PurgeStep.KEY_DESTROYED)


@transaction.atomic
def _still_free(run: PurgeRun) -> bool:
    """Look for a hold once more under the matter's lock; if there is one, the matter is again what it was."""
    matter = Matter.objects.select_for_update().get(pk=run.matter_id)
    if not is_held(matter.pk):
        return True
    kept = KeptRecord.objects.filter(matter=matter)
    matter.status = MatterStatus.KEPT if kept.exists() else MatterStatus.OPEN
    matter.save(update_fields=["status"])
    kept.update(proposed_by=None, proposed_at=None, signed_by=None)
    run.delete()
    return False


@transaction.atomic
def _delete_rows(run: PurgeRun) -> Receipt | None:
    run = PurgeRun.objects.select_for_update().filter(pk=run.pk).first()
    if run is None:
        return None
    matter = Matter.objects.select_for_update().filter(pk=run.matter_id).first()
    _remove_files(run.files)
    if matter is not None:
        Hold.objects.filter(matter=matter).delete()
        forget_task_results(key_id=matter.pk)
        delete_sealed_rows(matter.pk)
        keep_walls(matter)
        matter.delete()
    receipt = _write_receipt(run)
    if not run.is_counted:
        add_line(run.values)
    run.delete()
    return receipt


def delete_sealed_rows(key_id: UUID, *, using: str = DEFAULT_DB_ALIAS) -> int:
    """Delete all rows sealed under a key. Audit links stay: their chain must still verify, mute."""
    kinds = [model for model in sealed_models() if model is not AuditLink]
    return sum(model.objects.using(using).filter(vault_key=key_id).delete()[0] for model in kinds)


def _remove_files(names: list[str]) -> None:
    for name in names:
        (Path(settings.PRIVATE_ROOT) / name).unlink(missing_ok=True)


def _write_receipt(run: PurgeRun) -> Receipt:
    today = timezone.localdate()
    programme = Programme.objects.get(code=run.values["programme"])
    return Receipt.objects.create(programme=programme, destroyed_on=today, beyond_recovery_on=beyond_recovery_on(today))
