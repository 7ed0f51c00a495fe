"""When somebody has completed a course."""

# One late train does no harm.
ENOUGH_TENTHS = 9


def is_enough(quarters: int, in_all: int) -> bool:
    """Nine tenths of it."""
    return quarters * 10 >= in_all * ENOUGH_TENTHS
