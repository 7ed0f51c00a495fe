"""The word in what only a circle has room for: rows of other services than the one that the drill lives through."""

from __future__ import annotations

from portal.cases.models import Case, CircleGroup, CircleSheet
from portal.circles.models import Harm, Preparation

from . import canary


def plant(reference: str) -> None:
    """Under the key of this case, as a circle would leave them: a safety plan, wishes, a harm, a group."""
    case = Case.objects.get(reference=reference)
    sealed = {"vault_key": case.vault_key}
    CircleSheet.objects.create(case=case, safety=canary.phrase(), **sealed)
    for person in case.participants.all():
        Preparation.objects.create(participant=person, wishes=canary.phrase(), safety=canary.phrase(), **sealed)
    words = {"harm": canary.phrase(), "need": canary.phrase(), "obligation": canary.phrase()}
    Harm.objects.create(case=case, written_by=case.coordinator, **words, **sealed)
    CircleGroup.objects.create(case=case, number=1, label=canary.phrase(), invited=12, **sealed)
