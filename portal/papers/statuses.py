from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class SheetOccasion(TextChoices):
    """When somebody gets the sheet of rights, help and ways to report."""

    BEFORE = "BEFORE", _("Before they say whether they take part")
    LEAVING = "LEAVING", _("When they leave")


class DeliveryWay(TextChoices):
    PAGE = "PAGE", _("On their own page")
    MAIL = "MAIL", _("By mail, that there is something to read")
    LETTER = "LETTER", _("By letter")
    IN_PERSON = "IN_PERSON", _("Handed over")


class DeliveryResult(TextChoices):
    SENT = "SENT", _("Sent")
    OPENED = "OPENED", _("Opened")
    HANDED_OVER = "HANDED_OVER", _("Handed over")
    BOUNCED = "BOUNCED", _("Came back")


# What proves that somebody has it. That something was sent proves nothing.
PROVES = frozenset({DeliveryResult.OPENED, DeliveryResult.HANDED_OVER})
