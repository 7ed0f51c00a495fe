"""What staff find out about a case: talks with one person, people outside who may know more, the dynamics."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record

from ..models import Case, CollateralContact, DynamicsSheet, Meeting
from ..policies import can_coordinate
from ..statuses import Channel
from .matters import touch
from .spine import TransitionRefused, case_id_of, lock_case
from .steps import lock_participant

if TYPE_CHECKING:
    from portal.accounts.models import User

MEETING_PARTS = ("information", "questions", "expectations", "options")
DYNAMICS = ("power", "relationship", "history", "safety")


class SheetMoved(Exception):
    """Somebody else changed the sheet meanwhile; nothing was overwritten. `sheet` is what stands there now."""

    def __init__(self, sheet: DynamicsSheet) -> None:
        super().__init__(str(sheet.pk))
        self.sheet = sheet


@transaction.atomic
def write_meeting(
    *, participant_id: UUID, held_on: date, channel: Channel, parts: Mapping[str, str], by: User
) -> Meeting:
    """Keep what one person was told, asked, expects and could choose (C9).

    Raises TransitionRefused, PermissionDenied or MatterGone.
    """
    person = lock_participant(participant_id)
    _check(by, person.case)
    if held_on > timezone.localdate():
        raise TransitionRefused(step="meeting", words=_("That day has not come yet."))
    words = {name: parts.get(name, "").strip() for name in MEETING_PARTS}
    if not any(words.values()):
        raise TransitionRefused(step="meeting", words=_("Write down at least one of the four parts."))
    meeting = Meeting.objects.create(
        vault_key=person.vault_key, participant=person, held_on=held_on, channel=channel, written_by=by, **words
    )
    filled = [name for name, text in words.items() if text]
    record(AuditEvent.MEETING_WRITTEN, actor=by, matter=person.case.matter, subject=meeting, parts=filled)
    touch(person.case.matter)
    return meeting


@transaction.atomic
def add_collateral(
    *, participant_id: UUID, name: str, reach: str, ask_about: str, channel: Channel, by: User
) -> CollateralContact:
    """Keep whom a participant allows us to ask, about what, and how they said so (M58).

    Raises TransitionRefused, PermissionDenied or MatterGone.
    """
    person = lock_participant(participant_id)
    _check(by, person.case)
    if not person.is_active:
        raise TransitionRefused(step="collateral", words=_("This person is no longer part of the case."))
    contact = CollateralContact.objects.create(
        vault_key=person.vault_key,
        case=person.case,
        named_by=person,
        name=name,
        reach=reach,
        ask_about=ask_about,
        permission_channel=channel,
        added_by=by,
    )
    record(AuditEvent.COLLATERAL_NAMED, actor=by, matter=person.case.matter, subject=contact, channel=str(channel))
    touch(person.case.matter)
    return contact


@transaction.atomic
def write_learned(*, contact_id: UUID, talked_on: date, learned: str, by: User) -> CollateralContact:
    """Keep what somebody outside told us. Raises TransitionRefused, PermissionDenied or MatterGone."""
    case = lock_case(case_id_of(CollateralContact, contact_id))
    _check(by, case)
    contact = CollateralContact.objects.select_for_update(of=("self",)).select_related("named_by").get(pk=contact_id)
    if not contact.named_by.is_active:
        raise TransitionRefused(
            step="collateral", words=_("Whoever allowed this has left the case: the permission ended with that.")
        )
    if talked_on > timezone.localdate():
        raise TransitionRefused(step="collateral", words=_("That day has not come yet."))
    contact.talked_on, contact.learned = talked_on, learned
    contact.save()
    record(AuditEvent.COLLATERAL_ASKED, actor=by, matter=case.matter, subject=contact)
    touch(case.matter)
    return contact


@transaction.atomic
def change_dynamics(*, case_id: UUID, parts: Mapping[str, str], edition: int, by: User) -> DynamicsSheet:
    """Change the sheet that was shown as `edition` (0: none yet).

    Raises SheetMoved when somebody was faster, PermissionDenied or MatterGone.
    """
    case = lock_case(case_id)
    _check(by, case)
    sheet = DynamicsSheet.objects.filter(case=case).first()
    if sheet is None:
        sheet = DynamicsSheet(vault_key=case.vault_key, case=case, edition=0)
    if sheet.edition != edition:
        raise SheetMoved(sheet)
    for name in DYNAMICS:
        setattr(sheet, name, parts.get(name, "").strip())
    sheet.edition, sheet.changed_by, sheet.changed_at = edition + 1, by, timezone.now()
    sheet.save()
    record(AuditEvent.DYNAMICS_CHANGED, actor=by, matter=case.matter, subject=sheet, edition=sheet.edition)
    touch(case.matter)
    return sheet


def _check(by: User, case: Case) -> None:
    if not can_coordinate(by, case):
        raise PermissionDenied
