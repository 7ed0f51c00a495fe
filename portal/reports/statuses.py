from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Completion(TextChoices):
    """What became of a plan or an agreement that is followed (X11)."""

    ON_TIME = "ON_TIME", _("Kept, on time")
    LATE = "LATE", _("Kept, later than promised")
    PARTIAL = "PARTIAL", _("Kept in part")
    NOT = "NOT", _("Not kept")
