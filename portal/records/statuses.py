from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _


class HoldKind(TextChoices):
    LITIGATION = "LITIGATION", _("Litigation")
    AUDIT = "AUDIT", _("Audit")
    RECORDS_REQUEST = "RECORDS_REQUEST", _("Open request for records")


class PurgeStep(IntegerChoices):
    """How far a destruction has come; `run_due` goes on from here."""

    MARKED = 1, _("Marked; nobody can open it")
    KEY_DESTROYED = 2, _("The key is gone")
    ROWS_DELETED = 3, _("The rows are gone")


class Outside(TextChoices):
    """P13: what no program can delete; close asks for each."""

    PAPER = "PAPER", _("Paper is destroyed: sign-in sheets, signed agreements, notes")
    MAIL = "MAIL", _("E-mails and voicemail about this are deleted")
    NEUTRAL_NOTES = (
        "NEUTRAL_NOTES",
        _("Each mediator's notes and calendar entries are gone"),
    )
