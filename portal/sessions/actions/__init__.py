"""Every write around a session, one module per subject."""

from .holding import (
    answer_further,
    begin_session,
    cancel_sessions,
    end_session,
    open_signing,
    prepare_session,
    stop_for_safety,
    stop_running,
)
from .turns import take_turn

__all__ = [
    "answer_further",
    "begin_session",
    "cancel_sessions",
    "end_session",
    "open_signing",
    "prepare_session",
    "stop_for_safety",
    "stop_running",
    "take_turn",
]
