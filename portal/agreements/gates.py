"""Who has not signed yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from portal.cases.transitions import Missing
from portal.programmes.processes import definition

if TYPE_CHECKING:
    from portal.cases.models import Case, Participant

    from .models import Agreement


def everyone_signed(case: Case) -> list[Missing]:
    """Each party, everyone else who comes along, and the neutrals, all under the current version (M24, P10)."""
    if in_force(case) is None:
        return [Missing(_("Everyone has to be in the room and to sign the agreement to participate"))]
    given = [(row.variant, one) for row in all_in_force(case) for one in row.signatures.all()]
    neutrals = {signature.neutral_id for variant, signature in given if not variant}
    signed = {(variant, signature.participant_id) for variant, signature in given}
    lines = [
        Missing(_("Waiting for %(name)s to sign") % {"name": person.display_name}, person)
        for person in case.participants.all()
        if person.is_active and (variant_of(case, person), person.pk) not in signed
    ]
    accepted = [row for row in case.assignments.all() if row.is_accepted]
    return lines + [
        Missing(_("Waiting for %(name)s to sign") % {"name": row.neutral.get_full_name()}, row.neutral)
        for row in accepted
        if row.neutral_id not in neutrals
    ]


def in_force(case: Case, person: Participant | None = None) -> Agreement | None:
    """The version that somebody reads and signs now; without anybody that of the neutrals, or of all.

    Read from what the caller has fetched, if it has.
    """
    variant = variant_of(case, person) if person else ""
    return next((row for row in all_in_force(case) if row.variant == variant), None)


def all_in_force(case: Case) -> list[Agreement]:
    return [row for row in case.agreements.all() if row.replaced_at is None]


def variant_of(case: Case, person: Participant) -> str:
    """Whose words somebody signs; empty where everybody signs the same."""
    return person.signs_as if person.signs_as in definition(case.process).variants else ""
