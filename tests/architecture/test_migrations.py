from django.db.migrations import RunPython, RunSQL
from django.db.migrations.loader import MigrationLoader


def test_the_keys_migrations_do_nothing_that_their_models_do_not_say():
    """Tests make the keys' tables from the models, to save the time of walking every other app's migrations."""
    nodes = MigrationLoader(None).graph.nodes

    operations = [step for (app, _), migration in nodes.items() if app == "keystore" for step in migration.operations]

    assert operations
    assert not any(isinstance(operation, (RunPython, RunSQL)) for operation in operations)
