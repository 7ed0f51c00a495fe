"""A small counter in the cache against guessing and flooding. It knows networks, never people."""

import hashlib

from django.core.cache import cache


class TooManyTries(Exception):
    """Carries how many seconds to wait."""

    def __init__(self, seconds: int):
        super().__init__(seconds)
        self.seconds = seconds


class Throttle:
    """So many tries in so many seconds from one network; fewer while the whole site is under pressure.

    Pressure from elsewhere never closes the door to a network that has not failed itself.
    """

    def __init__(self, name: str, *, per_network: int, overall: int, seconds: int, under_pressure: int = 2):
        self.name = name
        self.per_network = per_network
        self.overall = overall
        self.seconds = seconds
        self.under_pressure = under_pressure

    def check(self, network: str) -> None:
        """Raises TooManyTries when this network has to wait."""
        counts = cache.get_many([self._key(network), self._key("")])
        pressed = counts.get(self._key(""), 0) >= self.overall
        allowed = min(self.under_pressure, self.per_network) if pressed else self.per_network
        if counts.get(self._key(network), 0) >= allowed:
            raise TooManyTries(self.seconds)

    def count(self, network: str) -> None:
        for key in (self._key(network), self._key("")):
            if not cache.add(key, 1, self.seconds):
                _one_more(key, self.seconds)

    def clear(self, network: str) -> None:
        cache.delete(self._key(network))

    def _key(self, network: str) -> str:
        return f"throttle:{self.name}:{hashlib.sha256(network.encode()).hexdigest()[:32]}"


def _one_more(key: str, seconds: int) -> None:
    try:
        cache.incr(key)
    except ValueError:  # it ran out between two calls
        cache.set(key, 1, seconds)
