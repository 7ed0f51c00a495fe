"""Every write about requests and conversations."""

from .drafts import discard_draft, keep_slip, save_draft
from .handling import (
    EARLY_ENDINGS,
    assign_request,
    change_contact,
    check_phrase,
    clear_minor,
    end_open_requests,
    end_request,
    give_request,
    lock_request,
    mark_minor,
    renew_code,
)
from .sending import AlreadySent, NobodyLeft, Wish, count_information, index_request, send_request, take_in
from .talking import answer, mark_read, news, tell_participant, write_message

__all__ = [
    "EARLY_ENDINGS",
    "AlreadySent",
    "NobodyLeft",
    "Wish",
    "answer",
    "assign_request",
    "change_contact",
    "check_phrase",
    "clear_minor",
    "count_information",
    "discard_draft",
    "end_open_requests",
    "end_request",
    "give_request",
    "index_request",
    "keep_slip",
    "lock_request",
    "mark_minor",
    "mark_read",
    "news",
    "renew_code",
    "save_draft",
    "send_request",
    "take_in",
    "tell_participant",
    "write_message",
]
