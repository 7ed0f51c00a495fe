"""Plain functions that make what a test stands on, and surprise nobody."""

from .campaigns import make_approved_campaign, make_campaign
from .cases import make_assignment, make_case, make_consent, make_matter, make_participant
from .events import make_event, make_events_page, make_home
from .forms import make_form
from .office import make_office, make_programme
from .people import make_staff, make_user, make_writer
from .requests import make_request, make_request_with_slip, make_wish, the_request
from .roster import make_credential, make_neutral, make_profile
from .scheduling import make_booking, make_room
from .signing_in import PASSWORD, code_now, make_device, make_pass, sign_in, use_pass, verified

__all__ = [
    "PASSWORD",
    "code_now",
    "make_approved_campaign",
    "make_assignment",
    "make_booking",
    "make_campaign",
    "make_case",
    "make_consent",
    "make_credential",
    "make_device",
    "make_event",
    "make_events_page",
    "make_form",
    "make_home",
    "make_matter",
    "make_neutral",
    "make_office",
    "make_participant",
    "make_pass",
    "make_profile",
    "make_programme",
    "make_request",
    "make_request_with_slip",
    "make_room",
    "make_staff",
    "make_user",
    "make_wish",
    "make_writer",
    "sign_in",
    "the_request",
    "use_pass",
    "verified",
]
