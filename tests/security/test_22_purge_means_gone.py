"""Promise 22: what was destroyed is nowhere, and an old backup does not bring it back.

`manage.py drill purge` looks through every byte; it runs as a journey. Here an old backup is put back.
"""

import sqlite3
from contextlib import closing

import pytest
from django.core.management import CommandError, call_command

from portal.audit.models import AuditLink
from portal.cases.models import Case, Matter
from portal.records import actions
from portal.records.destruction import finish
from portal.records.restored import KeysMissing, forget_destroyed, opened
from portal.vault.keystore.models import DataKey
from portal.vault.models import sealed_models
from tests.factories.closing import make_closable_case, make_ended_case

from .proofs import missing
from .restoring import lost_and_restored, own_places

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.sqlite]
PROOFS = {
    "tests.journeys.test_the_drill": [
        "test_nothing_of_a_closed_case_is_found_anywhere",
        "test_a_trace_that_was_left_is_found",
    ],
    "tests.architecture.test_retention": ["test_every_field_has_a_line"],
    "tests.portal.records.test_destruction": [
        "test_close_leaves_a_coded_line_a_receipt_and_mute_audit_links",
        "test_what_was_killed_between_two_steps_is_finished_by_the_timer",
    ],
}


@pytest.fixture(autouse=True)
def places(settings, tmp_path):
    own_places(settings, tmp_path)


def test_the_proofs_beside_the_feature_stand():
    assert missing(PROOFS) == set()


def rows_of(key_id, using="default"):
    kinds = [model for model in sealed_models() if model is not AuditLink]
    return {model.__name__ for model in kinds if model.objects.using(using).filter(vault_key=key_id).exists()}


def test_an_old_backup_does_not_bring_back_what_was_destroyed_since(tmp_path):
    kept = make_ended_case()
    case, by = make_closable_case()
    key_id = case.matter_id
    with lost_and_restored(tmp_path / "restored"):
        assert "Participant" in rows_of(key_id)
        finish(actions.close(matter_id=key_id, by=by).pk)

    assert rows_of(key_id) == set()
    assert not Matter.objects.filter(pk=key_id).exists()
    assert [one.pk for one in Case.objects.all()] == [kept.pk]
    assert "Participant" in rows_of(kept.matter_id)


def test_sweeping_twice_finds_nothing_the_second_time(tmp_path):
    make_ended_case()
    case, by = make_closable_case()
    with lost_and_restored(tmp_path / "restored"):
        finish(actions.close(matter_id=case.matter_id, by=by).pk)

    with opened(tmp_path / "restored" / "default.sqlite3") as alias:
        assert forget_destroyed(alias) == 0


def test_without_any_key_nothing_is_deleted_and_the_command_says_what_comes_first(tmp_path):
    case = make_ended_case()
    DataKey.objects.all().delete()

    with pytest.raises(KeysMissing):
        forget_destroyed()
    with pytest.raises(CommandError, match="restore the keys first"):
        call_command("restore", "sweep")

    assert Case.objects.get().pk == case.pk


def test_the_restored_file_is_whole(tmp_path):
    make_ended_case()
    case, by = make_closable_case()
    with lost_and_restored(tmp_path / "restored"):
        finish(actions.close(matter_id=case.matter_id, by=by).pk)

    with closing(sqlite3.connect(tmp_path / "restored" / "default.sqlite3")) as restored:
        assert restored.execute("PRAGMA foreign_key_check").fetchall() == []
        assert restored.execute("PRAGMA integrity_check").fetchone() == ("ok",)
