"""Who looks: a verified user, or a participant's pass. Every `visible_to` takes one of the two."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.passes.models import Pass

    Viewer: TypeAlias = User | Pass
