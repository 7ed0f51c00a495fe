from django.db import models
from django.utils.translation import gettext_lazy as _


class MailKind(models.TextChoices):
    """Each kind has its text in templates/emails/, named like its value in lower case."""

    NEWS = "NEWS", _("There is news on your page")
    INVITATION = "INVITATION", _("Invitation to a person")
    CALENDAR = "CALENDAR", _("Calendar file")
    STAFF_INVITATION = "STAFF_INVITATION", _("Invitation to work here")
    FACTOR_RESET = "FACTOR_RESET", _("New second factor")
    PASSWORD_RESET = "PASSWORD_RESET", _("New password")
    NEUTRAL_ASKED = "NEUTRAL_ASKED", _("A question to a neutral")
    ADDRESS_CODE = "ADDRESS_CODE", _("Code that proves an address")
    PLACE_NEWS = "PLACE_NEWS", _("News about a place in a course")
    PLACE_OFFER = "PLACE_OFFER", _("A place in a course is on offer")
    PLACE_REMINDER = "PLACE_REMINDER", _("A course is about to start")
    PLACE_CALENDAR = "PLACE_CALENDAR", _("Calendar file for a course")
    LEARNING_NEWS = "LEARNING_NEWS", _("News about what somebody learned")
    RENEWAL_DUE = "RENEWAL_DUE", _("A certification is about to end")
    GROUP_THANKS = "GROUP_THANKS", _("A group asked for a training")
    STAFF_NEWS = "STAFF_NEWS", _("Something waits on the desk")
    PAGE_NEWS = "PAGE_NEWS", _("A page waits in the content system")


class MailState(models.TextChoices):
    QUEUED = "QUEUED", _("waiting")
    SENDING = "SENDING", _("being sent")
    SENT = "SENT", _("sent")
    FAILED = "FAILED", _("could not be sent")
    DROPPED = "DROPPED", _("no longer wanted")


class MailError(models.TextChoices):
    """All that is kept of a failure: what a provider answers quotes addresses."""

    REFUSED = "REFUSED", _("the address was refused")
    PROVIDER = "PROVIDER", _("the mail server had a fault")
    NETWORK = "NETWORK", _("the mail server could not be reached")
    INTERNAL = "INTERNAL", _("the mail could not be written")
    KEY_GONE = "KEY_GONE", _("the record was destroyed")
