"""Every other person is taken out: names in any spelling, addresses, numbers, references, and what they said."""

import pytest

from portal.access.redaction import Redactor, Somebody

OWN = Somebody("You", ["Alex Rivera"], ["alex@example.net"], ["617-555-0101"])
SAM = Somebody(
    "Person 2",
    ["Sam O'Neill-García"],
    ["sam@example.net"],
    ["617-555-0102"],
    ["I only wanted the kitchen to be clean at night", "Leave me alone"],
)


@pytest.fixture
def redactor():
    return Redactor(OWN, [SAM, Somebody("another person", ["Lu de la Cruz"])], ["C-23456"])


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Sam said no", "[Person 2] said no"),
        ("SAM's room and sam’s chair", "[Person 2] room and [Person 2] chair"),
        ("Garcia and García", "[Person 2] and [Person 2]"),
        ("I met Sam O'Neill-García there", "I met [Person 2] there"),
        ("ONeill", "ONeill"),
        ("Lu was there, de la too", "[another person] was there, de la too"),
        ("Alex Rivera came", "Alex Rivera came"),
        ("Write to sam@example.net or alex@example.net", "Write to [address] or alex@example.net"),
        ("Call +1 (617) 555-0102 or 617-555-0101", "Call [number] or 617-555-0101"),
        ("On 2026-03-02T09:30 at 12:00", "On 2026-03-02T09:30 at 12:00"),
        ("C-23456 and C-77777", "C-23456 and [reference]"),
        ("", ""),
    ],
)
def test_other_people_are_taken_out(redactor, text, shown):
    assert redactor.redact(text)[0] == shown


@pytest.mark.parametrize(
    "text",
    [
        "She wrote: i only wanted the KITCHEN to be clean, that is all.",
        "And then: leave, me alone!",
        "It was about wanted the kitchen. To be clean at night.",
    ],
)
def test_what_somebody_else_said_is_not_repeated(redactor, text):
    shown, hidden = redactor.redact(text)

    assert "[words of another person]" in shown
    assert hidden
    assert not redactor.is_clean(text)
    assert redactor.is_clean(shown)


def test_common_words_in_another_order_are_nobodys(redactor):
    assert redactor.is_clean("The kitchen was clean. I wanted only to be alone at night.")


def test_what_was_taken_out_counts_and_taking_out_twice_changes_nothing(redactor):
    once, hidden = redactor.redact("Sam, Sam and sam@example.net")

    assert hidden == 3
    assert redactor.redact(once) == (once, 0)


def test_a_name_that_both_bear_is_the_persons_own():
    redactor = Redactor(OWN, [Somebody("Person 2", ["Sam Rivera"])])

    assert redactor.redact("Sam and Rivera")[0] == "[Person 2] and Rivera"


def test_of_something_about_all_only_the_sentences_about_the_person_are_theirs(redactor):
    text = "Alex called twice. Sam is angry.\nNobody answered. Rivera's door was open!"

    assert redactor.about_own(text) == "Alex called twice. Rivera's door was open!"
