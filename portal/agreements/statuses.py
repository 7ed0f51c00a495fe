from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class SigningMethod(TextChoices):
    OWN_PAGE = "OWN_PAGE", _("On their own page")
    DEVICE = "DEVICE", _("On a device in the room")
    PAPER = "PAPER", _("On paper")
