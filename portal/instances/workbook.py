"""The register and the report as a workbook. It names nobody, and says on top that it may not be passed on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

from portal.documents.workbooks import Sheet, as_xlsx

if TYPE_CHECKING:
    from .queries import Completeness, RegisterLine


def register_xlsx(lines: list[RegisterLine], report: Completeness) -> bytes:
    return as_xlsx([_register(lines), _missing(report)])


def _register(lines: list[RegisterLine]) -> Sheet:
    head = [
        _("Reference"), _("Programme"), _("Began"), _("Process"), _("Where it stands"), _("How it ended"),
        _("Documents there"), _("Excused"), _("Missing"), _("Closed"),
    ]  # fmt: skip
    return Sheet(_("Register"), head, [_row(line) for line in lines])


def _row(line: RegisterLine) -> list[object]:
    one = line.instance
    return [
        one.reference,
        one.matter.programme.name,
        timezone.localdate(one.began_at),
        one.process_words,
        one.status_words,
        one.ending_words,
        line.there,
        line.excused,
        len(line.missing),
        line.closed_on,
    ]


def _missing(report: Completeness) -> Sheet:
    rows = [
        [line.instance.reference, line.instance.status_words, lack.label, lack.lacks]
        for line in report.lacking
        for lack in line.missing
    ]
    return Sheet(_("Missing"), [_("Reference"), _("Where it stands"), _("Document"), _("What is missing")], rows)
