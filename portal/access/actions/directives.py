"""A subpoena or an order comes in: kept apart, looked up, answered in words that tell nothing (P8, R25)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.cases.actions import TransitionRefused
from portal.vault.actions import create_key, destroy_key

from ..models import Directive
from ..policies import can_take_directives
from ..statuses import OrderAnswer, OrderKind

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.programmes.models import Programme

# After the answer: long enough to be asked about it.
KEPT = timedelta(days=365)


def log_directive(
    *, programme: Programme, kind: OrderKind, sender: str, names: str, asks: str, answer_by: date, by: User
) -> Directive:
    """Keep what came in, under a key of its own. Raises PermissionDenied or TransitionRefused."""
    if not can_take_directives(by, programme):
        raise PermissionDenied
    if answer_by < timezone.localdate():
        raise TransitionRefused(step="directive", words=_("That day has passed. Choose today or a later one."))
    key_id = create_key()
    with transaction.atomic():
        facts = {"kind": kind, "sender": sender, "names": names, "asks": asks, "answer_by": answer_by}
        row = Directive.objects.create(vault_key=key_id, programme=programme, logged_by=by, **facts)
        record(AuditEvent.DIRECTIVE_LOGGED, actor=by, subject=row, kind=str(kind))
    return row


@transaction.atomic
def answer_directive(*, directive_id: UUID, answer: OrderAnswer, by: User) -> Directive:
    """Say what became of it; from then on the days count. Raises PermissionDenied or TransitionRefused."""
    row = Directive.objects.select_for_update(of=("self",)).select_related("programme").get(pk=directive_id)
    if not can_take_directives(by, row.programme):
        raise PermissionDenied
    if row.answered_on is not None:
        raise TransitionRefused(step="directive", words=_("This was answered already."))
    row.answer, row.answered_by, row.answered_on = answer, by, timezone.localdate()
    row.delete_on = row.answered_on + KEPT
    row.save(update_fields=["answer", "answered_by", "answered_on", "delete_on"])
    record(AuditEvent.DIRECTIVE_ANSWERED, actor=by, subject=row, answer=str(answer))
    return row


def forget_directives() -> int:
    """For the timer: a year after the answer its key goes, then the row. Returns how many."""
    over = list(Directive.objects.filter(delete_on__lte=timezone.localdate()).values_list("pk", "vault_key"))
    for pk, key_id in over:
        destroy_key(key_id=key_id)
        Directive.objects.filter(pk=pk).delete()
    return len(over)
