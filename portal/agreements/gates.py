"""Who has not signed yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from portal.cases.transitions import Missing

if TYPE_CHECKING:
    from portal.cases.models import Case

    from .models import Agreement


def everyone_signed(case: Case) -> list[Missing]:
    """Each party, everyone else who comes along, and the neutrals, all under the current version (M24, P10)."""
    agreement = in_force(case)
    if agreement is None:
        return [Missing(_("Everyone has to be in the room and to sign the agreement to participate"))]
    people = {signature.participant_id for signature in agreement.signatures.all()}
    neutrals = {signature.neutral_id for signature in agreement.signatures.all()}
    lines = [
        Missing(_("Waiting for %(name)s to sign") % {"name": person.display_name}, person)
        for person in case.participants.all()
        if person.is_active and person.pk not in people
    ]
    accepted = [row for row in case.assignments.all() if row.is_accepted]
    return lines + [
        Missing(_("Waiting for %(name)s to sign") % {"name": row.neutral.get_full_name()}, row.neutral)
        for row in accepted
        if row.neutral_id not in neutrals
    ]


def in_force(case: Case) -> Agreement | None:
    """The version that people read and sign now; read from what the caller has fetched, if it has."""
    return next((row for row in case.agreements.all() if row.replaced_at is None), None)
