"""What people say for themselves: go on, rights read, take part, more time. No reason is ever asked (M20, P9)."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.passes.actions import revoke_invitation
from portal.programmes.hours import moment_in_words
from portal.programmes.processes import definition

from .. import gates, transitions
from ..models import Case, Participant
from ..statuses import COULD_NOT_GO_ON, CaseStatus, Channel, ConsentKind, Ending, Willing
from .matters import touch
from .news import send_news
from .spine import TransitionRefused, end_case, take_step
from .steps import has_stepped, step_of, write_consent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from portal.accounts.viewer import Viewer
    from portal.handbook.models import Notice

# Until everyone has said yes, a yes may become a no and a no a yes. Afterwards there is withdrawing.
ANSWERABLE = frozenset({CaseStatus.OPENED, CaseStatus.INVITING})
# While nobody has met, a yes that has become one of two can still be said again.
SAID_AGAIN = ANSWERABLE | {CaseStatus.ARRANGING, CaseStatus.BOOKED}


@transaction.atomic
def say_go_on(*, participant_id: UUID, yes: bool, channel: Channel, by: Viewer) -> Participant:
    """The requester says whether the office may go on and ask the others; a no ends the case here.

    Raises PermissionDenied, MatterGone or TransitionRefused.
    """
    person = step_of(participant_id, channel=channel, by=by)
    case = person.case
    if not person.is_requester or case.status != CaseStatus.OPENED or case.is_paused:
        raise TransitionRefused(step="go_on", words=_("This question is not open any more."))
    write_consent(person, ConsentKind.GO_ON, yes=yes, channel=channel, by=by)
    record(AuditEvent.REQUESTER_GOES_ON, actor=by, matter=case.matter, subject=person, yes=yes, channel=channel)
    has_stepped(person)
    if not yes:
        end_case(case, ending=Ending.NOT_PURSUED, actor=by)
    touch(case.matter)
    return person


@transaction.atomic
def read_rights(*, participant_id: UUID, notices: Sequence[Notice], channel: Channel, by: Viewer) -> Participant:
    """Somebody has read their rights and the notice, in these versions of the words.

    Raises PermissionDenied, MatterGone or TransitionRefused.
    """
    person = step_of(participant_id, channel=channel, by=by)
    if not may_come_back(person) and (not person.case.is_open or person.has_left):
        raise TransitionRefused(step="rights", words=_("This has ended; nothing more is asked of you."))
    for notice in notices:
        write_consent(person, ConsentKind.RIGHTS_READ, yes=True, channel=channel, by=by, notice=notice)
    person.rights_read_at = timezone.now()
    person.save(update_fields=["rights_read_at"])
    record(
        AuditEvent.RIGHTS_READ,
        actor=by,
        matter=person.case.matter,
        subject=person,
        versions={notice.kind: notice.version for notice in notices},
        channel=channel,
    )
    has_stepped(person)
    touch(person.case.matter)
    return person


@transaction.atomic
def answer_taking_part(*, participant_id: UUID, yes: bool, channel: Channel, by: Viewer) -> Participant:
    """Somebody says whether they take part. The last yes moves the case on, and everyone hears it together.

    Raises PermissionDenied, MatterGone or TransitionRefused.
    """
    person = step_of(participant_id, channel=channel, by=by)
    _check_answerable(person, yes=yes)
    answer = Willing.YES if yes else Willing.NO
    if person.willing == answer and not may_say_again(person):
        return person
    write_consent(person, ConsentKind.TAKE_PART, yes=yes, channel=channel, by=by)
    is_first = yes and person.case.asks_twice and gates.second_yes_from(person) is not None
    _keep_answer(person, _after_first_yes(person) if is_first else answer)
    event = AuditEvent.CONSENT_GIVEN if yes else AuditEvent.CONSENT_REFUSED
    record(event, actor=by, matter=person.case.matter, subject=person, channel=channel, **_facts(is_first))
    has_stepped(person)
    touch(person.case.matter)
    _go_on_from(person, by=by)
    return person


def _facts(is_first: bool) -> dict[str, bool]:
    return {"counts_from_the_second": True} if is_first else {}


def _keep_answer(person: Participant, answer: Willing) -> None:
    person.willing, person.answered_at = answer, timezone.now()
    person.asked_at = person.asked_at or person.answered_at
    person.save(update_fields=["willing", "answered_at", "asked_at"])


def _after_first_yes(person: Participant) -> Willing:
    """Nothing counts yet: somebody who is asked stays asked, and whoever comes back has not come back."""
    return Willing.ASKED if person.case.is_open else Willing(person.willing)


@transaction.atomic
def ask_for_more_time(*, participant_id: UUID, channel: Channel, by: Viewer) -> Participant:
    """Somebody needs more time: staff see it, and the clock since first contact stands still.

    Raises PermissionDenied, MatterGone or TransitionRefused.
    """
    person = step_of(participant_id, channel=channel, by=by)
    case = person.case
    if not case.is_open or not person.is_active:
        raise TransitionRefused(step="more_time", words=_("This has ended; nothing more is asked of you."))
    if person.more_time_asked_at is not None:
        return person
    person.more_time_asked_at = timezone.now()
    person.save(update_fields=["more_time_asked_at"])
    if case.clock_paused_on is None:
        case.clock_paused_on = timezone.localdate()
        case.save(update_fields=["clock_paused_on"])
    record(AuditEvent.MORE_TIME_ASKED, actor=by, matter=case.matter, subject=person, channel=channel)
    touch(case.matter)
    return person


def _check_answerable(person: Participant, *, yes: bool) -> None:
    if not may_answer(person) and not (yes and (may_come_back(person) or may_say_again(person))):
        raise TransitionRefused(step="answer", words=_("This question is not open now."))
    if yes and (from_then := too_early_until(person)):
        words = _("The first yes is kept. It counts when it is said again, from %(moment)s on.")
        raise TransitionRefused(step="answer", words=words % {"moment": moment_in_words(from_then)})
    if yes and person.rights_read_at is None:
        raise TransitionRefused(step="answer", words=_("Please read your rights first; then say yes."))
    if yes and transitions.missing_before_consent(person.case, person):
        words = _("Before a yes: the sheet of rights in your own words, and the written notice.")
        raise TransitionRefused(step="answer", words=words)


def may_answer(person: Participant) -> bool:
    """Whether the question is open: to the requester from the start, to the others once people are asked."""
    case = person.case
    open_to_them = ANSWERABLE if person.is_requester else ANSWERABLE - {CaseStatus.OPENED}
    return case.status in open_to_them and not case.is_paused and not person.has_left and person.is_party


def may_come_back(person: Participant) -> bool:
    """After it could not go on, until close: whoever said no or nothing may still say yes, by themselves (P9)."""
    case = person.case
    ended_so = case.ending in COULD_NOT_GO_ON and case.ended_from == CaseStatus.INVITING
    return ended_so and person.willing != Willing.YES and person.is_party and not (person.has_left or _waits(person))


def may_say_again(person: Participant) -> bool:
    """Whether a yes that is there has to be said once more: it was given before the office began to ask twice."""
    case = person.case
    if not case.asks_twice or person.willing != Willing.YES or person.has_left or case.is_paused:
        return False
    return case.status in SAID_AGAIN and gates.second_yes_from(person) is not None


def too_early_until(person: Participant) -> datetime | None:
    """Until when a second yes would come too early; None when a yes may be said now."""
    from_then = gates.second_yes_from(person) if person.case.asks_twice else None
    return from_then if from_then and from_then > timezone.now() else None


def _waits(person: Participant) -> bool:
    """The requester who did not say no is among those who were told."""
    return person.is_requester and person.willing != Willing.NO


def _go_on_from(person: Participant, *, by: Viewer) -> None:
    case = person.case
    if person.willing == Willing.NO:
        _stop_asking(person, by=by)
    elif _everyone_is_in(case):
        take_step(case, "arrange", actor=by)
        send_news(everyone_in(case))


def _everyone_is_in(case: Case) -> bool:
    """The last yes has come: in a process that asks others, after they were asked; elsewhere with the first."""
    asked = case.status == CaseStatus.INVITING or definition(case.process).starts_with_one_yes
    return asked and case.status in ANSWERABLE and not case.pending_ending and not gates.everyone_willing(case)


def _stop_asking(person: Participant, *, by: Viewer) -> None:
    """A no ends our asking. The requester's own no, before anybody was asked, ends the case."""
    if person.invitation is not None:
        revoke_invitation(invitation=person.invitation)
        person.invitation = None
        person.save(update_fields=["invitation"])
    if person.case.status == CaseStatus.OPENED:
        end_case(person.case, ending=Ending.NOT_PURSUED, actor=by)


def everyone_in(case: Case) -> list[Participant]:
    return [person for person in case.participants.all() if person.is_active and person.is_party]
