from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class SessionStatus(TextChoices):
    PLANNED = "PLANNED", _("Planned")
    RUNNING = "RUNNING", _("Running")
    ENDED = "ENDED", _("Ended")
    CANCELLED = "CANCELLED", _("Cancelled")


# A circle that was held has come to one of these (M54).
CONCLUDED = frozenset({"PLAN", "NO_PLAN"})


class Round(TextChoices):
    """What goes round in a circle, one person after the other (M53)."""

    HAPPENED = "HAPPENED", _("What happened, and what it has done")
    REPAIR = "REPAIR", _("What can be done to make it right")


class Outcome(TextChoices):
    HELD = "HELD", _("Took place")
    WRITTEN = "WRITTEN", _("A written agreement")
    VERBAL = "VERBAL", _("A spoken agreement")
    PARTIAL = "PARTIAL", _("Agreement on some points")
    NONE = "NONE", _("No agreement")
    PARTED = "PARTED", _("Parted ways amicably")
    PLAN = "PLAN", _("A plan to repair")
    NO_PLAN = "NO_PLAN", _("No plan")
    NOT_HELD = "NOT_HELD", _("Did not take place")
    STOPPED_FOR_SAFETY = "STOPPED_FOR_SAFETY", _("Stopped for safety")
