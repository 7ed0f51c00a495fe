"""Promise 31: what is protected, what is not, and how, stands in docs/; what code decides is made from code."""

import re

import pytest
from django.conf import settings

from portal.accounts.roles import ROLES
from site_project.authorization import document

DOCS = settings.BASE_DIR / "docs"


def test_the_authorization_matrix_is_current():
    written = (DOCS / "authorization-matrix.md").read_text(encoding="utf-8")

    assert written == document(), "run: make diagram"


def test_the_matrix_names_every_role_and_every_door():
    made = document()

    assert [role.code for role in ROLES.values() if f"### {role.label}\n" not in made] == []
    for door in ("everybody", "a participant with a pass", "staff and neutrals with a second factor"):
        assert f"### For {door}\n" in made
    assert "portal:desk:case | CASE_OPENED" in made


def test_of_every_row_the_matrix_says_who_sees_it():
    rows = document().partition("## Who sees which rows")[2].partition("## Addresses")[0]

    assert [line for line in rows.splitlines() if line.endswith("|  |")] == []


@pytest.mark.parametrize(
    "part",
    [
        "What each attacker can achieve",
        "What is not protected",
        "What is logged",
        "Where cryptography is used",
        "The life of a key",
    ],
)
def test_the_paper_on_security_has_every_part(part):
    text = (DOCS / "security.md").read_text(encoding="utf-8")

    assert len(text.split(f"## {part}\n")[1].split("\n## ")[0]) > 300


def test_every_promise_has_a_module():
    numbers = {int(path.name[5:7]) for path in (settings.BASE_DIR / "tests" / "security").glob("test_[0-9]*.py")}

    assert numbers == set(range(1, 33))
    assert re.search(r"tests/security/", (DOCS / "security.md").read_text())
