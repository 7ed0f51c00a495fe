"""Every write around a circle, one module per subject."""

from .debriefing import look_back
from .groups import count_group, invite_group, keep_group, remove_group
from .pausing import pause_circle, stop_circle
from .preparing import confirm_readiness, say_wishes, take_back_readiness, write_preparation
from .writing import remove_harm, write_harm

__all__ = [
    "confirm_readiness",
    "count_group",
    "invite_group",
    "keep_group",
    "look_back",
    "pause_circle",
    "remove_group",
    "remove_harm",
    "say_wishes",
    "stop_circle",
    "take_back_readiness",
    "write_harm",
    "write_preparation",
]
