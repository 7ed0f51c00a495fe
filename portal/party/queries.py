"""What a participant's own pages read: their own row, and of others only what is theirs to answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Prefetch

from portal.cases.models import Participant
from portal.cases.statuses import COMPANION_ROLES, ParticipantRole

if TYPE_CHECKING:
    from portal.passes.models import Pass

def own_place(entry: Pass) -> Participant | None:
    """The pass holder's own row with what their task list needs; None while there is only a request."""
    companions = Participant.objects.filter(role__in=COMPANION_ROLES, left_at=None).select_related("comes_with")
    return (
        Participant.objects.visible_to(entry)
        .select_related("case__matter", "case__programme")
        .prefetch_related("consents", Prefetch("case__participants", companions, to_attr="companions_now"))
        .order_by("-created_at")
        .first()
    )


def companions_to_answer(person: Participant) -> list[Participant]:
    """People whom other parties would like to bring."""
    return [row for row in person.case.companions_now if row.comes_with_id != person.pk]  # type: ignore[attr-defined]


def own_companions(person: Participant) -> list[Participant]:
    return [row for row in person.case.companions_now if row.comes_with_id == person.pk]  # type: ignore[attr-defined]


def others_named(person: Participant) -> list[Participant]:
    """The people whom the requester wants to talk with; how far they are is for staff alone."""
    if not person.is_requester:
        return []
    parties = Participant.objects.filter(case=person.case_id, role=ParticipantRole.PARTY, is_requester=False)
    return list(parties.prefetch_related("attempts"))
