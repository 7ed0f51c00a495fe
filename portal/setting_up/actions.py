"""Setting up a new programme: its row, who leads it, and drafts of every text that it cannot be without."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.accounts.actions import grant_role
from portal.handbook.seeding import draft_texts
from portal.programmes.actions import add_programme
from portal.programmes.policies import can_set_up
from portal.screening.seeding import draft_first_rubric

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.programmes.models import Programme


@transaction.atomic
def set_up(*, code: str, switches: Mapping[str, Any], director_id: UUID, by: User) -> Programme:
    """Make a programme that takes nobody in yet: its texts are drafts until somebody has read and approved each.

    Raises PermissionDenied, ValidationError for switches that do not go together, or NotPossible when the person chosen
    cannot be its director.
    """
    if not can_set_up(by):
        raise PermissionDenied
    programme = add_programme(code=code, switches=switches, by=by)
    grant_role(
        user_id=director_id,
        role="DIRECTOR",
        programme=programme,
        starts_on=timezone.localdate(),
        ends_on=None,
        interest=_("Leads the programme since it was set up."),
        # Nobody has a role in it yet who could give this one.
        by=None,
    )
    draft_texts(programme)
    draft_first_rubric(programme)
    return programme
