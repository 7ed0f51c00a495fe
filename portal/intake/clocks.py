"""How long somebody has waited, in a word and a colour. The clock runs from the first contact (M23)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

from .statuses import OPEN_REQUESTS

if TYPE_CHECKING:
    from .models import Request


@dataclass(frozen=True)
class Clock:
    """For components/tag.html."""

    word: str
    kind: str


def clock_of(request: Request) -> Clock:
    if request.status not in OPEN_REQUESTS:
        return Clock(str(request.get_status_display()), "empty")
    today = timezone.localdate()
    days = (today - timezone.localdate(request.first_contact_at)).days
    day = _("Day %(number)d") % {"number": days} if days else _("Today")
    if request.first_reply_at is None:
        return _waiting_for_reply(request, day)
    return Clock(day, "late" if days > request.programme.target_days else "go")


def _waiting_for_reply(request: Request, day: str) -> Clock:
    left = (request.reply_due_on - timezone.localdate()).days
    if left < 0:
        return Clock(_("%(day)s · reply overdue") % {"day": day}, "late")
    if left == 0:
        return Clock(_("%(day)s · reply due today") % {"day": day}, "wait")
    return Clock(day, "wait")
