"""What the screens of pair and time show."""

from .pair import pair_of, suggest
from .rooms import rooms_in_use
from .times import times_of

__all__ = ["pair_of", "rooms_in_use", "suggest", "times_of"]
