"""What the office writes down about a learner beside what they learned."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.programmes.queries import current_office
from training.models import Learner
from training.policies import can_manage_training

if TYPE_CHECKING:
    from portal.accounts.models import User


@transaction.atomic
def change_learner(*, learner_id: UUID, name: str, unit: str, by: User) -> Learner:
    """Correct a name, or note where somebody works or studies. Raises ValidationError."""
    if not can_manage_training(by):
        raise PermissionDenied
    learner = Learner.objects.select_for_update().get(pk=learner_id)
    if unit and unit != learner.unit and unit not in dict(current_office().unit_choices):
        raise ValidationError({"unit": _("This unit is not on the office's list.")})
    if not name.strip():
        raise ValidationError({"name": _("Somebody needs a name.")})
    learner.name, learner.unit = name.strip(), unit
    learner.save(update_fields=["name", "unit"])
    record(AuditEvent.LEARNER_CHANGED, actor=by, subject=learner, unit=unit)
    return learner
