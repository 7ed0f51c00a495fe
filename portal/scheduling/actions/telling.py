"""Who hears what about pair and time. Mail says that there is news; a calendar file says when, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.cases.actions import send_news
from portal.cases.models import Assignment, Case, Participant
from portal.mail.actions import enqueue
from portal.mail.statuses import MailKind

from ..calendar import file_for

if TYPE_CHECKING:
    from portal.accounts.models import User

    from ..models import Booking


def ask_by_mail(assignments: list[Assignment]) -> None:
    for assignment in assignments:
        key_id = assignment.case.vault_key
        enqueue(kind=MailKind.NEUTRAL_ASKED, address=assignment.neutral.email, key_id=key_id)


def tell_coordinator(case: Case) -> None:
    """Something about this case waits for the office."""
    if case.coordinator is not None:
        enqueue(kind=MailKind.STAFF_NEWS, address=case.coordinator.email, key_id=case.vault_key)


def tell_neutral(case: Case, neutral: User) -> None:
    enqueue(kind=MailKind.STAFF_NEWS, address=neutral.email, key_id=case.vault_key)


def tell_about_pair(case: Case) -> None:
    """The pair is complete, or complete again: the parties can meet them on their page."""
    send_news(person for person in _everybody(case) if person.is_party)


def ask_for_times(case: Case) -> None:
    send_news(_everybody(case))
    for assignment in case.assignments.accepted().select_related("neutral"):
        tell_neutral(case, assignment.neutral)


def send_calendar(booking: Booking, *, cancelled: bool = False) -> None:
    """One file for each person of a locked case. A mailbox that others read gets the news only (P5)."""
    case = booking.case
    people = _everybody(case)
    send_news(person for person in people if not may_get_file(person))
    for person in people:
        if may_get_file(person):
            _send(booking, person.safe_email, file_for(booking, person, cancelled=cancelled), cancelled=cancelled)
    for assignment in case.assignments.accepted().select_related("neutral"):
        send_calendar_to_neutral(booking, assignment.neutral, cancelled=cancelled)


def send_calendar_to_neutral(booking: Booking, neutral: User, *, cancelled: bool = False) -> None:
    content = file_for(booking, neutral, cancelled=cancelled)
    _send(booking, neutral.email, content, cancelled=cancelled, for_staff=True)


def may_get_file(person: Participant) -> bool:
    return bool(person.safe_email) and not person.contact.get("shared_mailbox")


def _send(booking: Booking, address: str, content: str, *, cancelled: bool, for_staff: bool = False) -> None:
    context = {"ics": content, "ics_method": "CANCEL" if cancelled else "REQUEST", "for_staff": for_staff}
    enqueue(kind=MailKind.CALENDAR, address=address, key_id=booking.vault_key, context=context)


def _everybody(case: Case) -> list[Participant]:
    """Everyone in it who has an own page or a way to be reached."""
    return [person for person in case.participants.all() if person.is_active]
