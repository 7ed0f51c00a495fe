"""Who is in a case, how to reach them, and by which way they are invited."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.passes.models import Pass
from portal.programmes.processes import definition
from portal.vault import tokens
from portal.vault.keystore.models import TokenKind

from .. import gates
from ..models import Case, Matter, Participant
from ..statuses import Channel, ConsentKind, ParticipantRole, Route, TieSource, Willing
from .circles import check_roles
from .matters import touch, write_tie
from .spine import TransitionRefused
from .steps import has_stepped, lock_participant, requester_step, step_of, write_consent

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.accounts.viewer import Viewer


def add_requester(case: Case, *, name: str, contact: dict[str, Any], entry: Pass | None, by: User) -> Participant:
    """The person who asked becomes the first participant; inside the transaction that opens the case."""
    requester = Participant.objects.create(
        vault_key=case.vault_key,
        case=case,
        number=1,
        role=definition(case.process).requester_role,
        is_requester=True,
        name=name,
        contact=contact,
        entry=entry,
        willing=Willing.ASKED,
        asked_at=case.opened_at,
    )
    requester.case = case
    make_findable(requester)
    wall_off_same_address(case.matter, contact.get("email", ""), actor=by)
    return requester


def add_joined(case: Case, *, name: str, contact: dict[str, Any], entry: Pass | None, by: User) -> Participant:
    """Whoever asked for the same thing by themselves (P12); inside the transaction that opens the case."""
    person = Participant.objects.create(
        vault_key=case.vault_key,
        case=case,
        number=(case.participants.aggregate(last=Max("number"))["last"] or 0) + 1,
        role=definition(case.process).requester_role,
        name=name,
        contact=contact,
        entry=entry,
        willing=Willing.ASKED,
        asked_at=case.opened_at,
    )
    person.case = case
    make_findable(person)
    wall_off_same_address(case.matter, contact.get("email", ""), actor=by)
    record(AuditEvent.PARTICIPANT_ADDED, actor=by, matter=case.matter, subject=person, joined=True)
    touch(case.matter)
    return person


@transaction.atomic
def add_person(
    *,
    case_id: UUID,
    route: Route,
    name: str = "",
    contact: dict[str, Any] | None = None,
    permitted: bool = False,
    role: ParticipantRole | None = None,
    channel: Channel,
    by: Viewer,
) -> Participant:
    """Add somebody whom the requester wants to talk with, and say how the invitation reaches them (M19).

    Raises PermissionDenied, MatterGone, or TransitionRefused: without the requester's permission nothing
    about the person is stored.
    """
    requester = requester_step(case_id, channel=channel, by=by)
    case = requester.case
    _check_may_be_added(case, role, by=by)
    person = Participant(
        vault_key=case.vault_key,
        case=case,
        number=(case.participants.aggregate(last=Max("number"))["last"] or 0) + 1,
    )
    person.role = role or person.role
    _set_route(person, requester, route=route, name=name, contact=contact or {}, permitted=permitted)
    _keep_route(person, requester, channel=channel, by=by)
    record(AuditEvent.PARTICIPANT_ADDED, actor=by, matter=case.matter, subject=person, route=route, channel=channel)
    touch(case.matter)
    return person


def _check_may_be_added(case: Case, role: ParticipantRole | None, *, by: Viewer) -> None:
    process = definition(case.process)
    if case.status not in {"OPENED", "INVITING"}:
        raise TransitionRefused(step="add", words=_("Nobody can be added at this point."))
    if missing := gates.others_may_be_asked(case):
        raise TransitionRefused(step="add", missing=missing)
    if isinstance(by, Pass) and process.is_for_staff_to_ask:
        raise TransitionRefused(step="add", words=_("Here the office asks the others; please tell us about them."))
    if process.has_typed_roles:
        check_roles(case, role or "", None)


@transaction.atomic
def change_route(
    *,
    participant_id: UUID,
    route: Route,
    name: str = "",
    contact: dict[str, Any] | None = None,
    permitted: bool = False,
    channel: Channel,
    by: Viewer,
) -> Participant:
    """Reach somebody who has not answered in another way. Raises as `add_person` does."""
    person = lock_participant(participant_id)
    requester = requester_step(person.case_id, channel=channel, by=by)
    if person.is_requester or person.entry_id or not person.is_active or not person.is_party:
        raise TransitionRefused(step="route", words=_("This person has answered already."))
    _set_route(person, requester, route=route, name=name, contact=contact or {}, permitted=permitted)
    _keep_route(person, requester, channel=channel, by=by)
    record(AuditEvent.PARTICIPANT_CHANGED, actor=by, matter=requester.case.matter, subject=person, route=route)
    touch(requester.case.matter)
    return person


@transaction.atomic
def keep_details(
    *,
    participant_id: UUID,
    name: str,
    contact: dict[str, Any],
    needs: dict[str, Any],
    channel: Channel,
    by: Viewer,
) -> Participant:
    """Keep what somebody says about themselves: name, safe contact, needs. All of it may be empty.

    Raises PermissionDenied, MatterGone, or TransitionRefused when the case has ended.
    """
    person = step_of(participant_id, channel=channel, by=by)
    if not person.case.is_open or not person.is_active:
        raise TransitionRefused(step="details", words=_("This has ended; nothing more is asked of you."))
    person.name, person.contact, person.needs = name, contact, needs
    person.save(update_fields=["name", "contact", "needs"])
    make_findable(person)
    wall_off_same_address(person.case.matter, contact.get("email", ""), actor=by)
    record(AuditEvent.CONTACT_CHANGED, actor=by, matter=person.case.matter, subject=person, channel=channel)
    has_stepped(person)
    touch(person.case.matter)
    return person


def make_findable(person: Participant) -> None:
    """Index name and addresses as tokens, so that staff can find the case by them."""
    for kind, value in (
        (TokenKind.NAME, person.name),
        (TokenKind.EMAIL, person.contact.get("email", "")),
        (TokenKind.PHONE, person.contact.get("phone", "")),
    ):
        tokens.index(key_id=person.vault_key, subject=person.pk, kind=kind, values=[value] if value else [])


def wall_off_same_address(matter: Matter, address: str, *, actor: object | None) -> None:
    """A member of staff or a neutral who turns out to be in the case must not learn that it exists."""
    if not address:
        return
    for somebody in get_user_model().objects.filter(email__iexact=address.strip()):
        write_tie(matter=matter, person=somebody, source=TieSource.SAME_ADDRESS, actor=actor)


def _set_route(
    person: Participant,
    requester: Participant,
    *,
    route: Route,
    name: str,
    contact: dict[str, Any],
    permitted: bool,
) -> None:
    if route not in routes_of(requester.case):
        raise TransitionRefused(step="add", words=_("This process does not use that way of inviting."))
    person.route = route
    if route == Route.REQUESTER:
        # Until they answer, the office holds nothing about them: neither a name nor an address.
        person.name, person.contact = "", {}
        return
    if not permitted:
        raise TransitionRefused(
            step="add", words=_("We contact somebody only with the permission of the person who asked us.")
        )
    person.name, person.contact = name, contact


def _keep_route(person: Participant, requester: Participant, *, channel: Channel, by: Viewer) -> None:
    person.save()
    allowed = person.route != Route.REQUESTER
    write_consent(requester, ConsentKind.CONTACT, yes=allowed, channel=channel, by=by, about=person)
    make_findable(person)
    wall_off_same_address(requester.case.matter, person.contact.get("email", ""), actor=by)


def routes_of(case: Case) -> list[Route]:
    """The ways in which an invitation may travel, as the process and the programme allow."""
    ways = case.rules.outreach
    routes = [Route.REQUESTER] if "REQUESTER" in ways else []
    return routes + ([Route.STAFF_MAIL, Route.STAFF_PHONE] if "STAFF" in ways else [])
