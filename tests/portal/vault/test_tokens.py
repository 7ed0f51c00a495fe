from uuid import uuid4

import pytest
from django.db import connections

from portal.vault.actions import create_key
from portal.vault.keystore.models import Token, TokenKind
from portal.vault.tokens import find, index, unindex

pytestmark = pytest.mark.django_db


@pytest.fixture
def sam():
    subject, key_id = uuid4(), create_key()
    index(key_id=key_id, subject=subject, kind=TokenKind.NAME, values=["Sam O’Neill-Núñez"])
    index(key_id=key_id, subject=subject, kind=TokenKind.EMAIL, values=["Sam@Example.edu"])
    index(key_id=key_id, subject=subject, kind=TokenKind.PHONE, values=["+1 (415) 555-0100", "0044 20 7946 0000"])
    return subject


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (TokenKind.NAME, "sam"),
        (TokenKind.NAME, "  NUNEZ  sam "),
        (TokenKind.NAME, "O'Neill Sam"),
        (TokenKind.EMAIL, " sam@example.EDU "),
        (TokenKind.PHONE, "415.555.0100"),
        (TokenKind.PHONE, "+44 20 79460000"),
    ],
)
def test_people_are_found_however_it_is_written(sam, kind, value):
    assert find(kind, value) == {sam}


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (TokenKind.NAME, "sam smith"),
        (TokenKind.NAME, "sa"),
        (TokenKind.NAME, "sam@example.edu"),
        (TokenKind.EMAIL, "pam@example.edu"),
        (TokenKind.PHONE, "5550100"),
        (TokenKind.PHONE, "nothing"),
        (TokenKind.EMAIL, "  "),
    ],
)
def test_nobody_is_found_by_something_else(sam, kind, value):
    assert find(kind, value) == set()


def test_two_people_of_one_name_are_both_found(sam):
    other = uuid4()
    index(key_id=create_key(), subject=other, kind=TokenKind.NAME, values=["Sam"])

    assert find(TokenKind.NAME, "Sam") == {sam, other}


def test_after_a_change_the_earlier_value_finds_nobody(sam):
    key_id = Token.objects.filter(subject=sam).first().key_id

    index(key_id=key_id, subject=sam, kind=TokenKind.EMAIL, values=["new@example.edu"])

    assert find(TokenKind.EMAIL, "sam@example.edu") == set()
    assert find(TokenKind.EMAIL, "new@example.edu") == {sam}
    assert find(TokenKind.NAME, "sam") == {sam}


def test_a_subject_can_be_taken_out(sam):
    assert str(Token.objects.first()).startswith("token ")

    unindex(sam)

    assert not Token.objects.exists()


def test_the_tokens_tell_nothing_without_the_key(sam):
    with connections["keys"].cursor() as cursor:
        cursor.execute("SELECT * FROM keystore_token")
        dump = str([[bytes(v) if isinstance(v, memoryview) else v for v in row] for row in cursor.fetchall()])

    assert not [word for word in ("sam", "Sam", "neill", "4155550100", "2079460000", "example") if word in dump]
