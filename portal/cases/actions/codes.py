"""Personal codes and phone phrases of participants, as far as staff have to do with them (P6, P14)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.passes.actions import issue_pass, reissue_pass
from portal.passes.codes import same_words

from ..policies import can_coordinate
from ..statuses import Willing
from .matters import touch
from .spine import TransitionRefused
from .steps import lock_participant

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.passes.actions import Issued


@transaction.atomic
def issue_code(*, participant_id: UUID, by: User) -> Issued:
    """A new personal code and phone phrase for somebody; earlier ones stop working. Shown once, to be handed over.

    Raises PermissionDenied, MatterGone, or TransitionRefused.
    """
    person = lock_participant(participant_id)
    case = person.case
    if not can_coordinate(by, case):
        raise PermissionDenied
    if person.entry_id is None and (not case.is_open or not person.is_active):
        raise TransitionRefused(step="code", words=_("Nobody who is not in the case gets a code."))
    if person.entry_id is None and not person.is_requester and person.willing == Willing.UNASKED and person.is_party:
        raise TransitionRefused(step="code", words=_("Speak with this person or invite them first."))
    if person.entry is not None:
        issued = reissue_pass(entry=person.entry)
    else:
        issued = issue_pass(key_id=person.vault_key)
        person.entry = issued.entry
        person.save(update_fields=["entry"])
    record(AuditEvent.PASS_ISSUED, actor=by, matter=case.matter, subject=person)
    touch(case.matter)
    return issued


@transaction.atomic
def check_phrase(*, participant_id: UUID, said: str, by: User) -> bool:
    """Whether a caller knows the two words; until they match, staff say nothing at all (P6).

    Raises PermissionDenied, MatterGone, or TransitionRefused when the person has no phrase yet.
    """
    person = lock_participant(participant_id)
    if not can_coordinate(by, person.case):
        raise PermissionDenied
    if person.entry is None:
        raise TransitionRefused(step="phrase", words=_("This person has no personal code and no phrase yet."))
    matched = same_words(person.entry.phrase, said)
    event = AuditEvent.PHRASE_MATCHED if matched else AuditEvent.PHRASE_REFUSED
    record(event, actor=by, matter=person.case.matter, subject=person)
    return matched
