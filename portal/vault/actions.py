"""Making, destroying and rewrapping data keys. Lock `default` before `keys`, never the reverse."""

import time
from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID, uuid4

from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import QuerySet
from django.utils import timezone

from . import keyring
from .crypto import new_key
from .fields import SealedField
from .keystore.models import DataKey, KeyPurpose, Token
from .models import SealedModel, key_columns
from .wrapping import primary_kek, unwrap, wrap

UNUSED_AFTER = timedelta(hours=24)
# Older keys were looked at every minute for a month.
_LOOKED_AT_FOR = timedelta(days=30)
_BATCH = 500
_PATIENCE = 5


class SweepRefused(RuntimeError):
    """So many keys look unused that the data is probably missing (a half-restored backup)."""


def create_key(*, purpose: str = KeyPurpose.MATTER) -> UUID:
    """A new data key, committed by itself before the first row that uses it."""
    row = _new_row(purpose)
    row.save(force_insert=True)
    return row.pk


def create_keys(count: int) -> list[UUID]:
    """Keys of as many matters, in one statement."""
    return [row.pk for row in DataKey.objects.bulk_create(_new_row(KeyPurpose.MATTER) for _number in range(count))]


def _new_row(purpose: str) -> DataKey:
    key_id, key, kek_id = uuid4(), new_key(), primary_kek()
    keyring.hold(key_id, key)
    return DataKey(id=key_id, wrapped=wrap(key, key_id=key_id, kek_id=kek_id), kek_id=kek_id, purpose=purpose)


def office_key() -> UUID:
    """The key of what belongs to no matter: mail to staff, the office's own audit chain."""
    opened = keyring.current()
    if opened.office_key_id is None:
        row = DataKey.objects.filter(purpose=KeyPurpose.OFFICE).first() or _make_office_key()
        opened.add(row.pk, unwrap(row.wrapped, key_id=row.pk, kek_id=row.kek_id))
        opened.office_key_id = row.pk
    return opened.office_key_id


def _make_office_key() -> DataKey:
    key_id, key, kek_id = uuid4(), new_key(), primary_kek()
    row = DataKey(id=key_id, wrapped=wrap(key, key_id=key_id, kek_id=kek_id), kek_id=kek_id, purpose=KeyPurpose.OFFICE)
    # Two first users at once: the constraint keeps one key, and both take that one.
    DataKey.objects.bulk_create([row], ignore_conflicts=True)
    return DataKey.objects.get(purpose=KeyPurpose.OFFICE)


def destroy_key(*, key_id: UUID) -> None:
    """Delete a key and its tokens for good. What it sealed cannot be read again, here or in any backup of the data.

    Does nothing the second time.
    """
    DataKey.objects.filter(pk=key_id).delete()
    keyring.forget(key_id)
    transaction.on_commit(scrub, using="keys")


def key_exists(key_id: UUID) -> bool:
    return DataKey.objects.filter(pk=key_id).exists()


def seal_again(row: SealedModel, *, key_id: UUID, **links: object) -> None:
    """Seal under another key what a row holds. `links` are columns that change with it, such as its matter."""
    sealed = [field.attname for field in row._meta.concrete_fields if isinstance(field, SealedField)]
    opened = {name: getattr(row, name) for name in sealed}
    row.vault_key = key_id
    for name, value in (opened | links).items():
        setattr(row, name, value)
    row.save(update_fields=["vault_key", *opened, *links])


def leave_key(*, key_id: UUID, to: UUID) -> None:
    """Everything was sealed again: what it is found by moves on, and the old key goes. Nothing the second time."""
    with transaction.atomic(using="keys"):
        Token.objects.filter(key_id=key_id).update(key_id=to)
        destroy_key(key_id=key_id)


def move_tokens(*, subjects: list[UUID], to: UUID) -> None:
    """What these are found by goes, from now on, with another key."""
    Token.objects.filter(subject__in=subjects).update(key_id=to)


def scrub() -> bool:
    """Take deleted keys out of the files themselves. False when readers were in the way: call it again later."""
    connection = connections["keys"]
    if connection.vendor == "sqlite":
        return _truncate_log(connection)
    with connection.cursor() as cursor:
        # FULL writes new files: a plain VACUUM leaves the bytes in the free space of the old ones.
        cursor.execute("VACUUM (FULL) keystore_datakey")
        cursor.execute("VACUUM (FULL) keystore_token")
    return True


def _truncate_log(connection: BaseDatabaseWrapper) -> bool:
    """secure_delete has overwritten the row in the database file; the write-ahead log may still hold it."""
    for _ in range(_PATIENCE):
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            busy, *_rest = cursor.fetchone()
        if not busy:
            return True
        time.sleep(0.1)
    return False


def sweep_unused_keys() -> int:
    """Destroy keys that were made more than a day ago and never used. Returns how many."""
    last = timezone.now() - UNUSED_AFTER
    old = DataKey.objects.exclude(purpose=KeyPurpose.OFFICE).filter(created_at__range=(last - _LOOKED_AT_FOR, last))
    unused = [key_id for batch in _batches(old) for key_id in _not_in_use(batch)]
    if len(unused) > max(20, DataKey.objects.count() // 10):
        raise SweepRefused(f"{len(unused)} keys look unused")
    for key_id in unused:
        destroy_key(key_id=key_id)
    return len(unused)


def _batches(keys: QuerySet[DataKey]) -> Iterator[list[UUID]]:
    last = None
    while batch := list(
        (keys.filter(pk__gt=last) if last else keys).order_by("pk").values_list("pk", flat=True)[:_BATCH]
    ):
        yield batch
        last = batch[-1]


def _not_in_use(key_ids: list[UUID]) -> list[UUID]:
    used: set[UUID] = set()
    for model, column in key_columns():
        rows = model._base_manager.filter(**{f"{column}__in": key_ids})
        used.update(rows.values_list(column, flat=True).distinct())
    return [key_id for key_id in key_ids if key_id not in used]


def rotate(*, batch: int = 200) -> int:
    """Wrap every data key with the first key-encryption key of the settings. Returns how many were rewrapped.

    Online and resumable: each batch commits by itself, and what is left is whatever still names another key.
    """
    done = 0
    while rewrapped := _rotate_batch(batch):
        done += rewrapped
    return done


@transaction.atomic(using="keys")
def _rotate_batch(size: int) -> int:
    primary = primary_kek()
    rows = list(DataKey.objects.select_for_update().exclude(kek_id=primary).order_by("pk")[:size])
    for row in rows:
        key = unwrap(row.wrapped, key_id=row.pk, kek_id=row.kek_id)
        row.wrapped = wrap(key, key_id=row.pk, kek_id=primary)
        row.kek_id = primary
        # An update cannot bring back a key that was destroyed meanwhile.
    DataKey.objects.bulk_update(rows, ["wrapped", "kek_id"])
    return len(rows)
