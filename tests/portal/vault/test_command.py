from io import StringIO

import pytest
from django.core.management import call_command

from portal.vault import actions, keyring
from portal.vault.keystore.models import DataKey

from .rows import fetch, make_row

pytestmark = pytest.mark.django_db


def run(*arguments):
    output = StringIO()
    call_command("vault", *arguments, stdout=output)
    return output.getvalue().splitlines()


def test_rotation_that_is_killed_goes_on_where_it_stopped(settings, monkeypatch):
    rows = [make_row(f"{n}@example.edu") for n in range(6)]
    old = settings.ACCORD_KEKS
    settings.ACCORD_KEKS = {"new": b"n" * 32} | old
    wrapped, real = [], actions.wrap

    def wrap_until_killed(key, *, key_id, kek_id):
        wrapped.append(key_id)
        if len(wrapped) == 4:
            raise KeyboardInterrupt
        return real(key, key_id=key_id, kek_id=kek_id)

    monkeypatch.setattr(actions, "wrap", wrap_until_killed)
    with pytest.raises(KeyboardInterrupt):
        run("rotate", "--batch=2")
    assert DataKey.objects.filter(kek_id="new").count() == 2
    with keyring.scope():
        assert [fetch(row).address for row in rows] == [f"{n}@example.edu" for n in range(6)]

    assert run("rotate", "--batch=2") == [
        "4 keys wrapped anew.",
        "new: 6 data keys, wraps new ones.",
        "test: 0 data keys, can be taken out of the settings.",
    ]
    settings.ACCORD_KEKS = {"new": b"n" * 32}
    with keyring.scope():
        assert [fetch(row).address for row in rows] == [f"{n}@example.edu" for n in range(6)]


def test_the_status_names_what_is_still_needed_and_what_is_missing(settings):
    make_row()
    settings.ACCORD_KEKS = {"new": b"n" * 32} | settings.ACCORD_KEKS
    actions.create_key()

    assert run("status") == [
        "new: 1 data keys, wraps new ones.",
        "test: 1 data keys, still needed until `vault rotate` has run.",
    ]
    settings.ACCORD_KEKS = {"new": b"n" * 32}
    assert run("status")[1] == "test: 1 data keys, MISSING from the settings: what they seal cannot be read."
