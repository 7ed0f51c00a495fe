"""A plan on paper: a tagged PDF from the words in use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.template.defaultfilters import date as written_date
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.documents.blocks import Entry
from portal.documents.queries import current
from portal.documents.rendering import render_pdf
from portal.documents.statuses import DocumentKind

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from .models import Commitment, EnforcementRecord, Plan

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
