"""Reads for the screening pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from portal.cases.models import Case, Matter
from portal.intake.models import Request

from .models import Screening

if TYPE_CHECKING:
    from portal.accounts.viewer import Viewer


def earlier_finding(request: Request) -> dict[str, Any]:
    """What was decided before, to start from; the words to the requester are always new."""
    earlier = Screening.objects.filter(request=request).first()
    if earlier is None:
        return {}
    return {
        "asked": earlier.conversation.get("asked", []),
        "talked_on": earlier.talked_on,
        "alternatives": earlier.alternatives,
        "refer_to": earlier.refer_to,
        "reason": earlier.reason,
    }


def matter_behind(viewer: Viewer, reference: str) -> tuple[Matter | None, Request | Case | None]:
    """The matter of a request or a case that this viewer may open; (None, None) when there is none for them."""
    for things in (Request.objects, Case.objects):
        found = things.visible_to(viewer).select_related("matter").filter(reference=reference).first()
        if found is not None:
            return found.matter, found
    return None, None
