"""What a log line may hold: ids, names of things in the code, numbers. Never content, an address or a query string."""

import json
import logging
import traceback
from contextvars import ContextVar
from datetime import UTC, datetime

request_id: ContextVar[str] = ContextVar("request_id", default="")


class JsonFormatter(logging.Formatter):
    """One JSON object per line.

    The message is the constant text written in the code: its arguments may hold what people typed and are left
    out. What is safe to print is passed on purpose, as extra={"facts": {...}}.
    """

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.msg if isinstance(record.msg, str) else type(record.msg).__name__,
        }
        if request_id.get():
            line["request"] = request_id.get()
        line |= getattr(record, "facts", {})
        if record.exc_info and record.exc_info[0]:
            line |= _describe(record.exc_info)
        return json.dumps(line, default=str)


def _describe(exc_info: tuple) -> dict:
    """The kind of an exception and where it was raised; its message may quote what somebody wrote."""
    kind, _, trace = exc_info
    frames = traceback.extract_tb(trace)
    return {"error": kind.__qualname__, "where": [f"{f.filename}:{f.lineno} {f.name}" for f in frames[-8:]]}
