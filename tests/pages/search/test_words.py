import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.search.words import Asked


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("  Roommate   Noise ", ("roommate", "noise")),
        ('"mediation" OR (coach*) NEAR/2 -x:y', ("mediation", "or", "coach", "near", "2", "x", "y")),
        ("mediación, Åse", ("mediación", "åse")),
        ("'; DROP TABLE x; --", ("drop", "table", "x")),
        ("\0", ()),
        ("***", ()),
    ],
)
def test_only_words_are_looked_up(typed, words):
    assert Asked.of(typed).words == words


def test_more_than_eight_words_are_not_looked_up():
    assert len(Asked.of("a b c d e f g h i j").words) == 8


@given(st.text(max_size=300))
def test_no_sign_of_a_search_language_is_left(typed):
    text = Asked.of(typed).text

    assert text == text.lower()
    assert not set(text) & set("\"'*()-+:^~&|!<>\\%\0")


def test_a_long_question_is_told_from_a_short_one():
    assert Asked.of("a" * 101).is_too_long
    assert not Asked.of(" " * 500 + "mediation").is_too_long
