"""Whether a document of one instance exists: for each kind a function, from a subject to what is missing, in words.

They read what `loading.py` has fetched, so that a page of instances costs as many queries as one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from portal.cases.statuses import ConsentKind, Willing
from portal.measures.statuses import MeasureStatus
from portal.papers.statuses import PROVES, SheetOccasion
from portal.plans.gates import missing_signatures
from portal.plans.statuses import MADE, ResolutionStatus
from portal.screening.statuses import Standing

from .statuses import DocumentCode

if TYPE_CHECKING:
    from portal.cases.models import Participant
    from portal.measures.models import Measure
    from portal.plans.models import Resolution
    from portal.screening.models import Allegation

    from .loading import Instance

# The instance, what the document is about, and how that is called here; "" when the document is there.
Finder = Callable[["Instance", Any, str], str]


def decision(instance: Instance, _about: object, _name: str) -> str:
    holds = any(one.standing == Standing.IN_FORCE for one in instance.matter.screenings.all())
    return "" if holds else _("No decision of the office is on record")


def allegations(instance: Instance, _about: object, _name: str) -> str:
    return "" if instance.allegations else _("No allegation has been written down")


def way(_instance: Instance, about: Allegation, name: str) -> str:
    if about.way_in_force:
        return ""
    if about.way_waiting:
        return _("The way of %(name)s is not signed by the director") % {"name": name}
    return _("The way of %(name)s is not decided") % {"name": name}


def sheet(_instance: Instance, about: Participant, name: str) -> str:
    if _acknowledged(about, SheetOccasion.BEFORE):
        return ""
    return _("The sheet of rights is not acknowledged by %(name)s") % {"name": name}


def sheet_on_leaving(_instance: Instance, about: Participant, name: str) -> str:
    if _acknowledged(about, SheetOccasion.LEAVING):
        return ""
    return _("The sheet of rights is not acknowledged again by %(name)s, who left") % {"name": name}


def _acknowledged(person: Participant, occasion: str) -> bool:
    given = [row for row in person.own_words.all() if row.occasion == occasion]
    return bool(given) and given[-1].understood is True


def notice(instance: Instance, about: Participant, name: str) -> str:
    notices = list(instance.case.written_notices.all()) if instance.case else []
    if not notices:
        return _("There is no written notice to %(name)s") % {"name": name}
    # A yes holds for the notice that was there when it was given; an older one that arrived is proof as well.
    rows = [row for one in notices for row in one.deliveries.all()]
    if any(row.participant_id == about.pk and row.result in PROVES for row in rows):
        return ""
    return _("The written notice to %(name)s has no proof of delivery") % {"name": name}


def consent(_instance: Instance, about: Participant, name: str) -> str:
    said = about.willing == Willing.YES
    if any(row.kind == ConsentKind.TAKE_PART and row.yes == said for row in about.consents.all()):
        return ""
    if said:
        return _("The consent of %(name)s is not on record") % {"name": name}
    return _("That %(name)s does not take part is not on record") % {"name": name}


def attempts(_instance: Instance, about: Participant, name: str) -> str:
    if about.attempts.all() or about.invitation_id:
        return ""
    return _("Nothing says how %(name)s was asked") % {"name": name}


def participation(_instance: Instance, about: Participant, name: str) -> str:
    if about.signatures.all():
        return ""
    return _("The agreement to participate is not signed by %(name)s") % {"name": name}


def resolution(instance: Instance, _about: object, _name: str) -> str:
    if _plan_is_made(instance):
        return ""
    rows = list(instance.case.resolutions.all()) if instance.case else []
    statuses = {row.status for row in rows}
    # Somebody withdrew before the last signature: that is what there is to keep.
    if statuses & {ResolutionStatus.AGREED, ResolutionStatus.WITHDRAWN}:
        return ""
    signing = next((row for row in rows if row.status == ResolutionStatus.SIGNING), None)
    return _unsigned(instance, signing) if signing else _("The resolution agreement has not been written")


def _plan_is_made(instance: Instance) -> bool:
    plan = getattr(instance.case, "plan", None)
    return plan is not None and plan.status in MADE


def _unsigned(instance: Instance, row: Resolution) -> str:
    waiting = missing_signatures(row)
    people = [instance.name_of(line.person) for line in waiting if line.person is not None]
    offices = len(waiting) - len(people)
    words = ", ".join([*people, *([_("the office")] if offices else [])])
    return _("The resolution agreement is not signed by all: %(who)s") % {"who": words}


def withdrawal(_instance: Instance, about: Participant, name: str) -> str:
    if getattr(about, "withdrawal", None):
        return ""
    return _("The withdrawal of %(name)s is not confirmed") % {"name": name}


def measure(_instance: Instance, about: Measure, name: str) -> str:
    if about.status != MeasureStatus.REQUESTED:
        return ""
    words = _("Nothing is decided about the interim measure for %(name)s: %(kind)s")
    return words % {"name": name, "kind": about.get_kind_display()}


FINDERS: dict[str, Finder] = {
    DocumentCode.DECISION: decision,
    DocumentCode.ALLEGATIONS: allegations,
    DocumentCode.WAY: way,
    DocumentCode.SHEET: sheet,
    DocumentCode.NOTICE: notice,
    DocumentCode.CONSENT: consent,
    DocumentCode.ATTEMPTS: attempts,
    DocumentCode.PARTICIPATION: participation,
    DocumentCode.RESOLUTION: resolution,
    DocumentCode.WITHDRAWAL: withdrawal,
    DocumentCode.SHEET_ON_LEAVING: sheet_on_leaving,
    DocumentCode.MEASURE: measure,
}
