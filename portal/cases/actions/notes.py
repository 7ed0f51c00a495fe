"""Notes for the three audiences; who reads which stands in `NoteQuerySet.visible_to`."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction

from portal.audit.events import AuditEvent
from portal.audit.record import record

from ..models import Case, Note
from ..policies import audiences_of
from ..statuses import NoteAudience
from .matters import lock_matter, touch

if TYPE_CHECKING:
    from portal.accounts.models import User


@transaction.atomic
def write_note(*, matter_id: UUID, body: str, by: User, audience: NoteAudience = NoteAudience.STAFF) -> Note:
    """Keep a note for one audience. Raises PermissionDenied or MatterGone."""
    matter = lock_matter(matter_id)
    if audience not in audiences_of(by, matter, Case.objects.filter(matter=matter).first()):
        raise PermissionDenied
    note = Note.objects.create(vault_key=matter.pk, matter=matter, author=by, audience=audience, body=body)
    record(AuditEvent.NOTE_WRITTEN, actor=by, matter=matter, subject=note, audience=str(audience))
    touch(matter)
    return note


@transaction.atomic
def delete_note(*, note_id: UUID, by: User) -> None:
    """Throw away a memory aid; what others have read stays until the matter goes.

    Raises PermissionDenied or MatterGone.
    """
    note = Note.objects.filter(pk=note_id, author=by, audience=NoteAudience.OWN).first()
    if note is None:
        raise PermissionDenied
    matter = lock_matter(note.matter_id)
    record(AuditEvent.NOTE_DELETED, actor=by, matter=matter, subject=note)
    note.delete()
