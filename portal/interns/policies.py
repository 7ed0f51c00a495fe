"""Who may let an intern begin, and who may work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.accounts.roles import Permission

from .models import Pledge

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.programmes.models import Programme

    from .models import WorkPiece


def can_supervise(user: User, programme: Programme) -> bool:
    return user.may(Permission.COORDINATE, programme)


def is_intern(user: User, programme: Programme) -> bool:
    return user.may(Permission.DO_PIECES, programme)


def is_cleared(user: User, programme: Programme) -> bool:
    """An intern who has signed the pledge, and of whom somebody says that they were trained."""
    signed = Pledge.objects.filter(user=user, programme=programme, trained_on__isnull=False)
    return is_intern(user, programme) and signed.exists()


def can_hand_in(user: User, piece: WorkPiece) -> bool:
    return piece.intern_id == user.pk and piece.is_with_the_intern and is_cleared(user, piece.programme)


def can_decide(user: User, piece: WorkPiece) -> bool:
    return piece.intern_id != user.pk and can_supervise(user, piece.programme)
