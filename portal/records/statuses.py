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
    """P13: what no program can delete, or file; close asks for each."""

    # Where records are kept, what was signed on paper belongs to the record.
    FILED = "FILED", _("What was signed on paper, and letters, are filed with the record")
    PAPER = "PAPER", _("Paper is destroyed: sign-in sheets, signed agreements, notes")
    MAIL = "MAIL", _("E-mails and voicemail about this are deleted")
    NEUTRAL_NOTES = (
        "NEUTRAL_NOTES",
        _("Each mediator's notes and calendar entries are gone"),
    )


class RetentionClass(TextChoices):
    """How long the record of a closed matter is kept in a programme that keeps its records."""

    OFFICE = "OFFICE", _("As long as the programme keeps its records")
    # R13: each informal resolution and its result, seven years at the least, whatever the programme says.
    TITLE_IX = "TIX-7Y", _("Seven years (Title IX)")


LEAST_YEARS = {RetentionClass.TITLE_IX: 7}
