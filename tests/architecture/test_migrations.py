import pytest
from django.db import connection
from django.db.migrations import RunPython, RunSQL
from django.db.migrations.loader import MigrationLoader


def test_the_keys_migrations_do_nothing_that_their_models_do_not_say():
    """Tests make the keys' tables from the models, to save the time of walking every other app's migrations."""
    nodes = MigrationLoader(None).graph.nodes

    operations = [step for (app, _), migration in nodes.items() if app == "keystore" for step in migration.operations]

    assert operations
    assert not any(isinstance(operation, (RunPython, RunSQL)) for operation in operations)


def test_the_cms_is_migrated_while_there_are_few_models():
    """What a step costs grows with the number of models; after the portal's, each of the CMS's took a second."""
    graph = MigrationLoader(None).graph
    order = [app for app, _ in graph._generate_plan(graph.leaf_nodes(), at_end=True)]
    portal = [number for number, app in enumerate(order) if app == "portal"]
    cms = [number for number, app in enumerate(order) if app.startswith("wagtail")]

    assert portal[0] < cms[0]
    assert cms[-1] < portal[1]


@pytest.mark.django_db
def test_the_database_refuses_what_only_it_can_refuse():
    """What the models do not say must not get lost when steps are put together."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
            if connection.vendor == "sqlite"
            else "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal UNION SELECT conname FROM pg_constraint "
            "WHERE contype = 'x'"
        )
        names = {name for (name,) in cursor.fetchall()}

    assert "disclosures_are_never_changed" in names
    assert any("audit" in name for name in names)
    if connection.vendor == "postgresql":
        assert {"a_neutral_is_never_booked_twice", "a_room_is_never_booked_twice"} <= names
