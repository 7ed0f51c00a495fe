"""A backup is worth what comes back out of it, so each test here restores."""

import shutil
import sqlite3
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from portal.vault import actions, backups, keyring
from portal.vault.keystore.models import DataKey
from portal.vault.restores import restore

pytestmark = pytest.mark.django_db(transaction=True)

CANARY = b"canary-51-curlew"


@pytest.fixture(autouse=True)
def own_places(settings, tmp_path):
    for name in ("data", "keys", "months"):
        setting = {"months": "MONTH_KEYS"}.get(name, name.upper())
        setattr(settings, f"ACCORD_BACKUP_{setting}_DIR", str(tmp_path / name))
    settings.MEDIA_ROOT, settings.PRIVATE_ROOT = tmp_path / "media", tmp_path / "private"
    settings.PRIVATE_ROOT.mkdir()


def text_of(folder, alias):
    """Everything in a restored database, as text."""
    if connection.vendor == "sqlite":
        with sqlite3.connect(folder / f"{alias}.sqlite3") as restored:
            return "\n".join(restored.iterdump())
    dumped = ["pg_restore", "--file=-", str(folder / f"{alias}.pgdump")]
    return subprocess.run(dumped, capture_output=True, text=True, check=True).stdout


def contains(folder, alias, identifier):
    return identifier.hex in text_of(folder, alias).replace("-", "")


def test_the_keys_come_back_from_their_own_archive(tmp_path):
    with keyring.scope():
        key_id = actions.create_key()

    names = restore(backups.back_up_keys(), into=tmp_path / "restored")

    assert names == [f"keys.{'sqlite3' if connection.vendor == 'sqlite' else 'pgdump'}"]
    assert contains(tmp_path / "restored", "keys", key_id)


def test_the_data_comes_back_with_its_files_and_without_a_single_key(tmp_path, settings):
    with keyring.scope():
        key_id = actions.create_key()
    wrapped = bytes(DataKey.objects.get(pk=key_id).wrapped)
    (settings.PRIVATE_ROOT / "sealed").mkdir()
    (settings.PRIVATE_ROOT / "sealed" / "agreement").write_bytes(CANARY)

    archive = backups.back_up_data()
    names = restore(archive, into=tmp_path / "restored")

    assert (tmp_path / "restored" / "private" / "sealed" / "agreement").read_bytes() == CANARY
    assert "django_migrations" in text_of(tmp_path / "restored", "default")
    assert not any(name.startswith("keys") for name in names)
    assert wrapped.hex() not in text_of(tmp_path / "restored", "default").lower()
    assert CANARY not in archive.read_bytes()


def test_a_key_destroyed_after_the_backup_is_readable_there_until_the_months_key_goes(tmp_path, time_machine):
    time_machine.move_to(datetime(2026, 11, 20, 12, tzinfo=UTC))
    with keyring.scope():
        key_id = actions.create_key()
    archive = shutil.copy(backups.back_up_keys(), tmp_path / "stolen-copy")
    actions.destroy_key(key_id=key_id)
    restore(Path(archive), into=tmp_path / "before")
    assert contains(tmp_path / "before", "keys", key_id)

    time_machine.move_to(datetime(2026, 12, 7, 12, tzinfo=UTC))
    backups.forget_expired()

    with pytest.raises(Exception, match="no backup key named 2026-11"):
        restore(Path(archive), into=tmp_path / "after")
    assert not (tmp_path / "after").exists()


def test_archives_are_deleted_after_seven_days_and_not_before(time_machine):
    time_machine.move_to(datetime(2026, 11, 10, 12, tzinfo=UTC))
    old = backups.back_up_keys()
    time_machine.move_to(datetime(2026, 11, 17, 11, tzinfo=UTC))
    backups.forget_expired()
    assert old.exists()

    time_machine.move_to(datetime(2026, 11, 17, 12, tzinfo=UTC))
    backups.forget_expired()

    assert not old.exists()


@pytest.mark.parametrize(("data", "keys"), [("here", "here"), ("here", "here/below"), ("here/below", "here")])
def test_the_two_never_lie_in_one_place(settings, tmp_path, data, keys):
    settings.ACCORD_BACKUP_DATA_DIR, settings.ACCORD_BACKUP_KEYS_DIR = str(tmp_path / data), str(tmp_path / keys)

    for what in ("data", "keys"):
        with pytest.raises(CommandError, match="within each other"):
            call_command("backup", what)


def test_the_months_keys_do_not_lie_beside_what_they_open(settings, tmp_path):
    settings.ACCORD_BACKUP_MONTH_KEYS_DIR = str(tmp_path / "keys" / "months")

    with pytest.raises(CommandError, match="within each other"):
        call_command("backup", "keys")


def test_outside_development_the_two_never_lie_on_one_medium(settings):
    settings.ACCORD_BACKUP_ONE_MEDIUM = False

    with pytest.raises(CommandError, match="one medium"):
        call_command("backup", "data")


def test_both_commands_say_where_the_archive_is_and_restore_unpacks_it(tmp_path, capsys):
    call_command("backup", "keys")
    path = capsys.readouterr().out.split(" (")[0]

    call_command("restore", "keys", path, "--into", str(tmp_path / "restored"))

    assert "1 files in" in capsys.readouterr().out


def test_a_damaged_archive_leaves_nothing_behind(tmp_path):
    path = backups.back_up_data()
    path.write_bytes(path.read_bytes()[:-1])

    with pytest.raises(CommandError, match="cut short"):
        call_command("restore", "data", str(path), "--into", str(tmp_path / "restored"))

    assert not (tmp_path / "restored").exists()


def test_an_archive_of_the_other_kind_is_refused(tmp_path):
    path = backups.back_up_keys()

    with pytest.raises(CommandError, match="not an archive of the data"):
        call_command("restore", "data", str(path), "--into", str(tmp_path / "restored"))
