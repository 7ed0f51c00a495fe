import json
import logging
import re

import pytest
from django.core.management import CommandError, call_command
from django.utils.module_loading import import_string

from site_project import due
from site_project.logs import JsonFormatter
from site_project.settings import base

pytestmark = pytest.mark.django_db

PORTAL = base.BASE_DIR / "portal"
CANARY = "canary-21-otter"
done = []


def first_job():
    done.append("first")


def failing_job():
    raise ValueError(CANARY)


def last_job():
    done.append("last")


@pytest.fixture(autouse=True)
def three_jobs(settings):
    done.clear()
    settings.ACCORD_DUE_JOBS = [f"{__name__}.{job}" for job in ("first_job", "failing_job", "last_job")]


def test_a_job_that_fails_stops_no_other():
    failed = due.run_due_jobs()

    assert failed == [f"{__name__}.failing_job"]
    assert done == ["first", "last"]


def test_a_failure_is_logged_by_its_kind_and_never_by_what_it_says(caplog):
    caplog.set_level(logging.ERROR, logger="accord.due")

    due.run_due_jobs()

    (record,) = [record for record in caplog.records if record.name == "accord.due"]
    line = JsonFormatter().format(record)
    assert json.loads(line)["error"] == "ValueError"
    assert CANARY not in line


def test_the_command_tells_the_timer_that_a_job_failed():
    with pytest.raises(CommandError, match="failing_job"):
        call_command("run_due")


def test_nothing_that_waits_for_the_timer_is_forgotten():
    waiting = {
        f"portal.{path.parent.relative_to(PORTAL).parts[0]}.actions.{name}"
        for path in PORTAL.rglob("*.py")
        for name in re.findall(r"def (\w+)\([^)]*\)[^:]*:\n    \"\"\"[^\"]*called by run_due", path.read_text())
    }

    assert waiting
    assert waiting <= set(base.ACCORD_DUE_JOBS)


def test_every_job_of_the_project_can_be_found():
    assert all(callable(import_string(name)) for name in base.ACCORD_DUE_JOBS)
