"""What the director looks at when a closed case is reviewed: questions about the process, never about the people."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Finding(TextChoices):
    YES = "YES", _("Yes")
    PARTLY = "PARTLY", _("In part")
    NO = "NO", _("No")
    DOES_NOT_APPLY = "DOES_NOT_APPLY", _("Does not apply")


class Question(TextChoices):
    """One line of the review form; the code is what stays when its words change."""

    DOCUMENTS = "DOCUMENTS", _("Does the record hold what it has to?")
    NOTICE = "NOTICE", _("Did everyone have sheet and notice before they were asked?")
    REASONS = "REASONS", _("Does each decision have a reason that somebody else can follow?")
    TIME = "TIME", _("Was it done in good time?")
    FREE = "FREE", _("Could everyone say no, or leave, without pressure?")
    APART = "APART", _("Were deciding and facilitating kept apart?")
    MEASURES = "MEASURES", _("Were interim measures looked after until they ended?")


class Opening(TextChoices):
    """Why somebody may have opened a case, as far as the record of their work tells."""

    COORDINATES = "COORDINATES", _("Coordinates it")
    REQUEST = "REQUEST", _("The request is theirs")
    CONDUCTS = "CONDUCTS", _("Conducts it")
    TASK = "TASK", _("Has a task in it")
    DECIDED = "DECIDED", _("Screened it or decided on it")
    OUTSIDE = "OUTSIDE", _("Nothing says why")
