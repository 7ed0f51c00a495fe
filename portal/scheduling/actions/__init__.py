"""Every write to the pair, the times and the bookings of a case, one module per subject."""

from .apart import ReasonWanted, see_both_roles
from .booking import book_session, cancel_booking, cancel_everything, free_booking, move_booking, use_booking
from .pair import agree_to_pair, answer_tie, ask_neutrals, object_to_neutral, replace_neutral
from .rooms import add_room, change_room
from .times import answer_proposed, give_neutral_times, give_times, propose_times

__all__ = [
    "ReasonWanted",
    "add_room",
    "agree_to_pair",
    "answer_proposed",
    "answer_tie",
    "ask_neutrals",
    "book_session",
    "cancel_booking",
    "cancel_everything",
    "change_room",
    "free_booking",
    "give_neutral_times",
    "give_times",
    "move_booking",
    "object_to_neutral",
    "propose_times",
    "replace_neutral",
    "see_both_roles",
    "use_booking",
]
