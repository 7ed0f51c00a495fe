"""What a circle waits for: everybody prepared, a way to meet that suits all, and the will to make it right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.cases.gates import stood_in_for
from portal.cases.statuses import CircleForm, ParticipantRole
from portal.cases.transitions import Missing
from portal.screening.queries import latest
from portal.screening.statuses import Safeguard

from .checklist import items_for

if TYPE_CHECKING:
    from portal.cases.models import Case, Participant

# So many different facilitators have to find it (M51).
CONFIRMATIONS = 2
# What screening may ask for, and the way of meeting that it leads to.
ASKED_BY_SCREENING = {
    Safeguard.SEPARATE_ROOMS: CircleForm.IN_TWO_ROOMS,
    Safeguard.REMOTE: CircleForm.BY_VIDEO,
    Safeguard.WRITTEN: CircleForm.IN_WRITING,
    Safeguard.SURROGATE: CircleForm.BY_SURROGATE,
}


def everyone_prepared(case: Case) -> list[Missing]:
    """There was a talk with each person alone, and nothing on their list is left (M48)."""
    return [
        Missing(_("The talk with %(name)s before the circle is not complete") % {"name": person.display_name}, person)
        for person in _here(case)
        if left_for(person)
    ]


def left_for(person: Participant) -> list[str]:
    """Codes of the checklist that were not gone through yet; all of them before there was a talk."""
    row = getattr(person, "preparation", None)
    done = set(row.gone_through) if row and row.met_on else set()
    return [item.code for item in items_for(person) if item.code not in done]


def way_agreed(case: Case) -> list[Missing]:
    """How people meet is chosen, suits each of them, and is what screening asked for (M50)."""
    sheet = getattr(case, "circle", None)
    if sheet is None or not sheet.form:
        return [Missing(_("How people meet has to be chosen"))]
    form = CircleForm(sheet.form)
    asked = forms_asked_by_screening(case)
    lines = []
    if asked and form not in asked:
        ways = ", ".join(str(one.label).lower() for one in asked)
        lines.append(Missing(_("Screening asked for another way to meet: %(ways)s") % {"ways": ways}))
    if form == CircleForm.BY_SURROGATE and not any(stood_in_for(case)):
        lines.append(Missing(_("Somebody has to be named who stands in for a person who was harmed")))
    words = _("Waiting for %(name)s to say yes to this way of meeting")
    return lines + [
        Missing(words % {"name": person.display_name}, person)
        for person in _here(case)
        if person.is_party and form not in _forms_of(person)
    ]


def forms_asked_by_screening(case: Case) -> list[CircleForm]:
    chosen = case.safeguards
    if chosen is None:
        # Opened before the case itself kept what screening chose.
        screening = latest(case.matter)
        chosen = screening.safeguards if screening else []
    return [form for safeguard, form in ASKED_BY_SCREENING.items() if safeguard in chosen]


def ready_to_make_right(case: Case) -> list[Missing]:
    """Two different facilitators of the case have found that whoever caused harm wants to make it right (M51)."""
    conducting = {row.neutral_id for row in case.assignments.all() if row.is_accepted}
    return [
        Missing(
            ngettext(
                "%(count)d more facilitator has to find whether %(name)s wants to make it right",
                "%(count)d more facilitators have to find whether %(name)s wants to make it right",
                lacking,
            )
            % {"count": lacking, "name": person.display_name},
            person,
        )
        for person in _here(case)
        if ParticipantRole.CAUSED_HARM in person.roles and (lacking := _lacking(person, conducting)) > 0
    ]


def _lacking(person: Participant, conducting: set) -> int:
    if hasattr(person, "found_ready"):
        return CONFIRMATIONS - person.found_ready
    found = {row.facilitator_id for row in person.readiness.all() if row.facilitator_id in conducting}
    return CONFIRMATIONS - len(found)


def headcount_agreed(case: Case) -> list[Missing]:
    """Of those who are counted and not named, everyone who is here has said yes (C28)."""
    lines = []
    for group in case.circle_groups.all():
        if group.here is None or group.agreed is None:
            lines.append(Missing(_("%(group)s: nobody has counted yet") % {"group": group.label}))
        elif group.agreed < group.here:
            words = ngettext(
                "%(group)s: %(count)d person has not said yes",
                "%(group)s: %(count)d people have not said yes",
                group.here - group.agreed,
            )
            lines.append(Missing(words % {"group": group.label, "count": group.here - group.agreed}))
    return lines


def _here(case: Case) -> list[Participant]:
    """Those who are in it, with those whom they bring along, and what was written down of the talks with them."""
    people = [person for person in case.participants.all() if person.is_active]
    counted = all(hasattr(person, "found_ready") for person in people)
    prefetch_related_objects(people, "preparation", *([] if counted else ["readiness"]))
    parties = {person.pk for person in people if person.is_party}
    return [person for person in people if person.is_party or person.comes_with_id in parties]


def _forms_of(person: Participant) -> list[str]:
    row = getattr(person, "preparation", None)
    return row.forms if row else []
