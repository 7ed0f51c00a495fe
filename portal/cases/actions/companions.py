"""Supporters, interpreters and advisors: they come along only with every party's yes (P10)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.programmes.processes import definition

from ..models import Case, Participant
from ..policies import can_step_for
from ..statuses import COMPANION_ROLES, CaseStatus, Channel, ConsentKind, ParticipantRole
from .matters import touch
from .news import send_news
from .people import make_findable, wall_off_same_address
from .spine import TransitionRefused
from .steps import check_channel, lock_participant, step_of, write_consent

if TYPE_CHECKING:
    from portal.accounts.viewer import Viewer

# From here on everyone knows that everyone takes part: only then may a question show that somebody brings a person.
ASKED_FROM = frozenset({CaseStatus.ARRANGING, CaseStatus.BOOKED, CaseStatus.HELD})
NAMED_FROM = ASKED_FROM | {CaseStatus.OPENED, CaseStatus.INVITING}


@transaction.atomic
def name_companion(
    *,
    participant_id: UUID,
    role: ParticipantRole,
    name: str,
    contact: dict[str, Any] | None = None,
    channel: Channel,
    by: Viewer,
) -> Participant:
    """A party would like somebody to come along; the others are asked once everyone takes part.

    Raises PermissionDenied, MatterGone or TransitionRefused.
    """
    party = step_of(participant_id, channel=channel, by=by)
    case = party.case
    if role not in COMPANION_ROLES or not party.is_party or not party.is_active or case.status not in NAMED_FROM:
        raise TransitionRefused(step="companion", words=_("Nobody can be named at this point."))
    if role == ParticipantRole.SURROGATE:
        _check_stand_in(party)
    companion = Participant.objects.create(
        vault_key=case.vault_key,
        case=case,
        number=case.participants.aggregate(last=Max("number"))["last"] + 1,
        role=role,
        comes_with=party,
        name=name,
        contact=contact or {},
    )
    write_consent(party, ConsentKind.COMPANION, yes=True, channel=channel, by=by, about=companion)
    make_findable(companion)
    wall_off_same_address(case.matter, companion.contact.get("email", ""), actor=by)
    record(AuditEvent.COMPANION_PROPOSED, actor=by, matter=case.matter, subject=companion, role=role, channel=channel)
    touch(case.matter)
    if case.status in ASKED_FROM:
        send_news(_other_parties(case, party))
    return companion


@transaction.atomic
def answer_companion(
    *, companion_id: UUID, participant_id: UUID, yes: bool, channel: Channel, by: Viewer
) -> Participant:
    """A party agrees or not that somebody comes along. One no is enough, and nobody hears whose it was.

    Raises PermissionDenied, MatterGone or TransitionRefused.
    """
    party = step_of(participant_id, channel=channel, by=by)
    case = party.case
    companion = case.participants.filter(pk=companion_id, role__in=COMPANION_ROLES).first()
    if companion is None or companion.comes_with_id == party.pk:
        raise PermissionDenied
    if case.status not in ASKED_FROM or companion.has_left or not party.is_active or not party.is_party:
        raise TransitionRefused(step="companion", words=_("This question is not open any more."))
    write_consent(party, ConsentKind.COMPANION, yes=yes, channel=channel, by=by, about=companion)
    record(AuditEvent.COMPANION_ANSWERED, actor=by, matter=case.matter, subject=companion, yes=yes, channel=channel)
    if not yes:
        _leave_at_home(companion)
        send_news([person for person in [companion.comes_with] if person is not None])
    touch(case.matter)
    return companion


@transaction.atomic
def take_back_companion(*, companion_id: UUID, channel: Channel, by: Viewer) -> Participant:
    """The party comes without that person after all. Raises PermissionDenied, MatterGone or TransitionRefused."""
    companion = lock_participant(companion_id)
    party, case = companion.comes_with, companion.case
    if party is None:
        raise PermissionDenied
    party.case = case
    if not can_step_for(by, party):
        raise PermissionDenied
    check_channel(channel, by)
    if companion.has_left or case.status not in NAMED_FROM:
        raise TransitionRefused(step="companion", words=_("This cannot be changed any more."))
    _leave_at_home(companion)
    record(AuditEvent.COMPANION_ANSWERED, actor=by, matter=case.matter, subject=companion, yes=False, channel=channel)
    touch(case.matter)
    return companion


def may_have_stand_in(party: Participant) -> bool:
    """Somebody may take the place of a person who was harmed, and of nobody else (R11)."""
    return definition(party.case.process).has_typed_roles and ParticipantRole.HARMED in party.roles


def _check_stand_in(party: Participant) -> None:
    if not may_have_stand_in(party):
        words = _("Somebody can stand in only for a person who was harmed.")
        raise TransitionRefused(step="companion", words=words)
    if party.companions.filter(role=ParticipantRole.SURROGATE, left_at=None).exists():
        raise TransitionRefused(step="companion", words=_("Somebody stands in already; take that back first."))


def _leave_at_home(companion: Participant) -> None:
    companion.left_at = timezone.now()
    companion.save(update_fields=["left_at"])


def _other_parties(case: Case, party: Participant) -> list[Participant]:
    return [person for person in case.participants.all() if person.is_party and person.is_active and person != party]
