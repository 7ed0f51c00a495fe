from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Basis(TextChoices):
    """By what right something was told to somebody outside."""

    PERMISSION = "PERMISSION", _("The person's permission")
    EMERGENCY = "EMERGENCY", _("Imminent risk of serious harm")
    ORDER = "ORDER", _("A subpoena or an order")
    OFFICIAL = "OFFICIAL", _("An official of the institution who needs it for their work")
    OWN = "OWN", _("The person's own record, given to the person")


# What staff enter by hand; the others come from what happened.
BY_HAND = (Basis.ORDER, Basis.OFFICIAL)


class Answer(TextChoices):
    """Every request for somebody's record is written down, also one that was refused (R16)."""

    GIVEN = "GIVEN", _("Told")
    REFUSED = "REFUSED", _("Asked for and refused")
