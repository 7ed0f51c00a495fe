"""Promise 32: packages are looked up among known weaknesses, and what is put off is put off to a day."""

from datetime import date

import pytest
from django.conf import settings

from scripts import audit_packages
from scripts.audit_packages import IGNORES, LOCK, ignores, locked, weaknesses

TODAY = date(2026, 11, 22)
WHY = "Only reached through a function that we never call."


def ignore(until, why=WHY):
    return f'[[ignore]]\nid = "GHSA-1"\nwhy = "{why}"\nuntil = {until}\n'


def test_nothing_that_is_put_off_now_is_overdue():
    assert ignores(IGNORES.read_text(), date.today())[1] == []


def test_a_reason_and_a_near_day_put_one_weakness_off():
    assert ignores(ignore("2026-12-01"), TODAY) == ({"GHSA-1"}, [])


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (ignore("2026-11-21"), "ended on 2026-11-21"),
        (ignore("2027-11-21"), "more than 90 days away"),
        (ignore("2026-12-01", why="later"), "say why"),
        ('[[ignore]]\nid = "GHSA-1"\n', "until which day"),
    ],
)
def test_anything_else_fails(line, said):
    allowed, wrong = ignores(line, TODAY)

    assert allowed == set()
    assert said in wrong[0]


def test_every_locked_package_is_looked_up():
    names = {name for name, _version in locked(LOCK.read_text())}

    assert {"django", "wagtail", "cryptography", "weasyprint"} <= names
    assert len(locked(LOCK.read_text())) == sum(
        "==" in line for line in LOCK.read_text().splitlines() if line[:1].strip()
    )


def test_what_is_found_is_told_unless_it_was_put_off(monkeypatch, capsys, tmp_path):
    packages = locked(LOCK.read_text())
    answer = {"results": [{"vulns": [{"id": "GHSA-1"}]}, *({} for _package in packages[1:])]}
    assert weaknesses(packages, answer) == {"GHSA-1": " ".join(packages[0])}
    monkeypatch.setattr(audit_packages, "ask", lambda _packages: answer)

    assert audit_packages.main() == 1
    assert "GHSA-1" in capsys.readouterr().out

    monkeypatch.setattr(audit_packages, "IGNORES", tmp_path / "ignores.toml")
    (tmp_path / "ignores.toml").write_text(ignore(date.today()))
    assert audit_packages.main() == 0


def test_how_it_is_run_every_night_is_written_down():
    assert "make audit" in (settings.BASE_DIR / "docs" / "operations.md").read_text()
