import pytest

from portal.passes import codes
from portal.passes.words import WORDS


def test_a_code_is_six_groups_of_four_without_look_alikes():
    code = codes.new_code()
    assert [len(group) for group in code.split("-")] == [4] * 6
    assert not set("0O1I") & set(codes.ALPHABET)
    assert set(code) <= set(codes.ALPHABET) | {"-"}


@pytest.mark.parametrize(
    "change",
    [
        str.lower,
        lambda c: c.replace("-", " "),
        lambda c: c.replace("-", ""),
        lambda c: f"  {c}\n",
        lambda c: c.replace("-", "–"),
    ],
)
def test_case_spaces_and_dashes_do_not_matter(change):
    code = codes.new_code()
    assert codes.digest("pass", change(code)) == codes.digest("pass", code)


def test_a_pass_and_an_invitation_are_never_the_same_thing():
    code = codes.new_code()
    assert codes.digest("pass", code) != codes.digest("invitation", code)


def test_there_are_words_enough_short_and_each_once():
    assert len(WORDS) >= 1024
    assert len(set(WORDS)) == len(WORDS)
    assert all(3 <= len(word) <= 11 and word.isascii() and word.islower() for word in WORDS)


@pytest.mark.parametrize(
    ("said", "same"),
    [("Amber Otter", True), ("amber-otter", True), ("amberotter.", True), ("otter amber", False), ("", False)],
)
def test_a_phrase_is_compared_as_it_is_spoken(said, same):
    assert codes.same_words("amber otter", said) is same
