from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connections
from django.utils import timezone

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.mail.models import Mailing
from portal.vault import actions, keyring
from portal.vault.keystore.models import DataKey, KeyPurpose, Token, TokenKind
from portal.vault.tokens import index
from portal.vault.wrapping import KeyUnavailable

from .rows import fetch, make_row

pytestmark = pytest.mark.django_db
YESTERDAY = timedelta(hours=25)


def age_all_keys(by=YESTERDAY):
    DataKey.objects.update(created_at=timezone.now() - by)


def test_a_key_is_stored_wrapped(settings):
    key_id = actions.create_key()

    row = DataKey.objects.get(pk=key_id)

    assert (row.kek_id, row.purpose) == ("test", KeyPurpose.MATTER)
    assert len(bytes(row.wrapped)) > 32
    assert str(row) == f"key {key_id}"


def test_there_is_one_office_key():
    first = actions.office_key()
    with keyring.scope():
        assert actions.office_key() == first
        assert actions.office_key() == first

    assert actions._make_office_key().pk == first
    assert DataKey.objects.count() == 1


def test_destroying_a_key_takes_its_tokens_along_and_may_be_repeated():
    row = make_row()
    index(key_id=row.vault_key, subject=row.pk, kind=TokenKind.NAME, values=["Sam"])
    other = make_row()
    index(key_id=other.vault_key, subject=other.pk, kind=TokenKind.NAME, values=["Sam"])

    actions.destroy_key(key_id=row.vault_key)
    actions.destroy_key(key_id=row.vault_key)

    assert set(DataKey.objects.values_list("pk", flat=True)) == {other.vault_key}
    assert set(Token.objects.values_list("subject", flat=True)) == {other.pk}
    assert fetch(other).address


@pytest.mark.django_db(transaction=True)
def test_a_destroyed_key_is_no_longer_in_the_files():
    key_id = actions.create_key()
    wrapped = bytes(DataKey.objects.get(pk=key_id).wrapped)

    actions.destroy_key(key_id=key_id)

    connection = connections["keys"]
    if connection.vendor == "sqlite":
        name = connection.settings_dict["NAME"]
        for path in (name, f"{name}-wal"):
            with open(path, "rb") as file:
                assert wrapped not in file.read()
    assert actions.scrub()


@pytest.mark.sqlite
@pytest.mark.django_db(transaction=True)
def test_a_reader_in_the_way_is_reported(monkeypatch):
    monkeypatch.setattr(actions, "_PATIENCE", 1)

    class Busy:
        vendor = "sqlite"

        def cursor(self):
            return self

        def __enter__(self):
            return self

        def __exit__(self, *error):
            return None

        def execute(self, statement):
            assert statement == "PRAGMA wal_checkpoint(TRUNCATE)"

        def fetchone(self):
            return (1, 10, 5)

    assert actions._truncate_log(Busy()) is False


def test_keys_that_were_never_used_are_swept_after_a_day():
    used, unused, office = make_row().vault_key, actions.create_key(), actions.office_key()
    age_all_keys()
    fresh = actions.create_key()

    assert actions.sweep_unused_keys() == 1

    assert set(DataKey.objects.values_list("pk", flat=True)) == {used, office, fresh}
    assert unused not in DataKey.objects.values_list("pk", flat=True)


def test_events_alone_do_not_keep_a_key():
    key_id = actions.create_key()

    class Matter:
        pk, chain_id = key_id, uuid4()

    record(AuditEvent.REQUEST_SENT, actor=None, matter=Matter())
    age_all_keys()

    assert actions.sweep_unused_keys() == 1


def test_the_sweep_looks_at_every_key_however_many(monkeypatch):
    monkeypatch.setattr(actions, "_BATCH", 2)
    for _ in range(3):
        actions.create_key()
    used = make_row().vault_key
    age_all_keys()

    assert actions.sweep_unused_keys() == 3
    assert DataKey.objects.get().pk == used


def test_the_sweep_refuses_when_the_data_seems_to_be_missing():
    for _ in range(25):
        make_row()
    age_all_keys()
    Mailing.objects.all().delete()

    with pytest.raises(actions.SweepRefused):
        actions.sweep_unused_keys()

    assert DataKey.objects.count() == 25


def test_rotation_wraps_every_key_anew_and_the_old_one_can_go(settings):
    rows = [make_row(f"{n}@example.edu") for n in range(5)]
    settings.ACCORD_KEKS = {"new": b"n" * 32} | settings.ACCORD_KEKS

    assert actions.rotate(batch=2) == 5
    assert actions.rotate(batch=2) == 0

    settings.ACCORD_KEKS = {"new": b"n" * 32}
    with keyring.scope():
        assert [fetch(row).address for row in rows] == [f"{n}@example.edu" for n in range(5)]


def test_a_key_is_not_opened_without_its_key_encryption_key(settings):
    row = make_row()

    settings.ACCORD_KEKS = {"other": b"n" * 32}
    with keyring.scope(), pytest.raises(KeyUnavailable):
        _ = fetch(row).address
    settings.ACCORD_KEKS = {"test": b"n" * 32}
    with keyring.scope(), pytest.raises(KeyUnavailable):
        _ = fetch(row).address
