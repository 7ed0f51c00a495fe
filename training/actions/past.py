"""Past records from a sheet: read, shown, and taken over only when somebody says so; taken out again within a month.

Nothing about any person is changed by reading. Each row keeps its fate, so that none is lost on the way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.documents import uploads
from portal.vault.actions import create_key, create_keys, destroy_key
from training.completing import is_enough
from training.models import Course, Credit, Learner, PastImport, PastRow
from training.policies import can_manage_training
from training.sheets import SheetRefused, SheetRow, rows_of
from training.sheets.judging import Past, understood
from training.statuses import TAKEN, CreditKind, Fate, ImportState

from .places import Refused

if TYPE_CHECKING:
    from portal.accounts.models import User

AT_ONCE = 500
LARGEST = 10 * 1024 * 1024
Item = TypeVar("Item")
Known = tuple[str, int, object]


def read_past(*, file: UploadedFile, by: User) -> PastImport:
    """Read a sheet and keep each row with what would become of it. Raises ValidationError when it cannot be read."""
    if not can_manage_training(by):
        raise PermissionDenied
    try:
        checked = uploads.check(file, kinds=uploads.SHEETS, largest=LARGEST)
        return _read(checked, create_key(), by)
    except (uploads.UploadRefused, SheetRefused) as refusal:
        raise ValidationError({"file": str(refusal)}) from refusal


@transaction.atomic
def _read(checked: uploads.Checked, key_id: UUID, by: User) -> PastImport:
    made = PastImport.objects.create(vault_key=key_id, file_name=checked.name, made_by=by)
    courses, seen = _courses(), set[Known]()
    for batch in _batches(rows_of(checked.content, checked.kind.extension)):
        judged = [(row, understood(row, courses, timezone.localdate())) for row in batch]
        fates = _fates([past for _row, past in judged], seen)
        made.rows_in_file += len(batch)
        PastRow.objects.bulk_create(
            PastRow(vault_key=key_id, past_import=made, number=row.number, cells=row.cells, fate=fate)
            for (row, _past), fate in zip(judged, fates, strict=True)
        )
    made.save(update_fields=["rows_in_file"])
    record(AuditEvent.IMPORT_PREPARED, actor=by, subject=made, rows=made.rows_in_file)
    return made


@transaction.atomic
def confirm_past(*, import_id: UUID, by: User) -> int:
    """Take over every row that can be. Looks at each once more: much may have happened since. Twice is once.

    Returns how many rows were taken over.
    """
    past_import = _locked(import_id, by)
    if past_import.state == ImportState.CONFIRMED:
        return 0
    if past_import.state != ImportState.READ:
        raise Refused(_("This sheet is not waiting any more. Please read it again."))
    courses, seen, taken = _courses(), set[Known](), 0
    for batch in _waiting(past_import):
        taken += _take_over(batch, courses, seen, by)
    past_import.state, past_import.confirmed_at = ImportState.CONFIRMED, timezone.now()
    past_import.save(update_fields=["state", "confirmed_at"])
    record(AuditEvent.IMPORT_CONFIRMED, actor=by, subject=past_import, rows=taken)
    return taken


def undo_past(*, import_id: UUID, by: User) -> int:
    """Take out again what a sheet brought, and people who have nothing else here. Twice is once.

    Whoever was certified since keeps what it was built on. Returns how many rows were taken out.
    """
    with transaction.atomic():
        past_import = _locked(import_id, by)
        if past_import.state == ImportState.UNDONE:
            return 0
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
    if past_import.state != ImportState.READ:
        raise Refused(_("This sheet was taken over already: take it out again instead."))
    _forget(past_import)


def forget_past() -> int:
    """For the timer: sheets go after a month. Returns how many."""
    old = PastImport.objects.filter(made_at__lt=timezone.now() - PastImport.KEPT_FOR)
    for past_import in old:
        with transaction.atomic():
            _forget(past_import)
    return len(old)


def _waiting(past_import: PastImport) -> Iterator[list[PastRow]]:
    """Rows that can be taken over, some at a time. Each time anew: taking over changes what is looked through."""
    last, rows = 0, past_import.rows.filter(fate__in=TAKEN).order_by("number")
    while batch := list(rows.filter(number__gt=last)[:AT_ONCE]):
        yield batch
        last = batch[-1].number


def _forget(past_import: PastImport) -> None:
    key_id = past_import.vault_key
    past_import.delete()
    transaction.on_commit(lambda: destroy_key(key_id=key_id))


def _locked(import_id: UUID, by: User) -> PastImport:
    if not can_manage_training(by):
        raise PermissionDenied
    return PastImport.objects.select_for_update(of=("self",)).get(pk=import_id)


def _courses() -> dict[str, Course]:
    """Courses by code and by title, as people write them."""
    found: dict[str, Course] = {}
    for course in Course.objects.all():
        found.setdefault(course.title.casefold(), course)
        found[course.code.casefold()] = course
    return found


def _fates(judged: list[Past | Fate], seen: set[Known]) -> list[Fate]:
    """What becomes of these rows, in their order. `seen` are the records of the rows before them."""
    pasts = [past for past in judged if isinstance(past, Past)]
    people = _people(pasts)
    there = _credited(people.values())
    fates = []
    for past in judged:
        if isinstance(past, Fate):
            fates.append(past)
            continue
        known = (past.person, past.course.pk, past.day)
        if known in seen:
            fates.append(Fate.TWICE)
        elif known in there:
            fates.append(Fate.THERE)
        else:
            fates.append(Fate.KNOWN if past.person in people else Fate.NEW)
        seen.add(known)
    return fates


def _people(pasts: Iterable[Past]) -> dict[str, Learner]:
    hashes = {past.person for past in pasts}
    return {one.address_hash: one for one in Learner.objects.filter(address_hash__in=hashes)}


def _credited(people: Iterable[Learner]) -> set[Known]:
    """What is on record of these people already: hours of a course on a day."""
    rows = Credit.objects.filter(learner__in=[one.pk for one in people], kind=CreditKind.HOURS).exclude(course=None)
    return set(rows.values_list("learner__address_hash", "course", "earned_on"))


def _take_over(batch: list[PastRow], courses: dict[str, Course], seen: set[Known], by: User) -> int:
    judged = [understood(SheetRow(row.number, row.cells), courses, timezone.localdate()) for row in batch]
    fates = _fates(judged, seen)
    good = [(row, past) for row, past, fate in zip(batch, judged, fates, strict=True) if fate in TAKEN]
    people, made = _people_for([past for _row, past in good if isinstance(past, Past)])
    earned: list[Credit] = []
    for row, past in good:
        assert isinstance(past, Past)  # noqa: S101
        row.learner = people[past.person]
        # The first row of somebody new brings them.
        row.made_learner = past.person in made
        made.discard(past.person)
        earned += _credits(row, past, by)
    for row, fate in zip(batch, fates, strict=True):
        row.fate = fate
    PastRow.objects.bulk_update(batch, ["fate", "learner", "made_learner"])
    Credit.objects.bulk_create(earned)
    return len(good)


def _people_for(pasts: list[Past]) -> tuple[dict[str, Learner], set[str]]:
    """Everybody whom these rows name, made now if need be; and who was made."""
    people = _people(pasts)
    new = {past.person: past for past in pasts if past.person not in people}
    keys = create_keys(len(new)) if new else []
    for (person, past), key_id in zip(new.items(), keys, strict=True):
        people[person] = Learner(vault_key=key_id, name=past.name, address=past.address, address_hash=person)
    Learner.objects.bulk_create([people[person] for person in new])
    return people, set(new)


def _credits(row: PastRow, past: Past, by: User) -> Iterator[Credit]:
    learner = row.learner
    assert learner is not None  # noqa: S101
    facts = {
        "vault_key": learner.vault_key,
        "learner": learner,
        "course": past.course,
        "earned_on": past.day,
        "recorded_by": by,
        "past_row": row,
    }
    yield Credit(kind=CreditKind.HOURS, category=past.course.category, amount=past.quarters, **facts)
    if is_enough(past.quarters, past.course.hours * 4):
        yield Credit(kind=CreditKind.MODULE, amount=1, **facts)


def _forget_made(past_import: PastImport) -> list[UUID]:
    """Delete people whom this sheet brought and who have nothing else here. Returns their keys."""
    brought = Learner.objects.filter(past_rows__past_import=past_import, past_rows__made_learner=True)
    alone = brought.filter(credits=None, enrolments=None, certifications=None, entry=None, user=None).distinct()
    found = list(alone.values_list("pk", "vault_key"))
    for start in range(0, len(found), AT_ONCE):
        Learner.objects.filter(pk__in=[pk for pk, _key in found[start : start + AT_ONCE]]).delete()
    return [key_id for _pk, key_id in found]


def _batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    waiting = iter(items)
    while batch := list(islice(waiting, AT_ONCE)):
        yield batch
