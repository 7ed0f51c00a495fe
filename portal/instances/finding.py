"""Whether a document of one instance exists: for each kind a function, from a subject to what is missing, in words.

They read what `loading.py` has fetched, so that a page of instances costs as many queries as one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from portal.cases.statuses import Willing
from portal.measures.statuses import MeasureStatus
from portal.plans.gates import confirmers
from portal.plans.statuses import MADE

from .statuses import DocumentCode

if TYPE_CHECKING:
    from portal.cases.models import Participant
    from portal.measures.models import Measure
    from portal.screening.models import Allegation

    from .loading import Instance

# The instance, what the document is about, and how that is called here; "" when the document is there.
Finder = Callable[["Instance", Any, str], str]


def decision(instance: Instance, _about: object, _name: str) -> str:
    return "" if instance.matter.is_decided else _("No decision of the office is on record")


def allegations(instance: Instance, _about: object, _name: str) -> str:
    return "" if instance.allegations else _("No allegation has been written down")


def way(_instance: Instance, about: Allegation, name: str) -> str:
    if about.goes:
        return ""
    if about.waits_for_director:
        return _("The way of %(name)s is not signed by the director") % {"name": name}
    return _("The way of %(name)s is not decided") % {"name": name}


def sheet(_instance: Instance, about: Any, name: str) -> str:
    if about.understood_before:
        return ""
    return _("The sheet of rights is not acknowledged by %(name)s") % {"name": name}


def sheet_on_leaving(_instance: Instance, about: Any, name: str) -> str:
    if about.understood_on_leaving:
        return ""
    return _("The sheet of rights is not acknowledged again by %(name)s, who left") % {"name": name}


def notice(_instance: Instance, about: Any, name: str) -> str:
    if not about.was_notice_made:
        return _("There is no written notice to %(name)s") % {"name": name}
    if about.was_notice_proved:
        return ""
    return _("The written notice to %(name)s has no proof of delivery") % {"name": name}


def consent(_instance: Instance, about: Any, name: str) -> str:
    if about.is_answer_on_record:
        return ""
    if about.willing == Willing.YES:
        return _("The consent of %(name)s is not on record") % {"name": name}
    return _("That %(name)s does not take part is not on record") % {"name": name}


def attempts(_instance: Instance, about: Any, name: str) -> str:
    if about.was_tried or about.invitation_id:
        return ""
    return _("Nothing says how %(name)s was asked") % {"name": name}


def participation(_instance: Instance, about: Any, name: str) -> str:
    if about.has_signed:
        return ""
    return _("The agreement to participate is not signed by %(name)s") % {"name": name}


def resolution(instance: Instance, _about: object, _name: str) -> str:
    matter = instance.matter
    # Somebody withdrew before the last signature: that is what there is to keep.
    if _plan_is_made(instance) or matter.has_agreed or matter.was_withdrawn_from:
        return ""
    return _unsigned(instance) if matter.is_being_signed else _("The resolution agreement has not been written")


def _plan_is_made(instance: Instance) -> bool:
    plan = getattr(instance.case, "plan", None)
    return plan is not None and plan.status in MADE


def _unsigned(instance: Instance) -> str:
    """Each party who is still in it, and the office: with the last signature it holds (`missing_signatures`)."""
    waiting: list[Any] = [person for person in confirmers(instance.matter.case) if not person.has_signed_terms]
    office = [] if instance.matter.office_has_signed else [_("the office")]
    words = ", ".join([*(instance.name_of(person) for person in waiting), *office])
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
