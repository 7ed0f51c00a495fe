"""A trigger that lets nobody change a line of the register. Lines go only together with their matter."""

from django.db.backends.base.base import BaseDatabaseWrapper

TABLE = "portal_disclosure"

_PROTECT = {
    "sqlite": (
        f"CREATE TRIGGER disclosures_are_never_changed BEFORE UPDATE ON {TABLE} "
        "BEGIN SELECT RAISE(ABORT, 'disclosures are never changed'); END",
    ),
    "postgresql": (
        "CREATE OR REPLACE FUNCTION disclosures_are_append_only() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'disclosures are never changed'; END $$",
        f"CREATE TRIGGER disclosures_are_never_changed BEFORE UPDATE ON {TABLE} "
        "FOR EACH ROW EXECUTE FUNCTION disclosures_are_append_only()",
    ),
}
_UNPROTECT = {
    "sqlite": ("DROP TRIGGER IF EXISTS disclosures_are_never_changed",),
    "postgresql": (f"DROP TRIGGER IF EXISTS disclosures_are_never_changed ON {TABLE}",),
}


def protect(connection: BaseDatabaseWrapper) -> None:
    unprotect(connection)
    _run(connection, _PROTECT)


def unprotect(connection: BaseDatabaseWrapper) -> None:
    """For going back a migration."""
    _run(connection, _UNPROTECT)


def _run(connection: BaseDatabaseWrapper, statements: dict[str, tuple[str, ...]]) -> None:
    with connection.cursor() as cursor:
        for statement in statements[connection.vendor]:
            cursor.execute(statement)
