"""What the steps of people have in common: locking the person, asking who may, writing a consent, sending news."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.passes.models import Pass

from ..models import Case, Consent, Participant
from ..policies import can_step_for
from ..statuses import Channel, ConsentKind
from .spine import TransitionRefused, case_id_of, lock_case

if TYPE_CHECKING:
    from portal.accounts.viewer import Viewer
    from portal.handbook.models import Notice


def lock_participant(participant_id: UUID) -> Participant:
    """The person with their case and matter, locked in the one order. Raises MatterGone."""
    case = lock_case(case_id_of(Participant, participant_id))
    person = Participant.objects.select_for_update(of=("self",)).select_related("entry").get(pk=participant_id)
    person.case = case
    return person


def step_of(participant_id: UUID, *, channel: Channel, by: Viewer) -> Participant:
    """The locked person whose step this is, entered by themselves or by staff for them.

    Raises PermissionDenied or MatterGone.
    """
    person = lock_participant(participant_id)
    if not can_step_for(by, person):
        raise PermissionDenied
    check_channel(channel, by)
    return person


def requester_step(case_id: UUID, *, channel: Channel, by: Viewer) -> Participant:
    """Naming others is the requester's step, or that of staff who enter it for them."""
    case = lock_case(case_id)
    requester = case.participants.filter(is_requester=True).first()
    if requester is None:
        raise TransitionRefused(step="add", words=_("There is no requester in this case."))
    requester.case = case
    if not can_step_for(by, requester):
        raise PermissionDenied
    check_channel(channel, by)
    if case.is_paused:
        raise TransitionRefused(step="add", words=_("The case is paused."))
    return requester


def check_channel(channel: Channel, by: Viewer) -> None:
    """Only somebody's own pass speaks for itself; staff always say how the step came in (P1)."""
    if isinstance(by, Pass) != (channel == Channel.SELF):
        raise ValueError(f"The channel {channel} does not fit who enters the step.")


def write_consent(
    person: Participant,
    kind: ConsentKind,
    *,
    yes: bool,
    channel: Channel,
    by: Viewer,
    about: Participant | None = None,
    notice: Notice | None = None,
) -> Consent:
    """Add a row; the newest of a kind counts. The caller records the audit event."""
    return Consent.objects.create(
        vault_key=person.vault_key,
        participant=person,
        kind=kind,
        yes=yes,
        about=about,
        notice=notice,
        channel=channel,
        recorded_by=None if isinstance(by, Pass) else by,
    )


def has_stepped(person: Participant) -> None:
    """Somebody who asked for more time has now done something: the clock runs again when nobody else waits."""
    if person.more_time_asked_at is None:
        return
    person.more_time_asked_at = None
    person.save(update_fields=["more_time_asked_at"])
    run_clock(person.case)


def run_clock(case: Case) -> None:
    """Let the clock of X3 run on, unless somebody still asks for more time."""
    if case.clock_paused_on is None or case.participants.filter(more_time_asked_at__isnull=False).exists():
        return
    case.clock_paused_days += (timezone.localdate() - case.clock_paused_on).days
    case.clock_paused_on = None
    case.save(update_fields=["clock_paused_on", "clock_paused_days"])
