"""Who may do what with a request and a conversation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.accounts.roles import Permission
from portal.cases.policies import has_tie
from portal.passes.models import Pass

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.accounts.viewer import Viewer
    from portal.cases.models import Matter
    from portal.programmes.models import Programme

    from .models import Request


def can_log_contact(user: User, programme: Programme) -> bool:
    return user.may(Permission.LOG_CONTACT, programme)


def can_work_on(user: User, request: Request) -> bool:
    """Answer, take on, give a new code: everybody who opens requests here and has no tie. The queue is the team's."""
    return user.may(Permission.OPEN_REQUESTS, request.programme) and not has_tie(user, request.matter)


def may_decide(user: User, request: Request) -> bool:
    """The role alone, for a request that came through `visible_to`, which has taken out people with a tie."""
    return user.may(Permission.SCREEN, request.programme)


def can_clear_minor(user: User, request: Request) -> bool:
    """Recording which rule of the office applies is a decision, as screening is."""
    return may_decide(user, request) and not has_tie(user, request.matter)


def can_end_request(viewer: Viewer, request: Request) -> bool:
    """The writer at any time; staff who decide about requests."""
    if isinstance(viewer, Pass):
        return request.entry_id is not None and request.entry_id == viewer.pk
    return can_clear_minor(viewer, request)


def can_change_contact(viewer: Viewer, request: Request) -> bool:
    """What is safe is the writer's to say; staff write down what they are told (P1)."""
    return can_end_request(viewer, request) if isinstance(viewer, Pass) else can_work_on(viewer, request)


def can_talk_with(viewer: Viewer, entry: Pass, matter: Matter) -> bool:
    """Write in a conversation: its own pass, or staff of the programme. Neutrals do not."""
    if isinstance(viewer, Pass):
        return viewer.pk == entry.pk
    return viewer.may(Permission.OPEN_REQUESTS, matter.programme) and not has_tie(viewer, matter)
