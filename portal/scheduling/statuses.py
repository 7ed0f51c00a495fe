from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class BookingStatus(TextChoices):
    BOOKED = "BOOKED", _("Booked")
    # Its session took place; the case may book another.
    USED = "USED", _("Used")
    CANCELLED = "CANCELLED", _("Cancelled")


class DecidedAs(TextChoices):
    """What somebody who is to conduct a case has decided in it before."""

    SCREENED = "SCREENED", _("screened it")
    READ = "READ", _("read the screening as second reader")
    WAY = "WAY", _("decided the way of an allegation")
    SIGNED = "SIGNED", _("signed the way of an allegation")
    COORDINATES = "COORDINATES", _("coordinates it")
