"""Asking the others: invitations handed over, written or read out on the phone, counted and capped (M19, P4, P6)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.mail.actions import enqueue
from portal.mail.statuses import MailKind
from portal.passes.actions import EntryRefused, invite, revoke_invitation
from portal.passes.models import Pass
from portal.programmes.queries import current_office

from .. import gates
from ..models import ContactAttempt, Participant
from ..policies import can_coordinate
from ..queries import COUNTED
from ..statuses import AttemptResult, CaseStatus, Channel, Ending, Route, Willing
from .matters import MatterGone, touch
from .spine import TransitionRefused
from .steps import lock_participant, requester_step

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.accounts.viewer import Viewer
    from portal.passes.models import Invitation

STAFF_ROUTES = frozenset({Route.STAFF_MAIL, Route.STAFF_PHONE})


@transaction.atomic
def hand_over_invitation(*, participant_id: UUID, channel: Channel, by: Viewer) -> str:
    """Make an invitation that the requester passes on, and give its code, which is shown once.

    To the requester somebody who has answered us meanwhile looks like everybody else (P7): they get a code as well.
    Raises PermissionDenied, MatterGone or TransitionRefused.
    """
    person = lock_participant(participant_id)
    requester = requester_step(person.case_id, channel=channel, by=by)
    person.case = requester.case
    _check_route(person, frozenset({Route.REQUESTER}))
    if isinstance(by, Pass) and _is_past_asking(person):
        return _invite_unasked(person, by=by)
    return _invite(person, AttemptResult.HANDED_OVER, by=by)


def _is_past_asking(person: Participant) -> bool:
    return person.has_left or person.entry_id is not None or person.willing in {Willing.YES, Willing.NO}


def _invite_unasked(person: Participant, *, by: Pass) -> str:
    """A code that opens a page for who takes part and has none yet, and nothing for anybody else."""
    invited = invite(key_id=person.vault_key)
    if person.willing == Willing.YES and person.is_active and person.entry_id is None:
        person.invitation = invited.invitation
        person.save(update_fields=["invitation"])
    else:
        revoke_invitation(invitation=invited.invitation)
    record(AuditEvent.INVITATION_ISSUED, actor=by, matter=person.case.matter, subject=person)
    _log(person, AttemptResult.HANDED_OVER, by=by)
    return invited.code


@transaction.atomic
def write_invitation(*, participant_id: UUID, by: User) -> None:
    """Send the invitation by mail. Raises PermissionDenied, MatterGone or TransitionRefused."""
    person = _for_staff(participant_id, by)
    _check_route(person, STAFF_ROUTES)
    address = person.contact.get("email", "")
    if not address:
        raise TransitionRefused(step="ask", words=_("There is no e-mail address for this person."))
    code = _invite(person, AttemptResult.SENT, by=by)
    office = current_office()
    context = {"code": code, "staff": by.get_full_name(), "phone": office.phone, "answer_by": _answer_day(person)}
    enqueue(kind=MailKind.INVITATION, address=address, key_id=person.vault_key, context=context)
    record(AuditEvent.INVITATION_SENT, actor=by, matter=person.case.matter, subject=person)


@transaction.atomic
def print_invitation(*, participant_id: UUID, by: User) -> tuple[Participant, str]:
    """Make the invitation for a letter; the person and the code to print on it.

    Raises PermissionDenied, MatterGone or TransitionRefused.
    """
    person = _for_staff(participant_id, by)
    handed = person.route == Route.REQUESTER
    return person, _invite(person, AttemptResult.HANDED_OVER if handed else AttemptResult.SENT, by=by)


@transaction.atomic
def log_attempt(*, participant_id: UUID, result: AttemptResult, by: User) -> ContactAttempt:
    """Write down a call, or that a mail came back. Raises PermissionDenied, MatterGone or TransitionRefused."""
    person = _for_staff(participant_id, by)
    _check_route(person, STAFF_ROUTES)
    if result not in {AttemptResult.SPOKE, AttemptResult.NOT_REACHED, AttemptResult.BOUNCED}:
        raise ValueError(f"{result} is not something that staff log.")
    if result != AttemptResult.BOUNCED:
        check_may_be_asked(person)
    if result == AttemptResult.SPOKE:
        _mark_asked(person)
    return _log(person, result, by=by)


@transaction.atomic
def arrive(invitation: Invitation, entry: Pass) -> None:
    """Somebody has used their invitation: from now on the pass opens their own page.

    Registered with `passes`, which calls it in the transaction that uses the invitation up. Raises EntryRefused.
    """
    found = Participant.objects.filter(invitation=invitation).values_list("pk", flat=True).first()
    if found is None:
        raise EntryRefused
    try:
        person = lock_participant(found)
    except MatterGone as gone:
        raise EntryRefused from gone
    if not person.case.is_open or not person.is_active or person.entry_id:
        raise EntryRefused
    person.entry, person.invitation = entry, None
    person.willing = Willing.ASKED if person.willing == Willing.UNASKED else person.willing
    person.asked_at = person.asked_at or timezone.now()
    person.save(update_fields=["entry", "invitation", "willing", "asked_at"])
    record(AuditEvent.INVITATION_ACCEPTED, actor=entry, matter=person.case.matter, subject=person)
    touch(person.case.matter)


def check_may_be_asked(person: Participant) -> None:
    """Raise TransitionRefused when the office must not ask this person (again)."""
    words = _why_not(person)
    if words:
        raise TransitionRefused(step="ask", words=words)


def _why_not(person: Participant) -> str:
    case = person.case
    if case.status != CaseStatus.INVITING or case.is_paused:
        return _("Nobody is asked at this point of the case.")
    if person.is_requester or not person.is_party or person.has_left:
        return _("This person is not invited in this way.")
    if person.willing == Willing.NO:
        return _("This person has said no. We do not ask again; they may come back by themselves.")
    if person.entry_id or person.willing == Willing.YES:
        return _("This person has already answered us.")
    if before := gates.asked_before(person):
        names = ", ".join(one.display_name for one in before)
        return _("First we hear from %(names)s. Staff may decide on another order.") % {"names": names}
    cap = case.programme.contact_attempts_cap
    if person.attempts.filter(result__in=COUNTED).count() >= cap:
        return _("We have tried %(cap)d times. We do not try more often; no answer is an answer too.") % {"cap": cap}
    return ""


def _for_staff(participant_id: UUID, by: User) -> Participant:
    person = lock_participant(participant_id)
    if not can_coordinate(by, person.case):
        raise PermissionDenied
    if person.case.pending_ending == Ending.UNSUITABLE:
        raise TransitionRefused(step="ask", words=_("Another way fits better here: nobody else is asked."))
    return person


def _check_route(person: Participant, routes: frozenset[Route]) -> None:
    if person.route not in routes:
        raise TransitionRefused(step="ask", words=_("This person is to be reached in another way."))


def _invite(person: Participant, result: AttemptResult, *, by: Viewer) -> str:
    """One usable invitation at a time: an earlier one stops working."""
    check_may_be_asked(person)
    if person.invitation is not None:
        revoke_invitation(invitation=person.invitation)
    invited = invite(key_id=person.vault_key)
    person.invitation = invited.invitation
    person.save(update_fields=["invitation"])
    _mark_asked(person)
    record(AuditEvent.INVITATION_ISSUED, actor=by, matter=person.case.matter, subject=person)
    _log(person, result, by=by)
    return invited.code


def _mark_asked(person: Participant) -> None:
    if person.willing == Willing.UNASKED:
        person.willing, person.asked_at = Willing.ASKED, timezone.now()
        person.save(update_fields=["willing", "asked_at"])


def _log(person: Participant, result: AttemptResult, *, by: Viewer) -> ContactAttempt:
    attempt = ContactAttempt.objects.create(
        vault_key=person.vault_key,
        participant=person,
        route=person.route,
        result=result,
        made_by=None if isinstance(by, Pass) else by,
    )
    record(AuditEvent.CONTACT_ATTEMPTED, actor=by, matter=person.case.matter, subject=person, result=result)
    touch(person.case.matter)
    return attempt


def _answer_day(person: Participant) -> str:
    day = person.case.answer_by
    return day.isoformat() if day else ""
