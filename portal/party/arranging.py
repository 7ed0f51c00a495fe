"""The tasks around pair and time: meet the mediators, say when one is free, come to the session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import prefetch_related_objects
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.cases.statuses import CaseStatus
from portal.plans.gates import is_settled_without_meeting
from portal.programmes.processes import definition
from portal.scheduling.forms import start_in_words
from portal.scheduling.gates import agreed_to_pair, pair_is_complete, pair_round

from .queries import fetch_conducting
from .task import Task, done, to_do

if TYPE_CHECKING:
    from portal.cases.models import Participant

# From the complete pair until the session starts.
MEETING = frozenset({CaseStatus.ARRANGING, CaseStatus.BOOKED, CaseStatus.HELD})


def meet(person: Participant) -> Task | None:
    case = person.case
    if case.status not in MEETING:
        return None
    fetch_conducting(case)
    if not pair_is_complete(case):
        return None
    title = _("Meet your %(neutrals)s") % {"neutrals": definition(case.process).neutrals_word}
    number = pair_round(case)
    if agreed_to_pair(person, number):
        return done(title, "portal:party:meet", _("You may still ask for somebody else."), _("Fine with you"))
    changed = _("Somebody has changed. Please tell us whether it is fine with you.")
    why = changed if number > 1 else _("You may ask for somebody else and need not say why.")
    return to_do(title, "portal:party:meet", why)


def times(person: Participant) -> Task | None:
    if person.case.status != CaseStatus.ARRANGING or _need_not_meet(person):
        return None
    title = _("Tell us when you are free")
    if gave_times(person):
        return done(title, "portal:party:times", _("You can change it until a time is booked."), _("Given"))
    why = _("About two hours, together with everyone. Evenings and weekends count too.")
    if open_proposals_of(person):
        why = _("We have some times for you. Say which of them fit.")
    return to_do(title, "portal:party:times", why)


def _need_not_meet(person: Participant) -> bool:
    """Everyone has signed already; they are asked for times only where the office has sent out some."""
    return is_settled_without_meeting(person.case) and not open_proposals_of(person)


def appointment(person: Participant) -> Task | None:
    booked_at = person.booked_at  # type: ignore[attr-defined]
    if booked_at is None:
        return None
    when = start_in_words(booked_at)
    return Task(_("Your session"), reverse("portal:party:appointment"), when, _("Booked"), "go")


def gave_times(person: Participant) -> bool:
    """For the session that is looked for now, and after the newest concrete times were sent out."""
    row = getattr(person, "availability", None)
    if row is None:
        return False
    sent = [one.proposed_at for one in open_proposals_of(person)]
    met_at = person.last_met_at  # type: ignore[attr-defined]
    return all(row.given_at > moment for moment in [met_at, *sent] if moment)


def open_proposals_of(person: Participant) -> list:
    prefetch_related_objects([person.case], "proposed_times")
    return [one for one in person.case.proposed_times.all() if one.starts_at > timezone.now()]
