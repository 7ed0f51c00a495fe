"""Every write to a case and its people, one module per subject."""

from .matters import MatterGone, lock_matter, start_matter, touch, write_note, write_tie
from .spine import (
    TransitionRefused,
    end_case,
    lock_case,
    move_case,
    open_case,
    release_neutrals,
    take_step,
)

__all__ = [
    "MatterGone",
    "TransitionRefused",
    "end_case",
    "lock_case",
    "lock_matter",
    "move_case",
    "open_case",
    "release_neutrals",
    "start_matter",
    "take_step",
    "touch",
    "write_note",
    "write_tie",
]
