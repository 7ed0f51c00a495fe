"""Runs several parts as one: when one ends, all end, and whoever started them learns which it was."""

import contextlib
import ctypes
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from multiprocessing.connection import wait
from types import FrameType
from typing import Self

STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
GRACE_SECONDS = 5
PR_SET_PDEATHSIG = 1


class StopAsked(Exception):
    """Somebody pressed Ctrl-C or told the process to end."""


class Supervisor:
    """The parts share what is loaded already: they are forks, so a start takes no second import."""

    def __init__(self, **parts: Callable[[], object]) -> None:
        fork = multiprocessing.get_context("fork")
        self.processes = [fork.Process(target=_run, args=(part,), name=name) for name, part in parts.items()]

    def __enter__(self) -> Self:
        for number in STOP_SIGNALS:
            signal.signal(number, _ask_to_stop)
        for process in self.processes:
            process.start()
        return self

    def __exit__(self, *_: object) -> None:
        for number in STOP_SIGNALS:
            signal.signal(number, signal.SIG_IGN)
        for process in self.processes:
            if process.is_alive():
                process.terminate()
        for process in self.processes:
            process.join(GRACE_SECONDS)
            if process.is_alive():
                process.kill()
                process.join()

    def ended(self, seconds: float | None = None) -> str:
        """The name of a part that has ended, waiting for one; empty when none has in that time."""
        over = wait([process.sentinel for process in self.processes], seconds)
        return next((process.name for process in self.processes if process.sentinel in over), "")


def _ask_to_stop(number: int, frame: FrameType | None) -> None:
    raise StopAsked


def _run(part: Callable[[], object]) -> None:
    # A session of its own: Ctrl-C reaches the supervisor alone, which then ends the parts one by one.
    os.setsid()
    for number in STOP_SIGNALS:
        signal.signal(number, signal.SIG_DFL)
    if sys.platform == "linux":
        # When the supervisor is killed outright, the kernel tells its parts.
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
    with contextlib.suppress(StopAsked):
        part()
