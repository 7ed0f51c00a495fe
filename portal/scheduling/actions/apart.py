"""Writing down that somebody who decided is to conduct, and that the director has seen it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.accounts.roles import Permission
from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.cases.actions import TransitionRefused, lock_case
from portal.cases.policies import has_tie

from ..models import BothRoles
from ..roles_apart import in_words, who_decided

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.cases.models import Case


class ReasonWanted(TransitionRefused):
    """Somebody who was chosen has decided on this case: it may be so, with a reason."""


def keep_both_roles(case: Case, chosen: list[User], *, reason: str, by: User) -> None:
    """For each of the chosen who decided on a locked case. Raises ReasonWanted when nobody says why."""
    decided = who_decided(case)
    both = [neutral for neutral in chosen if neutral.pk in decided]
    if both and not reason.strip():
        words = _("%(name)s %(what)s, and would conduct it as well. Say why, or choose somebody else.")
        lines = [words % {"name": one.get_full_name(), "what": in_words(decided[one.pk])} for one in both]
        raise ReasonWanted(step="ask", words=" ".join(lines))
    for neutral in both:
        row = BothRoles.objects.create(
            vault_key=case.vault_key,
            case=case,
            person=neutral,
            decided_as=decided[neutral.pk],
            reason=reason,
            written_by=by,
        )
        facts = {"person": str(neutral.pk), "decided_as": row.decided_as}
        record(AuditEvent.BOTH_ROLES_TAKEN, actor=by, matter=case.matter, subject=row, **facts)


@transaction.atomic
def see_both_roles(*, both_roles_id: UUID, by: User) -> BothRoles:
    """A director has seen it: never the person themselves. Raises PermissionDenied or MatterGone."""
    case = lock_case(BothRoles.objects.values_list("case_id", flat=True).get(pk=both_roles_id))
    row = BothRoles.objects.get(pk=both_roles_id)
    if row.person_id == by.pk or not by.may(Permission.OVERSEE, case.programme) or has_tie(by, case.matter):
        raise PermissionDenied
    if row.seen_at is None:
        row.seen_by, row.seen_at = by, timezone.now()
        row.save(update_fields=["seen_by", "seen_at"])
        record(AuditEvent.BOTH_ROLES_SEEN, actor=by, matter=case.matter, subject=row)
    return row
