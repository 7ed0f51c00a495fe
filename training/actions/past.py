"""Past records from a sheet: read, shown, and taken over only when somebody says so; taken out again within a month.

Nothing about any person is changed by reading. Each row keeps its fate, so that none is lost on the way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.documents import uploads
from portal.vault.actions import create_key, destroy_key
from training.models import Credit, Learner, PastImport
from training.policies import can_manage_training
from training.sheets import SheetRefused, rows_of
from training.statuses import ImportState
from training.tasks import work_on_import

from .importing import AT_ONCE
from .places import Refused

if TYPE_CHECKING:
    from portal.accounts.models import User

LARGEST = 10 * 1024 * 1024


def read_past(*, file: UploadedFile, by: User) -> PastImport:
    """Take a sheet in; the worker keeps each row with what would become of it. Raises ValidationError for no sheet."""
    if not can_manage_training(by):
        raise PermissionDenied
    try:
        checked = uploads.check(file, kinds=uploads.SHEETS, largest=LARGEST)
        return _begin(checked, create_key(), by)
    except (uploads.UploadRefused, SheetRefused) as refusal:
        raise ValidationError({"file": str(refusal)}) from refusal


def _begin(checked: uploads.Checked, key_id: UUID, by: User) -> PastImport:
    """Look through all of it once, so that what cannot be read is said at once; the rows themselves come later."""
    extension = checked.kind.extension
    count = sum(1 for _row in rows_of(checked.content, extension))
    with transaction.atomic():
        made = PastImport.objects.create(
            vault_key=key_id,
            file_name=checked.name,
            content=checked.content,
            extension=extension,
            rows_in_file=count,
            made_by=by,
        )
        record(AuditEvent.IMPORT_PREPARED, actor=by, subject=made, rows=count)
        work_on_import.enqueue(str(made.pk))
    return made


@transaction.atomic
def confirm_past(*, import_id: UUID, by: User) -> PastImport:
    """Say yes: the worker takes over every row that can be, and looks at each once more. Twice is once."""
    past_import = _locked(import_id, by)
    if past_import.state in (ImportState.TAKING, ImportState.CONFIRMED):
        return past_import
    if past_import.state != ImportState.READ:
        raise Refused(_("This sheet is not waiting any more. Please read it again."))
    past_import.state, past_import.rows_done = ImportState.TAKING, 0
    past_import.confirmed_by, past_import.confirmed_at = by, timezone.now()
    past_import.worked_at = timezone.now()
    past_import.save(update_fields=["state", "rows_done", "confirmed_by", "confirmed_at", "worked_at"])
    record(AuditEvent.IMPORT_CONFIRMED, actor=by, subject=past_import)
    work_on_import.enqueue(str(past_import.pk))
    return past_import


def undo_past(*, import_id: UUID, by: User) -> int:
    """Take out again what a sheet brought, and people who have nothing else here. Twice is once.

    Whoever was certified since keeps what it was built on. Returns how many rows were taken out.
    """
    with transaction.atomic():
        past_import = _locked(import_id, by)
        if past_import.state == ImportState.UNDONE:
            return 0
        if past_import.state == ImportState.TAKING:
            raise Refused(_("This sheet is still being taken over. Please wait until it is done."))
        if past_import.state != ImportState.CONFIRMED:
            raise Refused(_("Nothing of this sheet was taken over."))
        certified = Learner.objects.filter(certifications__granted_at__gte=past_import.confirmed_at).values("pk")
        rows = past_import.rows.exclude(learner=None).exclude(learner__in=certified)
        Credit.objects.filter(past_row__in=rows.values("pk")).delete()
        count, keys = rows.count(), _forget_made(past_import)
        past_import.state, past_import.undone_at = ImportState.UNDONE, timezone.now()
        past_import.save(update_fields=["state", "undone_at"])
        record(AuditEvent.IMPORT_UNDONE, actor=by, subject=past_import, rows=count, people=len(keys))
    for key_id in keys:
        destroy_key(key_id=key_id)
    return count


@transaction.atomic
def drop_past(*, import_id: UUID, by: User) -> None:
    """Nothing is taken over: the sheet goes at once."""
    past_import = _locked(import_id, by)
    if past_import.state not in (ImportState.READING, ImportState.READ):
        raise Refused(_("This sheet was taken over already: take it out again instead."))
    _forget(past_import)


def forget_past() -> int:
    """For the timer: sheets go after a month. Returns how many."""
    old = PastImport.objects.filter(made_at__lt=timezone.now() - PastImport.KEPT_FOR)
    for past_import in old:
        with transaction.atomic():
            _forget(past_import)
    return len(old)


def _forget(past_import: PastImport) -> None:
    key_id = past_import.vault_key
    past_import.delete()
    transaction.on_commit(lambda: destroy_key(key_id=key_id))


def _locked(import_id: UUID, by: User) -> PastImport:
    if not can_manage_training(by):
        raise PermissionDenied
    return PastImport.objects.select_for_update(of=("self",)).get(pk=import_id)


def _forget_made(past_import: PastImport) -> list[UUID]:
    """Delete people whom this sheet brought and who have nothing else here. Returns their keys."""
    brought = Learner.objects.filter(past_rows__past_import=past_import, past_rows__made_learner=True)
    alone = brought.filter(credits=None, enrolments=None, certifications=None, entry=None, user=None).distinct()
    found = list(alone.values_list("pk", "vault_key"))
    for start in range(0, len(found), AT_ONCE):
        Learner.objects.filter(pk__in=[pk for pk, _key in found[start : start + AT_ONCE]]).delete()
    return [key_id for _pk, key_id in found]
