"""What belongs to restorative justice before anybody meets: roles, the order of asking, the form, hidden contacts."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.programmes.processes import definition

from ..models import Case, CircleSheet, Participant
from ..policies import can_coordinate
from ..statuses import BOTH_SIDES, CaseStatus, Channel, CircleForm, OutreachOrder, ParticipantRole
from .matters import touch
from .spine import TransitionRefused, lock_case
from .steps import has_stepped, lock_participant, step_of

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.accounts.viewer import Viewer

# Once a session has begun, who takes part in which role stands.
BEFORE_MEETING = frozenset({CaseStatus.OPENED, CaseStatus.INVITING, CaseStatus.ARRANGING})


@transaction.atomic
def set_roles(
    *, participant_id: UUID, role: ParticipantRole, second: ParticipantRole | None = None, by: User
) -> Participant:
    """Say in which role somebody takes part; who caused harm may also have been harmed, and the other way round (C28).

    Raises PermissionDenied, MatterGone or TransitionRefused.
    """
    person = lock_participant(participant_id)
    if not can_coordinate(by, person.case):
        raise PermissionDenied
    if person.case.status not in BEFORE_MEETING or not person.is_active or not person.is_party:
        raise TransitionRefused(step="role", words=_("The role of this person stands now."))
    check_roles(person.case, role, second)
    person.role, person.second_role = role, second or ""
    person.save(update_fields=["role", "second_role"])
    record(
        AuditEvent.PARTICIPANT_CHANGED, actor=by, matter=person.case.matter, subject=person, role=role, second=second
    )
    touch(person.case.matter)
    return person


def check_roles(case: Case, role: str, second: str | None) -> None:
    """Raise TransitionRefused for a role that this process does not have, or a pair of roles that make no sense."""
    process = definition(case.process)
    if process.count_of(role) is None:
        raise TransitionRefused(step="role", words=_("This process does not have that role."))
    if second and (not process.has_typed_roles or {role, second} != BOTH_SIDES):
        raise TransitionRefused(step="role", words=_("Only who caused harm and who was harmed can be one person."))


@transaction.atomic
def change_circle(
    *,
    case_id: UUID,
    community_is_harmed: bool,
    nobody_is_known: bool,
    order: OutreachOrder,
    form: CircleForm | None,
    safety: str,
    by: User,
) -> CircleSheet:
    """Keep how the circle is to be. Raises PermissionDenied, MatterGone or TransitionRefused."""
    case = lock_case(case_id)
    if not can_coordinate(by, case):
        raise PermissionDenied
    if not definition(case.process).has_typed_roles:
        raise TransitionRefused(step="sheet", words=_("This belongs to another service."))
    if not case.is_open or case.status == CaseStatus.IN_SESSION:
        raise TransitionRefused(step="sheet", words=_("Nothing is changed here at this point."))
    sheet = CircleSheet.objects.filter(case=case).first() or CircleSheet(vault_key=case.vault_key, case=case)
    if case.status == CaseStatus.BOOKED and sheet.form != (form or ""):
        words = _("A time is booked, and people sign for this way of meeting. Cancel the booking first.")
        raise TransitionRefused(step="sheet", words=words)
    sheet.community_is_harmed, sheet.nobody_is_known = community_is_harmed, nobody_is_known
    sheet.order, sheet.form, sheet.safety = order, form or "", safety.strip()
    sheet.save()
    facts = {"order": order, "form": sheet.form, "community": community_is_harmed, "nobody_known": nobody_is_known}
    record(AuditEvent.CIRCLE_CHANGED, actor=by, matter=case.matter, subject=sheet, **facts)
    touch(case.matter)
    return sheet


@transaction.atomic
def hide_contact(*, participant_id: UUID, hide: bool, channel: Channel, by: Viewer) -> Participant:
    """Let nobody of the office but the coordinator of the case read somebody's address and number (M50).

    Raises PermissionDenied, MatterGone or TransitionRefused.
    """
    person = step_of(participant_id, channel=channel, by=by)
    if not person.case.is_open or not person.is_active:
        raise TransitionRefused(step="contact", words=_("This has ended; nothing more is asked of you."))
    person.hides_contact = hide
    person.save(update_fields=["hides_contact"])
    record(AuditEvent.CONTACT_HIDDEN, actor=by, matter=person.case.matter, subject=person, hide=hide, channel=channel)
    has_stepped(person)
    touch(person.case.matter)
    return person
