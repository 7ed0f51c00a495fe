from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class BookingStatus(TextChoices):
    BOOKED = "BOOKED", _("Booked")
    # Its session took place; the case may book another.
    USED = "USED", _("Used")
    CANCELLED = "CANCELLED", _("Cancelled")
