"""Promise 13: production does not start with a setting that would expose somebody."""

import base64
import os
import subprocess
import sys
from types import SimpleNamespace

import pytest
from django.conf import settings

from site_project import checks

SQLITE = "django.db.backends.sqlite3"
POSTGRES = "django.db.backends.postgresql"
KEY = bytes(range(32))
OTHER_KEY = bytes(range(32, 64))
THIRD_KEY = bytes(range(64, 96))
TWO_FILES = {"default": {"ENGINE": SQLITE, "NAME": "a"}, "keys": {"ENGINE": SQLITE, "NAME": "b"}}
ONE_DATABASE = {"default": {"ENGINE": POSTGRES, "NAME": "a"}, "keys": {"ENGINE": POSTGRES, "NAME": "a"}}


def safe_settings(**changes):
    safe = {
        "SECRET_KEY": "9fX-" + "abcdefghijklmnopqrstuvwxyz0123456789" * 2,
        "DEBUG": False,
        "ACCORD_KEKS": {"2027": KEY},
        "ACCORD_TOKEN_KEY": OTHER_KEY,
        "ACCORD_BACKUP_DATA_KEY": THIRD_KEY,
        "ALLOWED_HOSTS": ["ocr.example.edu"],
        "SECURE_SSL_REDIRECT": True,
        "SESSION_COOKIE_SECURE": True,
        "CSRF_COOKIE_SECURE": True,
        "SECURE_HSTS_SECONDS": checks.YEAR,
        "ACCORD_BASE_URL": "https://ocr.example.edu",
        "ACCORD_DEVELOPMENT": False,
        "DATABASES": {
            "default": {"ENGINE": POSTGRES, "NAME": "accord"},
            "keys": {"ENGINE": POSTGRES, "NAME": "accord_keys"},
        },
    }
    return SimpleNamespace(**(safe | changes))


def test_safe_settings_are_accepted():
    assert list(checks.unsafe(safe_settings())) == []


@pytest.mark.parametrize(
    ("number", "changes"),
    [
        ("E001", {"SECRET_KEY": ""}),
        ("E001", {"SECRET_KEY": "missing"}),
        ("E001", {"SECRET_KEY": "x" * 60}),
        ("E001", {"SECRET_KEY": "django-insecure-abcdefghijklmnopqrstuvwxyz0123456789"}),
        ("E002", {"DEBUG": True}),
        ("E003", {"ACCORD_KEKS": {}}),
        ("E003", {"ACCORD_KEKS": {"2027": KEY, "2026": KEY[:16]}}),
        ("E003", {"ACCORD_KEKS": {"2027": b"k" * 32}}),
        ("E004", {"ACCORD_TOKEN_KEY": b""}),
        ("E004", {"ACCORD_TOKEN_KEY": KEY[:31]}),
        ("E005", {"ACCORD_BACKUP_DATA_KEY": OTHER_KEY}),
        ("E012", {"ACCORD_BACKUP_DATA_KEY": b""}),
        ("E005", {"ACCORD_TOKEN_KEY": KEY}),
        ("E006", {"ALLOWED_HOSTS": []}),
        ("E006", {"ALLOWED_HOSTS": ["ocr.example.edu", "*"]}),
        ("E007", {"SECURE_SSL_REDIRECT": False}),
        ("E007", {"SESSION_COOKIE_SECURE": False}),
        ("E007", {"CSRF_COOKIE_SECURE": False}),
        ("E007", {"ACCORD_BASE_URL": "http://ocr.example.edu"}),
        ("E008", {"SECURE_HSTS_SECONDS": 3600}),
        ("E009", {"DATABASES": TWO_FILES}),
        (
            "E010",
            {"DATABASES": ONE_DATABASE},
        ),
        ("E011", {"ACCORD_DEVELOPMENT": True}),
    ],
)
def test_each_unsafe_setting_is_refused_by_its_own_rule(number, changes):
    errors = checks.unsafe(safe_settings(**changes))

    assert {error.id for error in errors} == {f"accord.{number}"}


def test_sqlite_is_accepted_in_production_when_it_is_asked_for():
    assert list(checks.unsafe(safe_settings(DATABASES=TWO_FILES, ACCORD_ALLOW_SQLITE=True))) == []


def test_an_empty_environment_does_not_start_and_says_why(tmp_path):
    answer = start_production(tmp_path)

    assert answer.returncode != 0
    assert "Accord refuses to start" in answer.stderr
    assert {rule for rule, _, _ in checks.RULES if f"accord.{rule}" in answer.stderr} >= {
        "E001",
        "E003",
        "E004",
        "E006",
    }


@pytest.mark.parametrize(
    "databases",
    [
        {"ACCORD_ALLOW_SQLITE": "1", "DATABASE_URL": "sqlite:///a", "KEYS_DATABASE_URL": "sqlite:///b"},
        {"DATABASE_URL": "postgres://one@localhost/a", "KEYS_DATABASE_URL": "postgres://other@localhost/b"},
    ],
)
def test_a_safe_environment_starts(tmp_path, databases):
    answer = start_production(
        tmp_path,
        **databases,
        SECRET_KEY=safe_settings().SECRET_KEY,
        ACCORD_KEKS="2027:" + base64.b64encode(KEY).decode(),
        ACCORD_TOKEN_KEY=base64.b64encode(OTHER_KEY).decode(),
        ACCORD_BACKUP_DATA_KEY=base64.b64encode(THIRD_KEY).decode(),
        ALLOWED_HOSTS="ocr.example.edu",
        ACCORD_BASE_URL="https://ocr.example.edu",
    )

    assert answer.returncode == 0, answer.stderr


def start_production(var, **environment):
    """Load the web application as a server would, with nothing but this environment."""
    kept = {"PATH": os.environ["PATH"], "ACCORD_VAR": str(var), "PYTHONPATH": str(settings.BASE_DIR)}
    return subprocess.run(
        [sys.executable, "-c", "import site_project.wsgi"],
        env=kept | environment,
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        timeout=60,
    )
