"""The coded words of programmes and their processes."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Process(TextChoices):
    COACHING = "COACHING", _("Conflict coaching")
    FACILITATION = "FACILITATION", _("Facilitation")
    MEDIATION = "MEDIATION", _("Mediation")
    RESTORATIVE_JUSTICE = "RESTORATIVE_JUSTICE", _("Restorative justice")


class Outreach(TextChoices):
    """Who may bring the invitation to the other people (M19)."""

    REQUESTER = "REQUESTER", _("The person who asked")
    STAFF = "STAFF", _("Staff of the office")


class FollowUp(TextChoices):
    """What happens after the last session."""

    NONE = "NONE", _("Nothing is followed up")
    VOLUNTARY = "VOLUNTARY", _("People may ask how it went; nobody has to answer")
    UNTIL_KEPT = "UNTIL_KEPT", _("Promises are followed until they are kept")


class Others(TextChoices):
    """Whether a process asks anybody beside the person who came to us."""

    NEVER = "NEVER", _("Nobody else is asked")
    IF_NAMED = "IF_NAMED", _("Others are asked when they are named")
    ALWAYS = "ALWAYS", _("Others are always asked")


class Law(TextChoices):
    """Which law an allegation falls under: it sets notices, stops and how long the record is kept."""

    TITLE_IX = "TITLE_IX", _("Title IX: sex, in education")
    TITLE_VI = "TITLE_VI", _("Title VI: race, color or national origin")
    TITLE_VII = "TITLE_VII", _("Title VII: at work")
    OTHER = "OTHER", _("Another law or policy")
