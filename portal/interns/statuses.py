"""The coded words of an intern's work."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class PieceKind(TextChoices):
    EVENT = "EVENT", _("Event")
    MATERIAL = "MATERIAL", _("Poster, handout or page")
    SURVEY = "SURVEY", _("Survey")
    CODING = "CODING", _("Sorting answers that name nobody")


class PieceStatus(TextChoices):
    GIVEN = "GIVEN", _("To do")
    HANDED_IN = "HANDED_IN", _("Handed in")
    RETURNED = "RETURNED", _("Back to you")
    APPROVED = "APPROVED", _("Approved")
    TAKEN_BACK = "TAKEN_BACK", _("Taken back")


# An intern may write in these.
WITH_THE_INTERN = frozenset({PieceStatus.GIVEN, PieceStatus.RETURNED})
