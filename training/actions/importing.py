"""What the worker does with a sheet of past records: some rows at a time, each time kept before the next.

Whoever brought the sheet may leave the page. When the worker dies, the timer goes on where it stopped: what is kept
says how far it came, and every batch takes the lock of the sheet, so that two workers never do the same rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from itertools import islice
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from portal.vault.actions import create_keys
from training.addresses import address_hash
from training.completing import is_enough
from training.models import Course, Credit, Learner, PastImport, PastRow
from training.sheets import SheetRow, rows_of
from training.sheets.judging import Past, understood
from training.statuses import TAKEN, CreditKind, Fate, ImportState

if TYPE_CHECKING:
    from portal.accounts.models import User

AT_ONCE = 500
# A worker that has done nothing for so long counts as dead.
DEAD_AFTER = timedelta(minutes=2)
Item = TypeVar("Item")
Known = tuple[str, int, object]


def work_on(*, import_id: UUID) -> None:
    """Read what is left of a sheet, or take over what is left of it. Nothing when neither is to be done."""
    past_import = PastImport.objects.filter(pk=import_id).first()
    if past_import is not None and past_import.state == ImportState.READING:
        _read(past_import)
    elif past_import is not None and past_import.state == ImportState.TAKING:
        while _take_some(import_id):
            pass


def work_on_due() -> int:
    """For the timer: go on with sheets whose worker died. Returns how many."""
    at_work = PastImport.objects.filter(state__in=(ImportState.READING, ImportState.TAKING))
    ids = list(at_work.filter(worked_at__lt=timezone.now() - DEAD_AFTER).values_list("pk", flat=True))
    for import_id in ids:
        work_on(import_id=import_id)
    return len(ids)


def _read(past_import: PastImport) -> None:
    """Rows that are kept already are judged once more, so that what comes twice is still seen, and not written."""
    courses, seen, done = _courses(), set[Known](), 0
    for batch in _batches(rows_of(past_import.content or b"", past_import.extension)):
        judged = [understood(row, courses, timezone.localdate()) for row in batch]
        fates, before, done = _fates(judged, seen), done, done + len(batch)
        if done > past_import.rows_done and not _keep(past_import, before, batch, fates):
            return
    with transaction.atomic():
        found = _lock(past_import.pk, ImportState.READING)
        if found is not None:
            found.state, found.content = ImportState.READ, None
            found.save(update_fields=["state", "content"])


@transaction.atomic
def _keep(past_import: PastImport, before: int, batch: Sequence[SheetRow], fates: Sequence[Fate]) -> bool:
    """Write these rows down, unless somebody else is at this sheet, or has thrown it away."""
    found = _lock(past_import.pk, ImportState.READING)
    if found is None or found.rows_done != before:
        return False
    PastRow.objects.bulk_create(
        PastRow(vault_key=found.vault_key, past_import=found, number=row.number, cells=row.cells, fate=fate)
        for row, fate in zip(batch, fates, strict=True)
    )
    _came_to(found, before + len(batch))
    return True


@transaction.atomic
def _take_some(import_id: UUID) -> bool:
    """Take over the next rows, or say that it is done. Whether there may be more."""
    found = _lock(import_id, ImportState.TAKING)
    if found is None:
        return False
    batch = list(found.rows.filter(fate__in=TAKEN, learner=None).order_by("number")[:AT_ONCE])
    if not batch:
        found.state = ImportState.CONFIRMED
        found.save(update_fields=["state"])
        return False
    assert found.confirmed_by is not None  # noqa: S101
    _take_over(batch, _courses(), found.confirmed_by)
    _came_to(found, found.rows_done + len(batch))
    return True


def _lock(import_id: UUID, state: ImportState) -> PastImport | None:
    rows = PastImport.objects.select_for_update(of=("self",)).select_related("confirmed_by")
    return rows.filter(pk=import_id, state=state).first()


def _came_to(past_import: PastImport, done: int) -> None:
    past_import.rows_done, past_import.worked_at = done, timezone.now()
    past_import.save(update_fields=["rows_done", "worked_at"])


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


def _take_over(batch: list[PastRow], courses: dict[str, Course], by: User) -> None:
    judged = [understood(SheetRow(row.number, row.cells), courses, timezone.localdate()) for row in batch]
    own = _spellings_of(by)
    fates = [
        Fate.OWN if isinstance(past, Past) and past.person in own else fate
        for past, fate in zip(judged, _fates(judged, set()), strict=True)
    ]
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


def _spellings_of(user: User) -> set[str]:
    """By which a row names whoever said yes to the sheet: nobody credits themselves (see `policies.can_certify`)."""
    return {address_hash(user.email), *Learner.objects.filter(user=user).values_list("address_hash", flat=True)}


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


def _batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    waiting = iter(items)
    while batch := list(islice(waiting, AT_ONCE)):
        yield batch
