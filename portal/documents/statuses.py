"""The coded words of versioned texts and document templates."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class VersionStatus(TextChoices):
    DRAFT = "DRAFT", _("Draft")
    APPROVED = "APPROVED", _("In use")
    SUPERSEDED = "SUPERSEDED", _("Replaced")


class DocumentKind(TextChoices):
    AGREEMENT_TO_PARTICIPATE = "AGREEMENT_TO_PARTICIPATE", _("Agreement to participate")
    COACHING_UNDERSTANDING = "COACHING_UNDERSTANDING", _("Coaching understanding")
    FACILITATION_AGREEMENT = "FACILITATION_AGREEMENT", _("Facilitation agreement")
    RJ_PARTICIPATION = "RJ_PARTICIPATION", _("Circle agreement: facilitators")
    RJ_CAUSED_HARM = "RJ_CAUSED_HARM", _("Circle agreement: who caused harm")
    RJ_HARMED = "RJ_HARMED", _("Circle agreement: who was harmed")
    RJ_MUTUAL = "RJ_MUTUAL", _("Circle agreement: who caused harm and was harmed")
    RJ_COMMUNITY = "RJ_COMMUNITY", _("Circle agreement: who speaks for the community")
    RJ_SUPPORTER = "RJ_SUPPORTER", _("Circle agreement: who comes along")
    RJ_SURROGATE = "RJ_SURROGATE", _("Circle agreement: who stands in")
    REPAIR_PLAN = "REPAIR_PLAN", _("Plan")
    RESOLUTION_AGREEMENT = "RESOLUTION_AGREEMENT", _("Resolution agreement")
    SIGN_IN_SHEET = "SIGN_IN_SHEET", _("Sign-in sheet")
    REFLECTION_SHEET = "REFLECTION_SHEET", _("Reflection sheet")
    BLANK_POINTS_SHEET = "BLANK_POINTS_SHEET", _("Points of agreement, blank")
    WRITTEN_NOTICE = "WRITTEN_NOTICE", _("Written notice")
    LETTER = "LETTER", _("Letter")
