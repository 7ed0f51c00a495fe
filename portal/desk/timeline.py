"""What happened in a case, told with people's names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.accounts.models import User
from portal.audit import queries as audit
from portal.audit.events import AuditEvent as E

if TYPE_CHECKING:
    from portal.cases.models import Case

# Reads and refusals are for the auditor, not for the story of a case.
LEFT_OUT = {
    E.CASE_OPENED,
    E.TURN_TAKEN,
    E.DOCUMENT_OPENED,
    E.ACCESS_REFUSED,
    E.SEARCHED,
    E.EXPORT_OPENED,
    E.PASS_USED,
    E.PASS_LEFT,
}

# No case is longer; a page that reads more would be slow.
MOST = 1000
# So many are shown until somebody asks for all.
FIRST = 40

# The filter above the timeline: a word, and the events behind it.
KINDS: dict[str, tuple[str | Promise, frozenset[E]]] = {
    "people": (
        gettext_lazy("People and answers"),
        frozenset(
            {
                E.PARTICIPANT_ADDED,
                E.JOIN_PERMISSION_SAID,
                E.REQUESTS_JOINED,
                E.JOINING_UNDONE,
                E.REQUESTER_GOES_ON,
                E.INVITATION_SENT,
                E.INVITATION_ACCEPTED,
                E.CONTACT_ATTEMPTED,
                E.RIGHTS_READ,
                E.CONSENT_GIVEN,
                E.CONSENT_REFUSED,
                E.PARTICIPANT_WITHDREW,
                E.COMPANION_PROPOSED,
                E.COMPANION_ANSWERED,
                E.PREPARED,
                E.READINESS_CONFIRMED,
                E.READINESS_TAKEN_BACK,
                E.GROUP_CHANGED,
            }
        ),
    ),
    "talk": (
        gettext_lazy("Messages and notes"),
        frozenset({E.MESSAGE_SENT, E.NEWS_TOLD, E.NOTE_WRITTEN, E.REQUEST_ANSWERED}),
    ),
    "session": (
        gettext_lazy("Times and sessions"),
        frozenset(
            {
                E.TIMES_GIVEN,
                E.TIMES_PROPOSED,
                E.SESSION_BOOKED,
                E.SESSION_MOVED,
                E.BOOKING_CANCELLED,
                E.AGREEMENT_SIGNED,
                E.SIGNATURE_TAKEN_BACK,
                E.SESSION_STARTED,
                E.SESSION_ENDED,
                E.SESSION_STOPPED,
                E.CIRCLE_PAUSED,
                E.CIRCLE_STOPPED,
            }
        ),
    ),
}


@dataclass(frozen=True)
class Line:
    """See components/timeline.html."""

    at: datetime
    text: str
    by: str


def timeline_of(case: Case, *, kind: str = "") -> list[Line]:
    """Newest first; one query for the events, one for the names of staff."""
    only = KINDS[kind][1] if kind in KINDS else None
    entries = audit.timeline(case.matter, limit=MOST, without=LEFT_OUT, only=only)
    # What came along with another request was written into this chain later than it happened.
    entries.sort(key=lambda one: one.at, reverse=True)
    names = _names(case, {entry.actor_id for entry in entries if entry.actor_type == "user" and entry.actor_id})
    return [Line(entry.at, entry.label, names.get(entry.actor_id or "", _("the system"))) for entry in entries]


def _names(case: Case, user_ids: set[str]) -> dict[str, str]:
    staff = {str(user.pk): user.get_full_name() for user in User.objects.filter(pk__in=user_ids)}
    passes = {str(one.entry_id): one.display_name for one in case.participants.all() if one.entry_id}
    return staff | passes
