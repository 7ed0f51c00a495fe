"""Everything the two databases hold, as somebody with the files would read it."""

from django.db import connections


def raw_dump() -> bytes:
    return b"\n".join(cell for alias in ("default", "keys") for cell in _cells(connections[alias]))


def _cells(connection):
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            for row in cursor.fetchall():
                yield from (_bytes(cell) for cell in row)


def _bytes(cell) -> bytes:
    return bytes(cell) if isinstance(cell, (bytes, memoryview)) else str(cell).encode()
