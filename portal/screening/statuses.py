"""What screening may decide."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Decision(TextChoices):
    SUITABLE = "SUITABLE", _("Suitable")
    ALTERNATIVES = "ALTERNATIVES", _("Another way fits better")
    REFER = "REFER", _("Refer to another office")


class Alternative(TextChoices):
    """What staff may point to instead; shown to the requester in the answer."""

    COACHING = "COACHING", _("Conflict coaching")
    FACILITATION = "FACILITATION", _("Facilitation")
    RESTORATIVE_JUSTICE = "RESTORATIVE_JUSTICE", _("Restorative justice")
    FORMAL = "FORMAL", _("A formal report")
    SUPPORT = "SUPPORT", _("Supportive measures only")
    COUNSELLING = "COUNSELLING", _("Counselling")
    OMBUDS = "OMBUDS", _("The ombuds office")
    NONE = "NONE", _("Nothing for now")
