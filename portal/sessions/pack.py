"""The session pack: everything a session needs on paper (P17)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Prefetch, prefetch_related_objects
from django.template.defaultfilters import date as written_date
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.agreements.queries import MOMENT, agreement_values, everyone_signing, signatories, variants_needed
from portal.cases.models import Assignment
from portal.documents.fields import BLANK, blank_values, needed_names
from portal.documents.models import DocumentTemplate
from portal.documents.rendering import render_pack
from portal.documents.statuses import DocumentKind
from portal.programmes.processes import definition

if TYPE_CHECKING:
    from datetime import datetime
    from typing import Any

    from portal.cases.models import Case
    from portal.scheduling.models import Booking


def session_pack(case: Case) -> bytes:
    """Agreement with names and lines to sign, sign-in sheet, blank points sheet: one tagged PDF."""
    prefetch_related_objects(
        [case], "participants", Prefetch("assignments", Assignment.objects.select_related("neutral"))
    )
    booking = case.bookings.filter(status="BOOKED").first()
    values = agreement_values(case, session_at=booking.starts_at if booking else None)
    process = definition(case.process)
    sign_in = {
        "reference": case.reference,
        "neutrals": values.get("neutrals", BLANK),
        "people": everyone_signing(case),
        **_when(booking.starts_at if booking else None),
    }
    templates = _templates(case)
    filled = {DocumentKind.SIGN_IN_SHEET: sign_in}
    documents = [_agreement(case, variant, booking, templates) for variant in variants_needed(case)]
    documents += [(templates[kind], filled.get(kind) or blank_values(kind)) for kind in process.documents]
    return render_pack(documents, title=_("Session pack"), is_record=True)


def _agreement(
    case: Case, variant: str, booking: Booking | None, templates: dict[str, DocumentTemplate]
) -> tuple[DocumentTemplate, dict[str, Any]]:
    """The words of one kind of signer, with lines to sign on."""
    process = definition(case.process)
    kind = process.variants[variant] if variant else process.agreement
    values = agreement_values(case, session_at=booking.starts_at if booking else None, variant=variant)
    blanks = {name: BLANK for name in needed_names(kind) if name not in values}
    return templates[kind], {**values, **blanks, "signatures": signatories(values, kind)}


def _when(starts_at: datetime | None) -> dict[str, str]:
    return {"session_on": written_date(timezone.localtime(starts_at), MOMENT)} if starts_at else {}


def _templates(case: Case) -> dict[str, DocumentTemplate]:
    rows = DocumentTemplate.objects.approved().filter(programme=case.programme, language="en")
    return {row.kind: row for row in rows}
