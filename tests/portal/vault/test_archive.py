import contextlib
import io

import pytest

from portal.vault.archive import ArchiveBroken, OpeningReader, SealingWriter

KEY = bytes(range(32))
CHUNK = 1024 * 1024
CANARY = b"canary-40-plover"


def sealed(plain, *, key=KEY, key_name="2026-11"):
    file = io.BytesIO()
    with SealingWriter(file, key=key, key_name=key_name) as writer:
        writer.write(plain)
    return file.getvalue()


def opened(archive, *, key=KEY):
    return OpeningReader(io.BytesIO(archive), key_named=lambda name: key).read()


@pytest.mark.parametrize("length", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK])
def test_what_was_written_comes_back(length):
    plain = (CANARY * (length // len(CANARY) + 1))[:length]

    assert opened(sealed(plain)) == plain


def test_nothing_of_it_can_be_read_and_no_two_archives_are_alike():
    archive = sealed(CANARY * 1000)

    assert CANARY not in archive
    assert sealed(CANARY * 1000) != archive


def test_the_header_names_the_key_that_opens_it():
    asked = []

    OpeningReader(io.BytesIO(sealed(b"", key_name="2027-02")), key_named=lambda name: asked.append(name) or KEY)

    assert asked == ["2027-02"]


def test_another_key_does_not_open_it():
    with pytest.raises(ArchiveBroken):
        opened(sealed(CANARY), key=bytes(32))


@pytest.mark.parametrize("place", [0, 5, 20, 40, 70, -1])
def test_one_changed_byte_anywhere_is_an_error(place):
    archive = bytearray(sealed(CANARY * 10))
    archive[place] ^= 1

    with pytest.raises(ArchiveBroken):
        opened(bytes(archive))


@pytest.mark.parametrize("length", [0, 10, 30, 57, 60, 60 + CHUNK, 60 + 2 * CHUNK])
def test_an_archive_that_was_cut_short_is_an_error(length):
    archive = sealed(bytes(3 * CHUNK))

    with pytest.raises(ArchiveBroken):
        opened(archive[:length])


def test_chunks_cannot_change_places():
    archive = sealed(b"a" * CHUNK + b"b" * CHUNK + b"c")
    start, step = len(archive) - 2 * (CHUNK + 16) - 17, CHUNK + 16
    swapped = archive[:start] + archive[start + step : start + 2 * step] + archive[start : start + step] + archive[-17:]

    assert len(swapped) == len(archive)
    with pytest.raises(ArchiveBroken):
        opened(swapped)


def test_writing_that_failed_leaves_no_archive_that_opens():
    file = io.BytesIO()

    with contextlib.suppress(OSError), SealingWriter(file, key=KEY, key_name="data") as writer:
        writer.write(CANARY)
        raise OSError("disk full")

    with pytest.raises(ArchiveBroken):
        opened(file.getvalue())
