"""Closing and holding; records that are kept, and their disposal."""

from .closing import (
    ask_about_idle,
    close,
    confirm_outside,
    end_idle,
    finish_case,
    place_hold,
    release_hold,
    resume_destructions,
)
from .keeping import propose_disposal, sign_disposal, take_back_disposal

__all__ = [
    "ask_about_idle",
    "close",
    "confirm_outside",
    "end_idle",
    "finish_case",
    "place_hold",
    "propose_disposal",
    "release_hold",
    "resume_destructions",
    "sign_disposal",
    "take_back_disposal",
]
