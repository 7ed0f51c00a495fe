"""The form for observed practice: what an observer looks at, and how they mark it. Words, not numbers, reach people."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

# Code, what is looked at, and a line that says what it means.
CRITERIA = (
    (
        "opening",
        _("Opening"),
        _("Says in plain words what this is and is not, and asks whether everybody agrees."),
    ),
    ("listening", _("Listening"), _("Lets people finish, says back what they meant, stays with what matters to them.")),
    ("even_handed", _("Even-handed"), _("Gives everybody room, takes no side, gives no advice.")),
    ("choice", _("Their choice"), _("Leaves every decision to the people, pausing and leaving too.")),
    ("heat", _("When it gets hot"), _("Slows down, takes breaks, keeps people safe.")),
    ("together", _("Working as a pair"), _("Shares the room with the other one, and talks about it before and after.")),
)
MARKS = (
    ("1", _("Not yet")),
    ("2", _("With help")),
    ("3", _("On their own")),
    ("4", _("Could show it to others")),
    ("0", _("Did not come up")),
)
VERDICTS = (
    ("READY", _("Yes: this is a good evaluation for the level")),
    ("MORE", _("Not yet: more practice first")),
)
READY = "READY"


def marks_in_words(marks: dict[str, str]) -> list[tuple[str, str]]:
    """What was looked at, with its mark, in the order of the form. What did not come up is left out."""
    labels = dict(MARKS)
    return [(str(label), str(labels[marks[code]])) for code, label, _hint in CRITERIA if marks.get(code, "0") != "0"]
