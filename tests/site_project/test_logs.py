import json
import logging
import sys

import pytest

from site_project.logs import JsonFormatter

CANARY = "canary-17-heron"


def line(record):
    return json.loads(JsonFormatter().format(record))


def record(message, *args, **extra):
    made = logging.LogRecord("accord", logging.INFO, __file__, 1, message, args, None)
    made.__dict__.update(extra)
    return made


def test_a_line_holds_the_text_of_the_code_and_not_what_was_put_into_it():
    written = line(record("Not found: %s", f"/request/{CANARY}"))

    assert written["message"] == "Not found: %s"
    assert CANARY not in json.dumps(written)


def test_an_exception_is_known_by_its_kind_and_place_only():
    made = record("failed")
    try:
        raise ValueError(CANARY)
    except ValueError:
        made.exc_info = sys.exc_info()

    written = line(made)

    assert written["error"] == "ValueError"
    assert any("test_logs.py" in place for place in written["where"])
    assert CANARY not in json.dumps(written)


def test_an_exception_logged_as_the_message_is_known_by_its_kind():
    assert line(record(ValueError(CANARY)))["message"] == "ValueError"


@pytest.mark.django_db
def test_a_visit_leaves_a_line_without_address_path_or_query(client, caplog):
    caplog.handler.setFormatter(JsonFormatter())

    client.get("/healthz", {"from": CANARY}, REMOTE_ADDR="203.0.113.9")

    text = caplog.handler.format(caplog.records[-1])
    assert json.loads(text)["view"] == "healthz"
    assert CANARY not in text
    assert "203.0.113.9" not in text
