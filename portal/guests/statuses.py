from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Shown(TextChoices):
    """The one thing that a guest sees."""

    SESSION = "SESSION", _("One session: its day, time and place")
    AGREEMENT = "AGREEMENT", _("The signed resolution agreement")
