"""The coded words of training."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Category(TextChoices):
    """What hours count as. A level may ask for so many hours of one kind."""

    MEDIATION = "MEDIATION", _("Mediation")
    RESTORATIVE = "RESTORATIVE", _("Restorative justice")
    COACHING = "COACHING", _("Conflict coaching")
    FACILITATION = "FACILITATION", _("Group facilitation")
    ETHICS = "ETHICS", _("Ethics and confidentiality")
    TEACHING = "TEACHING", _("Teaching others")
