"""What booking and starting a session wait for on the side of the neutrals."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.cases.transitions import Missing
from portal.programmes.processes import definition
from portal.roster.queries import who_may_conduct

from .statuses import BookingStatus

if TYPE_CHECKING:
    from portal.cases.models import Case


def pair_ready(case: Case) -> list[Missing]:
    """As many neutrals as the process needs, each accepted and still current on the day."""
    process = definition(case.process)
    accepted = [row for row in case.assignments.select_related("neutral") if row.is_accepted]
    day = _day_of_session(case)
    current = set(
        who_may_conduct(process=case.process, on=day)
        .filter(pk__in=[row.neutral_id for row in accepted])
        .values_list("pk", flat=True)
    )
    lines = [
        Missing(
            _("%(name)s is not current on that day") % {"name": row.neutral.get_full_name()},
            row.neutral,
        )
        for row in accepted
        if row.neutral_id not in current
    ]
    lacking = process.neutrals_min - len(accepted)
    if lacking > 0:
        words = ngettext(
            "%(count)d more mediator is needed",
            "%(count)d more mediators are needed",
            lacking,
        )
        lines.insert(0, Missing(words % {"count": lacking}))
    return lines


def _day_of_session(case: Case) -> date:
    booking = case.bookings.filter(status=BookingStatus.BOOKED).first()
    return timezone.localdate(booking.starts_at) if booking else timezone.localdate()
