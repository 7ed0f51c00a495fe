"""An old backup of the data still holds matters that were destroyed since: mute, for their keys are gone.

Before anybody works with it, their rows go too. What was destroyed is written down nowhere; a row whose key is no
longer in today's keys database is such a row.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connections, transaction

from portal.cases.models import Matter
from portal.vault.keystore.models import DataKey
from portal.vault.models import key_columns

from .destruction import delete_sealed_rows
from .models import Hold

RESTORED = "restored"


class KeysMissing(RuntimeError):
    """Not one key of the data is in the keys database: the keys must be restored first, or all would be deleted."""


@contextmanager
def opened(file: Path) -> Iterator[str]:
    """A restored SQLite database under an alias of its own, for as long as the block lasts."""
    connections.databases[RESTORED] = connections.databases[DEFAULT_DB_ALIAS] | {"NAME": str(file)}
    try:
        yield RESTORED
    finally:
        connections[RESTORED].close()
        del connections[RESTORED], connections.databases[RESTORED]


def forget_destroyed(alias: str = DEFAULT_DB_ALIAS) -> int:
    """Delete every matter and every sealed row whose key is gone. Returns how many keys were gone.

    Raises KeysMissing when no key is left at all. Done twice, it finds nothing the second time.
    """
    named = _named_keys(alias)
    gone = named - set(DataKey.objects.values_list("pk", flat=True))
    if named and gone == named:
        raise KeysMissing("the keys database holds none of this data's keys: restore the keys first")
    with transaction.atomic(using=alias):
        for key_id in gone:
            Hold.objects.using(alias).filter(matter=key_id).delete()
            delete_sealed_rows(key_id, using=alias)
            Matter.objects.using(alias).filter(pk=key_id).delete()
    if gone:
        _rewrite(alias)
    return len(gone)


def _named_keys(alias: str) -> set[UUID]:
    columns = [model._base_manager.using(alias).values_list(column, flat=True) for model, column in key_columns()]
    return {key_id for column in columns for key_id in column.distinct() if key_id}


def _rewrite(alias: str) -> None:
    """Without the free pages, in which deleted rows could still be read as they were sealed."""
    connection = connections[alias]
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("VACUUM")
