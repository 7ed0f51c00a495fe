"""Clocks: how long something has waited, in words and with a colour that is never alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

if TYPE_CHECKING:
    from portal.cases.models import Case


@dataclass(frozen=True)
class Clock:
    """See components/tag.html: word and kind."""

    word: str
    kind: str


def since_first_contact(case: Case) -> Clock:
    """X3: days from first contact, less the days a party asked for; late beyond the programme's target."""
    today = timezone.localdate()
    paused = case.clock_paused_days + (_days(case.clock_paused_on, today) if case.clock_paused_on else 0)
    days = max(0, _days(timezone.localdate(case.matter.first_contact_at), today) - paused)
    if case.clock_paused_on:
        return Clock(_("Clock stopped at day %(days)d") % {"days": days}, "wait")
    word = ngettext("%(days)d day since first contact", "%(days)d days since first contact", days) % {"days": days}
    over = case.status in ("HELD", "ENDED")
    kind = "empty" if over else _kind(days, case.programme.target_days)
    return Clock(word if days else _("First contact today"), kind)


def _kind(days: int, target: int) -> str:
    if days > target:
        return "late"
    return "wait" if days > target // 2 else "go"


def _days(start: date, end: date) -> int:
    return (end - start).days
