from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.cases.actions import TransitionRefused, check_channel, touch
from portal.cases.statuses import Channel
from portal.intake.actions import lock_request
from portal.intake.models import Request
from portal.intake.statuses import RequestStatus
from portal.passes.models import Pass

from ..gates import is_invited
from ..models import JoinPermission
from ..policies import can_say
from .undoing import is_joined, undo

if TYPE_CHECKING:
    from portal.accounts.viewer import Viewer


def say_together(*, request_id: UUID, yes: bool, channel: Channel, by: Viewer) -> JoinPermission:
    """A requester allows or forbids that theirs is treated as one with another's (P12). A no undoes a joining.

    Raises PermissionDenied, MatterGone, or TransitionRefused once they were invited together.
    """
    said = _write(request_id, yes=yes, channel=channel, by=by)
    if not yes and is_joined(request_id):
        # Not this person's deed but what follows from the answer, whatever their role.
        undo(request_id=request_id, by=None)
        said.refresh_from_db()
    return said


@transaction.atomic
def _write(request_id: UUID, *, yes: bool, channel: Channel, by: Viewer) -> JoinPermission:
    request = lock_request(request_id)
    if not can_say(by, request):
        raise PermissionDenied
    check_channel(channel, by)
    _check_open(request)
    said = JoinPermission.objects.create(
        vault_key=request.vault_key,
        request=request,
        yes=yes,
        channel=channel,
        recorded_by=None if isinstance(by, Pass) else by,
    )
    record(AuditEvent.JOIN_PERMISSION_SAID, actor=by, matter=request.matter, subject=request, yes=yes, channel=channel)
    touch(request.matter)
    return said


def _check_open(request: Request) -> None:
    if request.status == RequestStatus.ENDED:
        raise TransitionRefused(step="together", words=_("This has ended; nothing more is asked."))
    if is_invited(request.matter):
        raise TransitionRefused(
            step="together", words=_("It goes on already. To leave, there is “Withdraw”, at any time.")
        )
