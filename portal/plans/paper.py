"""Plans and agreements on paper: tagged PDFs from the words in use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.template.defaultfilters import date as written_date
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.agreements.statuses import SigningMethod
from portal.documents.blocks import Entry, Signatory
from portal.documents.queries import current
from portal.documents.rendering import render_html, render_pdf
from portal.documents.statuses import DocumentKind
from portal.programmes.processes import definition

from .gates import confirmers
from .statuses import Capacity

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from portal.cases.models import Participant
    from portal.documents.models import DocumentTemplate

    from .models import Commitment, EnforcementRecord, Plan, Resolution, ResolutionSignature

_WORDS = ("done_when", "if_not_done", "follow_up")


def plan_pdf(plan: Plan) -> bytes:
    """The plan of a case, with the harms and needs as everyone put them."""
    people = [one for one in plan.case.participants.all() if one.is_party and not one.has_left]
    values = {
        **_common(plan, plan.commitments.all()),
        "reference": plan.case.reference,
        "standing": str(plan.get_status_display()),
        "participants": [f"{one.display_name}, {str(one.get_role_display()).lower()}" for one in people],
        "harms": plan.harms,
        "needs": plan.needs,
        "requirements": [Entry(row.words, _met_by(row.met_by)) for row in plan.requirements.all()]
        if plan.is_linked
        else [],
    }
    return render_pdf(current(DocumentKind.REPAIR_PLAN, plan.case.programme), _filled(values))


def record_pdf(kept: EnforcementRecord) -> bytes:
    """The same from the enforcing office's record, which holds nothing of the talks."""
    commitments = list(kept.commitments.all())
    approved = written_date(timezone.localtime(kept.approved_at), "l, j F Y")
    asked = [Entry(words, _met_by(one)) for one in commitments for words in one.meets.splitlines() if words]
    values = {
        **_common(kept, commitments),
        "reference": kept.reference,
        "standing": _("Approved by %(name)s on %(day)s.") % {"name": kept.approved_by.get_full_name(), "day": approved},
        "participants": [kept.person],
        "requirements": asked,
    }
    return render_pdf(current(DocumentKind.REPAIR_PLAN, kept.programme), _filled(values))


def _asked_for(plan: Plan) -> list[Entry]:
    return [Entry(row.words, _met_by(row.met_by)) for row in plan.requirements.all()]


def _common(row: Plan | EnforcementRecord, commitments: Iterable[Commitment]) -> dict[str, Any]:
    rows = list(commitments)
    return {
        "edition": str(row.edition),
        "commitments": [_entry(one) for one in rows if not one.is_support],
        "support": [_entry(one) for one in rows if one.is_support],
        **{name: getattr(row, name) for name in _WORDS},
    }


def _filled(values: dict[str, Any]) -> dict[str, Any]:
    """Without what is empty: the words in use say what stands there then."""
    return {name: value for name, value in values.items() if value or name == "commitments"}


def _entry(one: Commitment) -> Entry:
    facts = (
        (_("By"), one.by_whom),
        (_("For"), one.for_whom),
        (_("Kind"), str(one.get_kind_display())),
        (_("From"), _day(one.starts_on)),
        (_("Until"), _day(one.due_on)),
        (_("How it is shown"), one.shown_by),
        (_("Who stands by"), one.mentor),
        (_("If something gets in the way"), one.obstacle),
    )
    return Entry(one.what, facts)


def _met_by(one: Commitment | None) -> tuple[tuple[str, str], ...]:
    return ((_("Met by"), one.what),) if one else ()


def _day(day: date | None) -> str:
    return written_date(day, "l, j F Y") if day else ""


def resolution_text(row: Resolution) -> str:
    """The words as everyone reads them, with nobody's signature yet."""
    return str(render_html(_resolution_template(row), _resolution_values(row)))


def resolution_pdf(row: Resolution) -> bytes:
    """The agreement with the signatures that were given; rendered once and kept, when all have signed."""
    return render_pdf(_resolution_template(row), _resolution_values(row))


def _resolution_template(row: Resolution) -> DocumentTemplate:
    return row.template or current(DocumentKind.RESOLUTION_AGREEMENT, row.case.programme)


def _resolution_values(row: Resolution) -> dict[str, Any]:
    terms = list(row.commitments.all())
    people = confirmers(row.case)
    values = {
        "reference": row.case.reference,
        "edition": str(row.version),
        "participants": [f"{one.display_name}, {str(one.get_role_display()).lower()}" for one in people],
        "process": str(definition(row.case.process).label),
        "covers": _settled(row),
        "wording": row.acknowledgement or str(row.get_wording_display()),
        "commitments": [_entry(one) for one in terms if one.owner_id],
        "undertakings": [_entry(one) for one in terms if not one.owner_id],
        "measures": row.measures,
        "review_on": row.review_on,
        "ends": _day(row.ends_on) or _("until the parties agree on something else"),
        "leaving": _leaving_lines(row),
        "permitted": row.permitted,
        "breach": row.breach_to,
        "signatures": _signature_lines(row, people),
    }
    return {name: value for name, value in values.items() if value or name == "commitments"}


def _settled(row: Resolution) -> str:
    lines = [f"- {one.number}. {one.get_law_display()}" for one in row.allegations.all()]
    return "\n\n".join([row.covers, "\n".join(lines)]) if lines else row.covers


def _leaving_lines(row: Resolution) -> list[str]:
    """What graduation or separation means, one line for each party to whom it applies."""
    words = _("%(name)s: %(kind)s on %(day)s. %(effect)s.")
    return [
        words
        % {
            "name": one.participant.display_name,
            "kind": one.get_kind_display(),
            "day": _day(one.leaves_on),
            "effect": one.get_effect_display(),
        }
        for one in row.leavings.select_related("participant")
        if one.leaves_on
    ]


def _signature_lines(row: Resolution, people: list[Participant]) -> list[Signatory]:
    given = list(row.signatures.select_related("officer"))
    of_parties = {one.participant_id: one for one in given if one.participant_id}
    of_office = {one.capacity: one for one in given if one.officer_id}
    lines = [_signatory(one.display_name, Capacity.PARTY.label, of_parties.get(one.pk)) for one in people]
    for code in (Capacity.COORDINATOR, Capacity.DIRECTOR):
        signature = of_office.get(code)
        name = signature.officer.get_full_name() if signature and signature.officer else ""
        lines.append(_signatory(name, code.label, signature))
    return lines


def _signatory(name: str, role: Any, signature: ResolutionSignature | None) -> Signatory:
    if signature is None:
        return Signatory(name=name, role=role)
    moment = written_date(timezone.localtime(signature.signed_at), "l, j F Y, H:i")
    how = _(" (on paper)") if signature.method == SigningMethod.PAPER else ""
    return Signatory(name=name, role=role, signed=signature.typed_name + how, moment=moment)
