from uuid import uuid4

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from portal.vault.crypto import SealBroken, new_key, seal, unseal

CIPHER = AESGCM(b"k" * 32)
PLACE = {"label": "message.body", "row": uuid4(), "key_id": "one"}


def test_what_was_sealed_opens_in_its_place():
    assert unseal(CIPHER, seal(CIPHER, b"words", **PLACE), **PLACE) == b"words"


def test_the_same_words_never_look_the_same():
    assert seal(CIPHER, b"words", **PLACE) != seal(CIPHER, b"words", **PLACE)


@pytest.mark.parametrize("other", [{"label": "note.body"}, {"row": uuid4()}, {"key_id": "two"}])
def test_it_opens_nowhere_else(other):
    sealed = seal(CIPHER, b"words", **PLACE)

    with pytest.raises(SealBroken):
        unseal(CIPHER, sealed, **(PLACE | other))


def test_it_does_not_open_with_another_key():
    with pytest.raises(SealBroken):
        unseal(AESGCM(new_key()), seal(CIPHER, b"words", **PLACE), **PLACE)


def test_one_changed_byte_anywhere_is_an_error():
    sealed = seal(CIPHER, b"words", **PLACE)

    for place in range(len(sealed)):
        changed = bytearray(sealed)
        changed[place] ^= 1
        with pytest.raises(SealBroken):
            unseal(CIPHER, bytes(changed), **PLACE)


@pytest.mark.parametrize("length", [0, 1, 12, 28])
def test_what_is_too_short_is_an_error(length):
    with pytest.raises(SealBroken):
        unseal(CIPHER, seal(CIPHER, b"", **PLACE)[:length], **PLACE)


def test_the_error_says_the_field_and_nothing_else():
    with pytest.raises(SealBroken, match=r"^message\.body$") as broken:
        unseal(CIPHER, b"\x01" + b"x" * 40, **PLACE)

    assert broken.value.__cause__ is None
