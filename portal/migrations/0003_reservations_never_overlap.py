"""PostgreSQL refuses by itself that a neutral or a room is reserved twice at one time.

SQLite lets one writer in at a time (transactions begin IMMEDIATE), so that looking and booking cannot be torn apart.
"""

from django.db import migrations

CONSTRAINTS = {
    "a_neutral_is_never_booked_twice": "neutral_id",
    "a_room_is_never_booked_twice": "room_id",
}


def add(apps, schema_editor):
    if schema_editor.connection.vendor != "postgresql" or schema_editor.connection.alias != "default":
        return
    schema_editor.execute("CREATE EXTENSION IF NOT EXISTS btree_gist")
    for name, column in CONSTRAINTS.items():
        schema_editor.execute(
            f"ALTER TABLE portal_reservation ADD CONSTRAINT {name} EXCLUDE USING gist "
            f"({column} WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE ({column} IS NOT NULL)"
        )


def remove(apps, schema_editor):
    if schema_editor.connection.vendor != "postgresql" or schema_editor.connection.alias != "default":
        return
    for name in CONSTRAINTS:
        schema_editor.execute(f"ALTER TABLE portal_reservation DROP CONSTRAINT {name}")


class Migration(migrations.Migration):
    dependencies = [("portal", "0002_audit_links_are_append_only")]

    operations = [migrations.RunPython(add, remove)]
