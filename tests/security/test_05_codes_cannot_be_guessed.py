"""Promise 5: a personal code has at least 112 random bits, is shown once, never kept, revocable, expiring."""

import math
import secrets

import pytest
from django.db import connections

from portal.passes import actions, codes
from portal.passes.models import Pass
from portal.vault.actions import create_key
from tests.factories import make_pass

pytestmark = pytest.mark.django_db


def test_a_code_has_at_least_120_bits():
    assert math.log2(len(set(codes.ALPHABET))) * codes.LENGTH >= 120


def test_codes_come_from_the_systems_own_randomness(monkeypatch):
    asked = []
    monkeypatch.setattr(secrets, "choice", lambda options: asked.append(1) or options[0])

    codes.new_code()

    assert len(asked) == codes.LENGTH


def test_no_table_holds_a_code_or_a_phrase():
    _entry, code, phrase = make_pass()
    _invitation, invited = actions.invite(key_id=create_key())
    secret = actions.begin_visit(entry=make_pass().entry)

    written = "\n".join(everything("default") + everything("keys"))

    for hidden in (code, code.replace("-", ""), phrase, invited, invited.replace("-", ""), secret):
        assert hidden.lower() not in written.lower()


def everything(alias) -> list[str]:
    connection = connections[alias]
    with connection.cursor() as cursor:
        rows = []
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            rows += [repr(row) for row in cursor.fetchall()]
    return rows


def test_the_old_code_is_refused_after_a_new_one_was_made():
    entry, old, _phrase = make_pass()
    actions.reissue_pass(entry=entry)

    with pytest.raises(actions.EntryRefused):
        actions.enter(code=old, network="192.0.2.0")


def test_every_pass_has_an_end():
    entry, _code, _phrase = make_pass()
    assert entry.expires_at > entry.issued_at
    assert Pass.objects.usable().count() == 1
