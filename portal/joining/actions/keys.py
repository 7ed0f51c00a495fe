"""What follows in the keys once the rows have been carried over. Killed in between, it is left to the timer."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from portal.cases.models import Matter
from portal.vault.actions import key_exists, leave_key, move_tokens

from ..models import Joining
from ..statuses import JoiningStep
from .rows import carry_all


def finish(joining_id: UUID) -> None:
    """What has to happen in the keys, from wherever it stands. Does nothing the second time."""
    joining = Joining.objects.filter(pk=joining_id).first()
    if joining is None or joining.other_key is None:
        return
    if joining.step == JoiningStep.RESEALED:
        _seal_what_came_late(joining)
        leave_key(key_id=joining.other_key, to=joining.matter_id)
        Joining.objects.filter(pk=joining_id).update(step=JoiningStep.JOINED, other_key=None)
    elif joining.step == JoiningStep.SPLIT:
        move_tokens(subjects=[joining.request_id], to=joining.other_key)
        joining.delete()


@transaction.atomic
def _seal_what_came_late(joining: Joining) -> None:
    """A row that was being written while the others were carried over would be lost with its key."""
    matter = Matter.objects.select_for_update().get(pk=joining.matter_id)
    assert joining.other_key is not None  # noqa: S101 - for the type checker: finish() has looked
    if not key_exists(joining.other_key):
        return
    late = carry_all(key_id=joining.other_key, to=matter)
    if late:
        joining.brought = {
            label: [*joining.brought.get(label, []), *late.get(label, [])] for label in {*joining.brought, *late}
        }
        joining.save(update_fields=["brought"])


def finish_for(matter_id: UUID) -> None:
    """Before a matter is destroyed: no key may stay behind that opens part of it in a backup."""
    for joining_id in Joining.objects.filter(matter=matter_id).values_list("pk", flat=True):
        finish(joining_id)
