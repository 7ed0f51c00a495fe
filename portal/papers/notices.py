"""What the written notice says: every item that the law asks for, from what the case and its allegations hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.screening.gates import with_ways
from portal.screening.statuses import Law

if TYPE_CHECKING:
    from portal.cases.models import Case
    from portal.screening.models import Allegation

# What Title IX wants named, with the word for it when it is missing.
NAMED = (
    ("harmed", gettext_lazy("who is said to have been harmed")),
    ("named", gettext_lazy("who is said to have done it")),
    ("when", gettext_lazy("when")),
    ("where", gettext_lazy("where")),
    ("policy", gettext_lazy("the policy")),
)


def covered(case: Case) -> list[Allegation]:
    """The allegations that go the way of this case; the others are no part of its notice."""
    return [row for row in with_ways(case.matter.allegations.all()) if row.goes == case.process]


def lacking(rows: list[Allegation]) -> list[str]:
    """What has to be written down before a notice can be made; under Title IX nothing may be left open."""
    return [
        _("Allegation %(number)d does not say yet: %(words)s.")
        % {"number": row.number, "words": ", ".join(str(words) for name, words in NAMED if not getattr(row, name))}
        for row in rows
        if row.law == Law.TITLE_IX and not all(getattr(row, name) for name, _words in NAMED)
    ]


def notice_values(case: Case, *, facilitator: str, measures: str, timeline: str) -> dict[str, Any]:
    """Plain strings only, so that they can be sealed and rendered again."""
    rows = covered(case)
    values = {
        "reference": case.reference,
        "process": str(case.rules.label),
        "allegations": "\n\n".join(_told(row) for row in rows),
        "facilitator": facilitator,
        "timeline": timeline,
        "bars": _bars(rows),
        "years": str(max(case.programme.retention_years, 7 if _has_title_ix(rows) else 0)),
    }
    return values | ({"measures": measures} if measures else {})


def _told(row: Allegation) -> str:
    unknown = _("not known yet")
    lines = [
        # Not "1. ", which our markup makes a list of: each allegation would be the first of its own.
        f"{row.number}) {row.what}",
        _("- Who is said to have been harmed: %(value)s") % {"value": row.harmed or unknown},
        _("- Who is said to have done it: %(value)s") % {"value": row.named or unknown},
        _("- When: %(value)s") % {"value": row.when or unknown},
        _("- Where: %(value)s") % {"value": row.where or unknown},
        _("- Policy: %(value)s") % {"value": row.policy or unknown},
        _("- Law: %(value)s") % {"value": row.get_law_display()},
    ]
    return lines[0] + "\n\n" + "\n".join(lines[1:])


def _has_title_ix(rows: list[Allegation]) -> bool:
    return any(row.law == Law.TITLE_IX for row in rows)


def _bars(rows: list[Allegation]) -> str:
    if _has_title_ix(rows):
        return _(
            "Once the last of you has signed an agreement, the formal process on these allegations cannot be taken "
            "up again. Until then it can, at any time."
        )
    return _(
        "A signed agreement says itself whether anything may be taken up again. Until the last of you has signed, "
        "everything can."
    )
