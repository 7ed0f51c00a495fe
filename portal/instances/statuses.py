"""The coded words of the register."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Each(TextChoices):
    """For whom, or for what, one document has to exist."""

    INSTANCE = "INSTANCE", _("One for the instance")
    ANSWERED = "ANSWERED", _("Each party who said yes or no")
    SILENT = "SILENT", _("Each party who was asked and never answered")
    CONSENTED = "CONSENTED", _("Each party who said yes")
    PRESENT = "PRESENT", _("Each party of a session that was held")
    LEFT = "LEFT", _("Each party who left")
    ALLEGATION = "ALLEGATION", _("Each allegation")
    MEASURE = "MEASURE", _("Each interim measure")


class When(TextChoices):
    """What has to have happened before a document is asked for."""

    ALWAYS = "ALWAYS", _("In every instance")
    DECIDED = "DECIDED", _("When the office decided, one way or the other")
    SETTLING = "SETTLING", _("When a case with several people was opened")
    HELD = "HELD", _("When a session was held")
    AGREED = "AGREED", _("When a session ended in something that is signed, or people sign without meeting")
    NO_ANSWER = "NO_ANSWER", _("When it ended because nobody answered")


class DocumentCode(TextChoices):
    """What the record of one instance is made of (C6)."""

    DECISION = "DECISION", _("The office's decision, with its reason")
    ALLEGATIONS = "ALLEGATIONS", _("What is said to have happened")
    WAY = "WAY", _("The way of each allegation, with its reason and signatures")
    SHEET = "SHEET", _("The sheet of rights, acknowledged")
    NOTICE = "NOTICE", _("The written notice, with proof of delivery")
    CONSENT = "CONSENT", _("The answer whether somebody takes part")
    ATTEMPTS = "ATTEMPTS", _("What was tried to reach somebody")
    PARTICIPATION = "PARTICIPATION", _("The agreement to participate, signed")
    RESOLUTION = "RESOLUTION", _("The resolution agreement, signed by all")
    WITHDRAWAL = "WITHDRAWAL", _("The confirmation of a withdrawal")
    SHEET_ON_LEAVING = "SHEET_ON_LEAVING", _("The sheet of rights on leaving, acknowledged")
    MEASURE = "MEASURE", _("The decision on each interim measure")
