from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class SessionStatus(TextChoices):
    PLANNED = "PLANNED", _("Planned")
    RUNNING = "RUNNING", _("Running")
    ENDED = "ENDED", _("Ended")
    CANCELLED = "CANCELLED", _("Cancelled")


class Outcome(TextChoices):
    HELD = "HELD", _("Took place")
    WRITTEN = "WRITTEN", _("A written agreement")
    VERBAL = "VERBAL", _("A spoken agreement")
    PARTIAL = "PARTIAL", _("Agreement on some points")
    NONE = "NONE", _("No agreement")
    PARTED = "PARTED", _("Parted ways amicably")
    NOT_HELD = "NOT_HELD", _("Did not take place")
    STOPPED_FOR_SAFETY = "STOPPED_FOR_SAFETY", _("Stopped for safety")
