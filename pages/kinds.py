"""Words for kinds of things that visitors read: translated, unlike the forms of editors."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext


class ResourceKind(models.TextChoices):
    ARTICLE = "ARTICLE", _("Article")
    TIP = "TIP", _("Tip")
    WORKSHEET = "WORKSHEET", _("Worksheet")
    VIDEO = "VIDEO", _("Video")


class EventKind(models.TextChoices):
    SESSION = "SESSION", _("Session")
    LISTENING_CIRCLE = "LISTENING_CIRCLE", _("Listening circle")
    WORKSHOP = "WORKSHOP", _("Workshop")


class Group(models.TextChoices):
    """Of people, in the order in which they stand on the page."""

    OFFICE = "1_OFFICE", _("In the office")
    NEUTRALS = "2_NEUTRALS", _("Mediators, facilitators and coaches")
    TRAINERS = "3_TRAINERS", _("Trainers")
    PARTNERS = "4_PARTNERS", _("Partners")


# Who said it, never by name: a name in a story about a conflict is a name too many.
SPEAKERS = [
    ("student", _("A student")),
    ("staff", _("A member of staff")),
    ("faculty", _("A member of the faculty")),
    ("postdoc", _("A postdoc")),
    ("mediator", _("A mediator")),
    ("partner", _("Somebody who works with us")),
]


def minutes_in_words(minutes: int | None) -> str:
    """How long something takes; "" when nobody said."""
    if not minutes:
        return ""
    return ngettext("%(number)d minute", "%(number)d minutes", minutes) % {"number": minutes}
