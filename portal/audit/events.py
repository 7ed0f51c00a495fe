"""What can happen, in the office's words. The value is stored for ever and says nothing about anybody."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class AuditEvent(models.TextChoices):
    # reads and refusals (written by portal.audit.access)
    CASE_OPENED = "CASE_OPENED", _("Opened")
    DOCUMENT_OPENED = "DOCUMENT_OPENED", _("Document opened")
    EXPORT_OPENED = "EXPORT_OPENED", _("Export opened")
    SEARCHED = "SEARCHED", _("Searched for a person")
    ACCESS_REFUSED = "ACCESS_REFUSED", _("Access refused")

    # people and signing in
    STAFF_INVITED = "STAFF_INVITED", _("Member of staff invited")
    STAFF_ENROLLED = "STAFF_ENROLLED", _("Member of staff enrolled")
    STAFF_DEACTIVATED = "STAFF_DEACTIVATED", _("Account deactivated")
    STAFF_REACTIVATED = "STAFF_REACTIVATED", _("Account active again")
    ROLE_GRANTED = "ROLE_GRANTED", _("Role granted")
    ROLE_ENDED = "ROLE_ENDED", _("Role ended")
    SIGNED_IN = "SIGNED_IN", _("Signed in")
    SIGNED_OUT = "SIGNED_OUT", _("Signed out")
    SIGN_IN_REFUSED = "SIGN_IN_REFUSED", _("Sign-in refused")
    STEPPED_UP = "STEPPED_UP", _("Identity confirmed again")
    PASSWORD_CHANGED = "PASSWORD_CHANGED", _("Password changed")
    PASSWORD_RESET_ASKED = "PASSWORD_RESET_ASKED", _("Password reset asked for")
    FACTOR_ADDED = "FACTOR_ADDED", _("Second factor added")
    FACTOR_RESET = "FACTOR_RESET", _("Second factor reset")
    RECOVERY_CODE_USED = "RECOVERY_CODE_USED", _("Recovery code used")
    RECOVERY_CODES_MADE = "RECOVERY_CODES_MADE", _("Recovery codes made")
    SESSIONS_ENDED = "SESSIONS_ENDED", _("All sessions ended")

    # passes
    PASS_ISSUED = "PASS_ISSUED", _("Personal code issued")
    PASS_USED = "PASS_USED", _("Came in with a personal code")
    PASS_REFUSED = "PASS_REFUSED", _("Personal code refused")
    PASS_REVOKED = "PASS_REVOKED", _("Personal code withdrawn")
    PASS_LEFT = "PASS_LEFT", _("Left their page")
    PHRASE_MATCHED = "PHRASE_MATCHED", _("Phone phrase matched")
    PHRASE_REFUSED = "PHRASE_REFUSED", _("Phone phrase did not match")

    # the office
    OFFICE_CHANGED = "OFFICE_CHANGED", _("Office facts changed")
    PROGRAMME_CHANGED = "PROGRAMME_CHANGED", _("Programme changed")
    NOTICE_DRAFTED = "NOTICE_DRAFTED", _("Notice drafted")
    NOTICE_APPROVED = "NOTICE_APPROVED", _("Notice approved")
    TEMPLATE_DRAFTED = "TEMPLATE_DRAFTED", _("Document template drafted")
    TEMPLATE_APPROVED = "TEMPLATE_APPROVED", _("Document template approved")
    NEUTRAL_ADDED = "NEUTRAL_ADDED", _("Neutral added to the roster")
    NEUTRAL_CHANGED = "NEUTRAL_CHANGED", _("Neutral changed")
    CREDENTIAL_GRANTED = "CREDENTIAL_GRANTED", _("Credential granted")
    CREDENTIAL_ENDED = "CREDENTIAL_ENDED", _("Credential ended")
    HOURS_CHANGED = "HOURS_CHANGED", _("Weekly hours changed")
    STANDING_TIE_DECLARED = "STANDING_TIE_DECLARED", _("Standing tie declared")
    STANDING_TIE_ENDED = "STANDING_TIE_ENDED", _("Standing tie ended")

    # request and conversation
    REQUEST_SENT = "REQUEST_SENT", _("Request sent")
    CONTACT_LOGGED = "CONTACT_LOGGED", _("Contact logged by staff")
    REQUEST_ANSWERED = "REQUEST_ANSWERED", _("Request answered for the first time")
    REQUEST_TAKEN = "REQUEST_TAKEN", _("Request taken on")
    REQUEST_CLOSED = "REQUEST_CLOSED", _("Request closed")
    REQUEST_HELD = "REQUEST_HELD", _("Request held for a rule of the office")
    REQUEST_RELEASED = "REQUEST_RELEASED", _("Request released")
    MESSAGE_SENT = "MESSAGE_SENT", _("Message sent")
    MESSAGE_READ = "MESSAGE_READ", _("Message read")
    CONTACT_CHANGED = "CONTACT_CHANGED", _("Contact details changed")
    COVER_SET = "COVER_SET", _("Cover person named")
    EMERGENCY_PAGE_USED = "EMERGENCY_PAGE_USED", _("Emergency page used")

    # screening
    SCREENING_STARTED = "SCREENING_STARTED", _("Screening started")
    SCREENING_SAVED = "SCREENING_SAVED", _("Screening saved")
    SCREENING_DECIDED = "SCREENING_DECIDED", _("Screening decided")
    CASE_OPENED_FOR_WORK = "CASE_OPENED_FOR_WORK", _("Case opened")

    # the other parties
    REQUESTER_GOES_ON = "REQUESTER_GOES_ON", _("Requester wishes to go on")
    PARTICIPANT_ADDED = "PARTICIPANT_ADDED", _("Participant added")
    PARTICIPANT_CHANGED = "PARTICIPANT_CHANGED", _("Participant changed")
    OUTREACH_PERMITTED = "OUTREACH_PERMITTED", _("Permission to get in touch given")
    INVITATION_ISSUED = "INVITATION_ISSUED", _("Invitation made")
    INVITATION_SENT = "INVITATION_SENT", _("Invitation sent")
    INVITATION_ACCEPTED = "INVITATION_ACCEPTED", _("Invitation used")
    CONTACT_ATTEMPTED = "CONTACT_ATTEMPTED", _("Tried to get in touch")
    NO_ANSWER = "NO_ANSWER", _("No answer came")
    RIGHTS_READ = "RIGHTS_READ", _("Rights and notice read")
    CONSENT_GIVEN = "CONSENT_GIVEN", _("Takes part")
    CONSENT_REFUSED = "CONSENT_REFUSED", _("Does not take part")
    CONSENT_WITHDRAWN = "CONSENT_WITHDRAWN", _("Consent withdrawn")
    COMPANION_PROPOSED = "COMPANION_PROPOSED", _("Supporter or interpreter proposed")
    COMPANION_ANSWERED = "COMPANION_ANSWERED", _("Answer about a supporter or interpreter")
    MORE_TIME_ASKED = "MORE_TIME_ASKED", _("More time asked for")

    # the pair and the time
    CASE_MOVED = "CASE_MOVED", _("Moved to another step")
    COORDINATOR_SET = "COORDINATOR_SET", _("Coordinator named")
    NEUTRALS_ASKED = "NEUTRALS_ASKED", _("Neutrals asked")
    TIE_ANSWERED = "TIE_ANSWERED", _("Tie question answered")
    TIE_SET = "TIE_SET", _("Tie recorded")
    TIE_LIFTED = "TIE_LIFTED", _("Tie lifted")
    ASSIGNMENT_ACCEPTED = "ASSIGNMENT_ACCEPTED", _("Neutral assigned")
    ASSIGNMENT_DECLINED = "ASSIGNMENT_DECLINED", _("Neutral not available")
    ASSIGNMENT_ENDED = "ASSIGNMENT_ENDED", _("Neutral no longer assigned")
    PAIR_OBJECTED = "PAIR_OBJECTED", _("Objected to a neutral")
    TIMES_GIVEN = "TIMES_GIVEN", _("Free times given")
    TIMES_PROPOSED = "TIMES_PROPOSED", _("Times proposed by staff")
    TIME_CHOSEN = "TIME_CHOSEN", _("Proposed times answered")
    SESSION_BOOKED = "SESSION_BOOKED", _("Session booked")
    SESSION_MOVED = "SESSION_MOVED", _("Session moved")
    BOOKING_CANCELLED = "BOOKING_CANCELLED", _("Booking cancelled")
    CALENDAR_SENT = "CALENDAR_SENT", _("Calendar file sent")

    # agreement to participate
    AGREEMENT_MADE = "AGREEMENT_MADE", _("Agreement to participate made")
    AGREEMENT_SIGNED = "AGREEMENT_SIGNED", _("Agreement to participate signed")
    AGREEMENT_SIGNED_ON_PAPER = "AGREEMENT_SIGNED_ON_PAPER", _("Agreement signed on paper")
    SIGNING_DECLINED = "SIGNING_DECLINED", _("Does not sign")
    SIGNING_OPENED = "SIGNING_OPENED", _("Signing opened")
    DOCUMENT_SEALED = "DOCUMENT_SEALED", _("Document sealed")
    SESSION_PACK_PRINTED = "SESSION_PACK_PRINTED", _("Session pack printed")

    # the session
    SESSION_STARTED = "SESSION_STARTED", _("Session started")
    ATTENDANCE_TAKEN = "ATTENDANCE_TAKEN", _("Attendance taken")
    SESSION_STOPPED = "SESSION_STOPPED", _("Session stopped for safety")
    SESSION_ENDED = "SESSION_ENDED", _("Session ended")
    OUTCOME_GIVEN = "OUTCOME_GIVEN", _("Outcome recorded")
    FURTHER_SESSION_ANSWERED = "FURTHER_SESSION_ANSWERED", _("Answer about a further session")

    # ways out
    PARTICIPANT_WITHDREW = "PARTICIPANT_WITHDREW", _("Withdrew")
    ASKED_AFRESH = "ASKED_AFRESH", _("The others asked afresh")
    CASE_PAUSED = "CASE_PAUSED", _("Paused by the office")
    CASE_RESUMED = "CASE_RESUMED", _("Gone on after a pause")
    STOPPED_BY_OFFICE = "STOPPED_BY_OFFICE", _("Stopped by the office")
    CASE_ENDED = "CASE_ENDED", _("Case ended")
    REQUESTER_TOLD = "REQUESTER_TOLD", _("Requester told the ending")

    # notes, tasks, documents
    NOTE_WRITTEN = "NOTE_WRITTEN", _("Note written")
    NOTE_DELETED = "NOTE_DELETED", _("Note deleted")
    TASK_GIVEN = "TASK_GIVEN", _("Task given")
    TASK_DONE = "TASK_DONE", _("Task done")
    FILE_ADDED = "FILE_ADDED", _("File added")
    FILE_DELETED = "FILE_DELETED", _("File deleted")
    NOTICE_SENT = "NOTICE_SENT", _("Notice sent")

    # close, purge, holds
    OUTSIDE_ANSWERED = "OUTSIDE_ANSWERED", _("What lies outside was accounted for")
    IDLE_ASKED = "IDLE_ASKED", _("Asked whether this is still needed")
    KEPT_LONGER = "KEPT_LONGER", _("Kept longer on request")
    HOLD_SET = "HOLD_SET", _("Hold set")
    HOLD_LIFTED = "HOLD_LIFTED", _("Hold lifted")
    CLOSE_STARTED = "CLOSE_STARTED", _("Destruction started")
    RECORD_DESTROYED = "RECORD_DESTROYED", _("Record destroyed")
    KEYS_ROTATED = "KEYS_ROTATED", _("Keys wrapped anew")
    KEYS_SWEPT = "KEYS_SWEPT", _("Unused keys destroyed")
    BACKUP_MADE = "BACKUP_MADE", _("Backup made")
    STATISTICS_OPENED = "STATISTICS_OPENED", _("Statistics opened")

    # the trail itself
    CHECKPOINT = "CHECKPOINT", _("Checkpoint")
