"""The coded words of interim measures and accommodations."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class MeasureKind(TextChoices):
    NO_CONTACT = "NO_CONTACT", _("No contact, both ways")
    HOUSING = "HOUSING", _("Another place to live")
    SCHEDULE = "SCHEDULE", _("Other classes or times")
    WORK = "WORK", _("Other work, hours or supervisor")
    EXTENSION = "EXTENSION", _("More time for a paper or an exam")
    ESCORT = "ESCORT", _("Somebody walks along")
    LEAVE = "LEAVE", _("Time away")
    ACCOMMODATION = "ACCOMMODATION", _("An accommodation for taking part")
    OTHER = "OTHER", _("Something else")


class Basis(TextChoices):
    """Why it is kept, and so for how long (R13)."""

    TITLE_IX = "TITLE_IX", _("Title IX: supportive measure")
    TITLE_VI = "TITLE_VI", _("Title VI")
    TITLE_VII = "TITLE_VII", _("Title VII")
    DISABILITY = "DISABILITY", _("Disability: accommodation")
    POLICY = "POLICY", _("Policy of the institution")


class OwnerRole(TextChoices):
    """Who sees to it. They see the measure, and nothing of the talk."""

    DIRECTOR = "DIRECTOR", _("Director or Title IX coordinator")
    CASE_MANAGER = "CASE_MANAGER", _("Case manager")
    INVESTIGATIONS_MANAGER = "INVESTIGATIONS_MANAGER", _("Manager of investigations")


class MeasureStatus(TextChoices):
    REQUESTED = "REQUESTED", _("Asked for")
    DECIDED = "DECIDED", _("Decided")
    IN_PLACE = "IN_PLACE", _("In place")
    REVIEWED = "REVIEWED", _("In place, looked at")
    ENDED = "ENDED", _("Ended")
    NOT_GIVEN = "NOT_GIVEN", _("Not given")


RUNNING = frozenset({MeasureStatus.IN_PLACE, MeasureStatus.REVIEWED})
OVER = frozenset({MeasureStatus.ENDED, MeasureStatus.NOT_GIVEN})
# Without one of these records the law's seven years cannot be kept.
ONLY_WHERE_KEPT = frozenset({Basis.TITLE_IX})
YEARS_KEPT = 7
