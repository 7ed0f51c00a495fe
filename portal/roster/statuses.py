"""The coded words of the roster."""

from datetime import time

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _

# The hours in which sessions can be held (every day of the week).
EARLIEST = time(8)
LATEST = time(22)


class Skill(TextChoices):
    COACHING = "COACHING", _("Conflict coaching")
    FACILITATION = "FACILITATION", _("Facilitation")
    MEDIATION = "MEDIATION", _("Mediation")
    RJ = "RJ", _("Restorative justice")


class Tier(TextChoices):
    LEAD = "LEAD", _("Leads")
    CO = "CO", _("Conducts beside somebody who leads")


class PrivilegeRoute(TextChoices):
    """The second half of the mediator privilege; the first is thirty hours of training."""

    NONE = "NONE", _("None yet")
    FOUR_YEARS = "FOUR_YEARS", _("Four years of experience")
    ORGANISATION = "ORGANISATION", _("Works for a dispute-resolution organization that is three years old")
    APPOINTED = "APPOINTED", _("Appointed by a court or a public body")


class BackgroundKind(TextChoices):
    """What somebody brings along. None of it is asked for."""

    DEGREE = "DEGREE", _("Degree")
    EXPERIENCE = "EXPERIENCE", _("Experience")
    MEMBERSHIP = "MEMBERSHIP", _("License or membership")


class Weekday(IntegerChoices):
    MONDAY = 0, _("Monday")
    TUESDAY = 1, _("Tuesday")
    WEDNESDAY = 2, _("Wednesday")
    THURSDAY = 3, _("Thursday")
    FRIDAY = 4, _("Friday")
    SATURDAY = 5, _("Saturday")
    SUNDAY = 6, _("Sunday")


class StandingTieKind(TextChoices):
    UNIT = "UNIT", _("A unit")
    PERSON = "PERSON", _("A person who works here")
