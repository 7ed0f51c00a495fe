"""Entries of the policy library of the demo office: rules of the invented institute."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone

from portal.accounts.models import User
from portal.documents.statuses import DocumentKind
from portal.handbook.actions import approve_policy, draft_policy
from portal.handbook.models import Policy
from portal.programmes.models import Programme
from portal.programmes.statuses import Law

_ENTRIES: tuple[dict[str, Any], ...] = (
    {
        "slug": "equal-treatment",
        "title": "Equal treatment",
        "owner": "Office of the Provost",
        "address": "https://policies.example.edu/equal-treatment",
        "laws": [Law.TITLE_IX, Law.TITLE_VI, Law.TITLE_VII],
        "kinds": [],
        "days": 300,
        "body": "Nobody is treated worse for who they are. Whoever reports is protected while we look into it.\n\n"
        "- A report may be made by anybody, at any time, also without a name.\n"
        "- Settling it between people is one way among several, and nobody has to take it.\n"
        "- Under Title IX a formal complaint comes first.",
    },
    {
        "slug": "no-retaliation",
        "title": "No retaliation",
        "owner": "General counsel",
        "address": "https://policies.example.edu/no-retaliation",
        "laws": list(Law.values),
        "kinds": [DocumentKind.AGREEMENT_TO_PARTICIPATE],
        "days": 120,
        "body": "Nobody may be made to pay for having spoken up, taken part or said no.\n\n"
        "- Say this to each person, before anything else is asked of them.\n"
        "- If it happens, it is a matter of its own.",
    },
    {
        "slug": "student-records",
        "title": "Student records",
        "owner": "Registrar",
        "address": "",
        "laws": [],
        "kinds": [DocumentKind.LETTER],
        "days": 3,
        "body": "Students may see what we hold about them within 45 days, and only what is about them.\n\n"
        "- Write down every disclosure: what, to whom, why.\n"
        "- Nothing is destroyed while somebody's request is open.",
    },
)


def seed_policies(programme: Programme, *, by: User) -> None:
    for entry in _ENTRIES:
        if Policy.objects.filter(programme=programme, slug=entry["slug"]).exists():
            continue
        facts = {name: value for name, value in entry.items() if name != "days"}
        review_on = timezone.localdate() + timedelta(days=entry["days"])
        draft = draft_policy(policy=Policy(programme=programme, review_on=review_on, **facts), by=by)
        # As whoever approves reads it: the database gives back plain words where a list of choices went in.
        draft.refresh_from_db()
        approve_policy(policy_id=draft.pk, fingerprint=draft.fingerprint, by=by)
