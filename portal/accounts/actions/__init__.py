"""Every write about people: what they are, how they sign in, and how that ends."""

from .enrolment import (
    InvitationRefused,
    enrol,
    invitation_for,
    invite_person,
    make_recovery_codes,
    reset_factor,
)
from .passwords import ask_for_new_password, change_password, set_new_password
from .people import (
    NotPossible,
    deactivate_person,
    end_role,
    grant_role,
    reactivate_person,
    set_away,
    settle_roles,
)
from .signing_in import (
    begin_session,
    confine_session,
    confirm_again,
    end_session,
    end_sessions,
    move_session,
    record_refusal,
    release_session,
)

__all__ = [
    "InvitationRefused",
    "NotPossible",
    "ask_for_new_password",
    "begin_session",
    "change_password",
    "confine_session",
    "confirm_again",
    "deactivate_person",
    "end_role",
    "end_session",
    "end_sessions",
    "enrol",
    "grant_role",
    "invitation_for",
    "invite_person",
    "make_recovery_codes",
    "move_session",
    "reactivate_person",
    "record_refusal",
    "release_session",
    "reset_factor",
    "set_away",
    "set_new_password",
    "settle_roles",
]
