"""The talks before a circle, and whether whoever caused harm wants to make it right."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.cases.actions import TransitionRefused, lock_participant, step_of, touch
from portal.cases.statuses import Channel, CircleForm, ParticipantRole
from portal.programmes.processes import definition

from ..checklist import items_for
from ..models import Preparation, Readiness
from ..policies import can_confirm_readiness, can_prepare
from ..statuses import PREPARING

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.accounts.viewer import Viewer
    from portal.cases.models import Participant


@transaction.atomic
def write_preparation(
    *,
    participant_id: UUID,
    met_on: date | None,
    gone_through: Sequence[str],
    forms: Sequence[CircleForm],
    wishes: str,
    safety: str,
    by: User,
) -> Preparation:
    """Keep the talk with one person alone: what was gone through, and what they said (M48).

    Raises PermissionDenied, MatterGone or TransitionRefused.
    """
    person = lock_participant(participant_id)
    if not can_prepare(by, person.case):
        raise PermissionDenied
    _check_open(person)
    if met_on is not None and met_on > timezone.localdate():
        raise TransitionRefused(step="prepare", words=_("That day has not come yet."))
    row = _row_of(person)
    known = {item.code for item in items_for(person)}
    row.met_on, row.gone_through = met_on, [code for code in gone_through if code in known]
    row.forms, row.wishes, row.safety = [str(one) for one in forms], wishes.strip(), safety.strip()
    _keep(row)
    facts = {"gone_through": row.gone_through, "forms": row.forms}
    record(AuditEvent.PREPARED, actor=by, matter=person.case.matter, subject=row, **facts)
    touch(person.case.matter)
    return row


@transaction.atomic
def say_wishes(
    *, participant_id: UUID, forms: Sequence[CircleForm], wishes: str, safety: str, channel: Channel, by: Viewer
) -> Preparation:
    """Somebody says for themselves how they would meet and what would make it safe; the talk is still to come.

    Raises PermissionDenied, MatterGone or TransitionRefused.
    """
    person = step_of(participant_id, channel=channel, by=by)
    _check_open(person)
    row = _row_of(person)
    row.forms, row.wishes, row.safety = [str(one) for one in forms], wishes.strip(), safety.strip()
    _keep(row)
    record(AuditEvent.PREPARED, actor=by, matter=person.case.matter, subject=row, forms=row.forms, channel=channel)
    touch(person.case.matter)
    return row


@transaction.atomic
def confirm_readiness(*, participant_id: UUID, by: User) -> Readiness:
    """A facilitator has found that this person wants to make it right. Nothing else is kept (M51).

    Raises PermissionDenied, MatterGone or TransitionRefused.
    """
    person = lock_participant(participant_id)
    if not can_confirm_readiness(by, person.case):
        raise PermissionDenied
    _check_open(person)
    if ParticipantRole.CAUSED_HARM not in person.roles:
        raise TransitionRefused(step="ready", words=_("This is asked only about somebody who caused harm."))
    row, created = Readiness.objects.get_or_create(
        participant=person, facilitator=by, defaults={"vault_key": person.vault_key}
    )
    if created:
        record(AuditEvent.READINESS_CONFIRMED, actor=by, matter=person.case.matter, subject=row)
        touch(person.case.matter)
    return row


@transaction.atomic
def take_back_readiness(*, participant_id: UUID, by: User) -> None:
    """The same facilitator is not sure any more: nothing begins until they are.

    Raises PermissionDenied, MatterGone or TransitionRefused.
    """
    person = lock_participant(participant_id)
    if not can_confirm_readiness(by, person.case):
        raise PermissionDenied
    _check_open(person)
    row = Readiness.objects.filter(participant=person, facilitator=by).first()
    if row is None:
        return
    record(AuditEvent.READINESS_TAKEN_BACK, actor=by, matter=person.case.matter, subject=row)
    row.delete()
    touch(person.case.matter)


def _check_open(person: Participant) -> None:
    case = person.case
    if not definition(case.process).has_typed_roles:
        raise TransitionRefused(step="prepare", words=_("This belongs to another service."))
    if case.status not in PREPARING or case.is_paused or not person.is_active:
        raise TransitionRefused(step="prepare", words=_("Nothing is prepared at this point."))


def _row_of(person: Participant) -> Preparation:
    row = Preparation.objects.filter(participant=person).first()
    return row or Preparation(vault_key=person.vault_key, participant=person)


def _keep(row: Preparation) -> None:
    row.changed_at = timezone.now()
    row.save()
