"""The coded words of a request."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class RequestStatus(TextChoices):
    NEW = "NEW", _("New")
    ANSWERED = "ANSWERED", _("In conversation")
    SCREENED = "SCREENED", _("Screened")
    CASE_OPENED = "CASE_OPENED", _("Case opened")
    ENDED = "ENDED", _("Ended, to be closed")


# A request that still waits for a decision of the office.
OPEN_REQUESTS = frozenset({RequestStatus.NEW, RequestStatus.ANSWERED, RequestStatus.SCREENED})


class CameBy(TextChoices):
    WEB = "WEB", _("Web")
    PHONE = "PHONE", _("Phone")
    EMAIL = "EMAIL", _("E-mail")
    WALK_IN = "WALK_IN", _("Walk-in")
    PARTNER = "PARTNER", _("Partner office")


class Door(TextChoices):
    """Who brought a matter to the programme that keeps records (P15)."""

    SELF = "SELF", _("The person themselves")
    PARTNER = "PARTNER", _("An office or a group")
    DIRECTOR = "DIRECTOR", _("The director")


class AsksFor(TextChoices):
    COACHING = "COACHING", _("Conflict coaching")
    FACILITATION = "FACILITATION", _("Facilitation")
    MEDIATION = "MEDIATION", _("Mediation")
    RESTORATIVE_JUSTICE = "RESTORATIVE_JUSTICE", _("Restorative justice")
    UNSURE = "UNSURE", _("Not sure yet")
    CONTACT = "CONTACT", _("Just contact me")


class SafeWay(TextChoices):
    EMAIL = "EMAIL", _("E-mail")
    PHONE = "PHONE", _("Phone call")
    CODE = "CODE", _("I will come back with my personal code")


class Referral(TextChoices):
    """How somebody heard of the office (X2)."""

    SELF = "SELF", _("Found it myself")
    FRIEND = "FRIEND", _("A friend or colleague")
    PARTNER = "PARTNER", _("Another office")
    MATERIAL = "MATERIAL", _("A poster or a handout")
    OTHER = "OTHER", _("Another way")
    UNSAID = "UNSAID", _("Not said")


class Constituency(TextChoices):
    UNDERGRADUATE = "UNDERGRADUATE", _("Undergraduate student")
    GRADUATE = "GRADUATE", _("Graduate student")
    POSTDOC = "POSTDOC", _("Postdoc")
    STAFF = "STAFF", _("Staff")
    FACULTY = "FACULTY", _("Faculty")
    OTHER = "OTHER", _("Somebody else")
    UNSAID = "UNSAID", _("I would rather not say")


class Direction(TextChoices):
    TO_OFFICE = "TO_OFFICE", _("To the office")
    FROM_OFFICE = "FROM_OFFICE", _("From the office")
