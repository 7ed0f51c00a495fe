from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class JoiningStep(TextChoices):
    """How far a joining is. Only JOINED lasts; what was interrupted before or after it is finished by the timer."""

    RESEALED = "RESEALED", _("Sealed under one key; the other key still has to go")
    JOINED = "JOINED", _("Joined")
    SPLIT = "SPLIT", _("Taken apart; what it is found by still has to follow")
