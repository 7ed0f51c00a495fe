from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class MoveAnswer(TextChoices):
    """What somebody said to the offer of moving their matter over. A yes lasts only until the matter is destroyed."""

    WAITING = "WAITING", _("Not answered yet")
    YES = "YES", _("Yes, moved")
    NO = "NO", _("No, it stays")
