"""Lines of earlier terms, so that the statistics page has something to suppress."""

from __future__ import annotations

from itertools import cycle, islice

from portal.reports.actions import add_line
from portal.reports.models import Statistic

_ENDINGS = ("DONE", "DONE", "DONE", "DONE", "DECLINED", "DONE", "NO_ANSWER", "DONE", "UNSUITABLE", "DONE", "WITHDRAWN")
_OUTCOMES = ("WRITTEN", "VERBAL", "WRITTEN", "PARTED", "", "PARTIAL", "", "NONE", "", "WRITTEN", "")
_DAYS = (3, 4, 5, 2, None, 6, None, 4, None, 9, None)
_TERMS = ("2025 Fall", "2026 Spring", "2026 Spring")


def seed_statistics(lines: int = 40) -> None:
    if Statistic.objects.exists():
        return
    told = zip(cycle(_TERMS), cycle(_ENDINGS), cycle(_OUTCOMES), cycle(_DAYS), strict=False)
    for term, ending, outcome, days in islice(told, lines):
        add_line(
            {
                "term": term,
                "programme": "MEDIATION",
                "asks_for": "MEDIATION",
                "process": "MEDIATION" if days is not None else "",
                "came_by": "WEB" if ending != "NO_ANSWER" else "PHONE",
                "referral": "FRIEND",
                "ending": ending,
                "outcome": outcome,
                "parties": 2,
                "sessions": 1 if outcome else 0,
                "session_minutes": 120 if outcome else 0,
                "days_to_reply": 1,
                "days_to_session": days,
            }
        )
