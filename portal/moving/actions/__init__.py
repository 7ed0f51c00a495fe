"""Offering that a matter moves to the programme that keeps its records, and what follows from the answer."""

from .moving import move_over
from .offering import offer_move, say_no, take_back_offer

__all__ = ["move_over", "offer_move", "say_no", "take_back_offer"]
