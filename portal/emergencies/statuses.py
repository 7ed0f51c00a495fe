from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Finding(TextChoices):
    """What the director finds afterwards."""

    RIGHT = "RIGHT", _("A real danger, and no more was told than needed")
    TOO_MUCH = "TOO_MUCH", _("A real danger, but more was told than needed")
    NO_THREAT = "NO_THREAT", _("Not such a danger: it should not have been told")
