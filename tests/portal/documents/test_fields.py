from datetime import date

import pytest

from portal.documents import fields
from portal.documents.blocks import Signatory
from portal.documents.fields import FIELDS, MergeError
from portal.documents.statuses import DocumentKind

OFFICE = {"office": "The office", "institution": "Harborview", "phone": "555-0142", "email": "office@example.edu"}
LETTER = OFFICE | {
    "recipient": ["Sam Rivera", "14 Elm Street"],
    "day": date(2026, 11, 22),
    "subject": "News",
    "words": "Dear Sam,\n\n- one\n- two",
}


def test_every_kind_declares_its_fields():
    assert set(FIELDS) == set(DocumentKind.values)


def test_values_become_html_of_their_type():
    filled = fields.fill("LETTER", LETTER)

    assert filled["recipient"] == "<p>Sam Rivera<br>\n14 Elm Street<br></p>"
    assert filled["day"] == "Sunday, 22 November 2026"
    assert filled["words"] == "<p>Dear Sam,</p>\n<ul><li>one</li><li>two</li></ul>"
    assert filled["sender"] == ""


def test_names_are_listed_as_people_say_them():
    values = fields.blank_values("SIGN_IN_SHEET") | OFFICE | {"neutrals": ["Alex", "Sam", "Kim"]}

    assert fields.fill("SIGN_IN_SHEET", values)["neutrals"] == "Alex, Sam and Kim"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"colour": "blue"}, "Unknown field: colour"),
        ({"day": "tomorrow"}, "does not fit the field “day”"),
        ({"recipient": []}, "does not fit the field “recipient”"),
        ({"recipient": "Sam"}, "does not fit the field “recipient”"),
        ({"words": None}, "does not fit the field “words”"),
    ],
)
def test_values_that_do_not_fit_are_refused(change, message):
    with pytest.raises(MergeError, match=message):
        fields.fill("LETTER", LETTER | change)


def test_a_required_value_is_never_left_out():
    with pytest.raises(MergeError, match="No value for: day, words"):
        fields.fill("LETTER", {name: value for name, value in LETTER.items() if name not in ("day", "words")})


def test_a_template_uses_the_fields_of_its_kind_and_every_required_one():
    fields.check_names("LETTER", {"recipient", "day", "subject", "words", "office"})
    with pytest.raises(MergeError, match="Unknown field: parties"):
        fields.check_names("LETTER", {"recipient", "day", "subject", "words", "parties"})
    with pytest.raises(MergeError, match="must contain"):
        fields.check_names("LETTER", {"recipient", "subject", "words"})


@pytest.mark.parametrize("kind", DocumentKind.values)
def test_every_kind_has_a_blank_copy(kind):
    filled = fields.fill(kind, fields.blank_values(kind) | OFFICE)

    assert set(filled) == {field.name for field in FIELDS[kind]}


def test_a_signature_on_a_screen_is_shown_where_one_signs_on_paper():
    signed = Signatory("Sam <Rivera>", "Takes part", signed="Sam Rivera, typed", moment="Sunday, 18:02")

    table = fields.SIGNATURES.show([signed])

    assert "Sam &lt;Rivera&gt;" in table
    assert "<td>Sam Rivera, typed</td><td>Sunday, 18:02</td>" in table
