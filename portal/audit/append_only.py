"""Triggers that let nobody change or delete a link, not even the program itself.

Whoever owns the database can take them away; then the hashes and the checkpoint outside the machine still tell.
"""

from django.db.backends.base.base import BaseDatabaseWrapper

TABLE = "portal_auditlink"

_PROTECT = {
    "sqlite": (
        f"CREATE TRIGGER audit_links_are_never_changed BEFORE UPDATE ON {TABLE} "
        "BEGIN SELECT RAISE(ABORT, 'audit links are never changed'); END",
        f"CREATE TRIGGER audit_links_are_never_deleted BEFORE DELETE ON {TABLE} "
        "BEGIN SELECT RAISE(ABORT, 'audit links are never deleted'); END",
    ),
    "postgresql": (
        "CREATE OR REPLACE FUNCTION audit_links_are_append_only() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'audit links are never changed or deleted'; END $$",
        f"CREATE TRIGGER audit_links_are_never_changed BEFORE UPDATE OR DELETE ON {TABLE} "
        "FOR EACH ROW EXECUTE FUNCTION audit_links_are_append_only()",
        f"CREATE TRIGGER audit_links_are_never_deleted BEFORE TRUNCATE ON {TABLE} "
        "FOR EACH STATEMENT EXECUTE FUNCTION audit_links_are_append_only()",
        f"REVOKE UPDATE, DELETE, TRUNCATE ON {TABLE} FROM CURRENT_USER, PUBLIC",
    ),
}
_UNPROTECT = {
    "sqlite": (
        "DROP TRIGGER IF EXISTS audit_links_are_never_changed",
        "DROP TRIGGER IF EXISTS audit_links_are_never_deleted",
    ),
    "postgresql": (
        f"DROP TRIGGER IF EXISTS audit_links_are_never_changed ON {TABLE}",
        f"DROP TRIGGER IF EXISTS audit_links_are_never_deleted ON {TABLE}",
        f"GRANT UPDATE, DELETE, TRUNCATE ON {TABLE} TO CURRENT_USER",
    ),
}
_COUNT = {
    "sqlite": "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s AND name LIKE 'audit%%'",
    "postgresql": "SELECT count(*) FROM pg_trigger WHERE tgrelid = %s::regclass AND tgname LIKE 'audit%%' "
    "AND tgenabled <> 'D'",
}


def protect(connection: BaseDatabaseWrapper) -> None:
    unprotect(connection)
    _run(connection, _PROTECT)


def unprotect(connection: BaseDatabaseWrapper) -> None:
    """For going back a migration, and for emptying a test database."""
    _run(connection, _UNPROTECT)


def is_protected(connection: BaseDatabaseWrapper) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(_COUNT[connection.vendor], [TABLE])
        return cursor.fetchone()[0] == 2


def _run(connection: BaseDatabaseWrapper, statements: dict[str, tuple[str, ...]]) -> None:
    with connection.cursor() as cursor:
        for statement in statements[connection.vendor]:
            cursor.execute(statement)
