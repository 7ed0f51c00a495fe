"""The kinds of notices, every text that people are shown word for word, and the phases that procedures are for."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class NoticeKind(TextChoices):
    CONFIDENTIALITY = "CONFIDENTIALITY", _("What confidential* means, in full")
    CONFIDENTIALITY_SHORT = "CONFIDENTIALITY_SHORT", _("What confidential* means, in one sentence")
    RIGHTS = "RIGHTS", _("Rights")
    PASS_ON = "PASS_ON", _("What this office must pass on")
    MINORS = "MINORS", _("If you are under 18")
    KEPT = "KEPT", _("What is kept, and its limits")
    INVITATION_WORDS = "INVITATION_WORDS", _("First words to somebody who is invited")
    CALL_SCRIPT = "CALL_SCRIPT", _("What staff say on the phone")
    WITHDRAWAL_WORDS = "WITHDRAWAL_WORDS", _("What the others read when somebody withdraws")
    STOP_WORDS = "STOP_WORDS", _("What everybody reads when the office stops")
    ASKED_AFRESH = "ASKED_AFRESH", _("What the others read when one of several has left")
    PAUSE_WORDS = "PAUSE_WORDS", _("What everybody reads when the office pauses")
    RESUME_WORDS = "RESUME_WORDS", _("What everybody reads when it goes on after a pause")
    QUESTION_GUIDE = "QUESTION_GUIDE", _("Questions for those who conduct it")
    INTERN_PLEDGE = "INTERN_PLEDGE", _("What interns promise before they begin")
    GROUP_INVITATION = "GROUP_INVITATION", _("What a whole group reads that is invited to a circle")
    COULD_NOT_GO_ON = "COULD_NOT_GO_ON", _("What the requester reads when it does not come about")


# Kinds that must name the exception in full, always in the same words (P16).
WITH_EXCEPTION = frozenset(
    {NoticeKind.CONFIDENTIALITY, NoticeKind.CONFIDENTIALITY_SHORT, NoticeKind.PASS_ON, NoticeKind.RIGHTS}
)


class Phase(TextChoices):
    """The seven words of the board above a case; a procedure says how one of them is worked."""

    REQUEST = "REQUEST", _("Request")
    SCREENING = "SCREENING", _("Screening")
    INVITATIONS = "INVITATIONS", _("Invitations")
    ARRANGING = "ARRANGING", _("Pair and time")
    SESSION = "SESSION", _("Session")
    OUTCOME = "OUTCOME", _("Outcome")
    CLOSE = "CLOSE", _("Close")
