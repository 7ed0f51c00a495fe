from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class AccessStatus(TextChoices):
    ASKED = "ASKED", _("Asked")
    DRAFTED = "DRAFTED", _("Draft to read")
    APPROVED = "APPROVED", _("Approved")
    RELEASED = "RELEASED", _("Handed over")
    TAKEN_BACK = "TAKEN_BACK", _("Taken back")


# Until then nothing of the matter is destroyed (R17).
OPEN_ACCESS = frozenset({AccessStatus.ASKED, AccessStatus.DRAFTED, AccessStatus.APPROVED})


class KnownBy(TextChoices):
    """How the office knows that it is the person."""

    OWN_PAGE = "OWN_PAGE", _("Their own page and code")
    PHRASE = "PHRASE", _("The phone phrase")
    CALLED_BACK = "CALLED_BACK", _("Called back on the safe number")
    CARD = "CARD", _("Showed a card with a picture")


STAFF_KNOW_BY = frozenset(set(KnownBy) - {KnownBy.OWN_PAGE})


class Decision(TextChoices):
    CHANGED = "CHANGED", _("Changed as they asked")
    REFUSED = "REFUSED", _("Left as it is")


class OrderKind(TextChoices):
    SUBPOENA = "SUBPOENA", _("Subpoena")
    COURT_ORDER = "COURT_ORDER", _("Order of a court")
    AUDIT = "AUDIT", _("Audit or review")
    OTHER = "OTHER", _("Another directive")


class OrderAnswer(TextChoices):
    COUNSEL = "COUNSEL", _("Passed to counsel")
    NEUTRAL = "NEUTRAL", _("The neutral letter went out")
    FOLLOWED = "FOLLOWED", _("Followed, after the person was told")
    WITHDRAWN = "WITHDRAWN", _("The sender took it back")
