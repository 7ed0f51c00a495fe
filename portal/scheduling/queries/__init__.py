"""What the screens of pair and time show."""

from .pair import pair_of, suggest
from .times import times_of

__all__ = ["pair_of", "suggest", "times_of"]
