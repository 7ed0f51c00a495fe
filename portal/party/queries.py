"""What a participant's own pages read: their own row, and of others only what is theirs to answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.agreements.models import Agreement
from portal.cases.models import Assignment, Participant
from portal.cases.queries import latest_answer
from portal.cases.statuses import COMPANION_ROLES, AttemptResult, CaseStatus, ConsentKind, Route
from portal.moving.models import MoveOffer
from portal.moving.statuses import MoveAnswer
from portal.plans.queries import agreed_in

if TYPE_CHECKING:
    from portal.passes.models import Pass

ROUTE_WORDS = {
    Route.REQUESTER: gettext_lazy("You pass on our invitation yourself."),
    Route.STAFF_MAIL: gettext_lazy("We write to this person, with your permission."),
    Route.STAFF_PHONE: gettext_lazy("We phone this person, with your permission."),
}


def own_place(entry: Pass) -> Participant | None:
    """The pass holder's own row with what their task list needs; None while there is only a request."""
    companions = Participant.objects.filter(role__in=COMPANION_ROLES, left_at=None).select_related("comes_with")
    conducting = Assignment.objects.select_related("neutral__neutral_profile")
    in_use = Agreement.objects.filter(replaced_at=None).prefetch_related("signatures")
    person = (
        Participant.objects.visible_to(entry)
        .select_related(
            "case__matter", "case__programme", "case__coordinator", "case__plan", "availability", "preparation"
        )
        .prefetch_related("consents", Prefetch("case__participants", companions, to_attr="companions_now"))
        .prefetch_related(Prefetch("case__assignments", conducting), "case__bookings", "case__proposed_times")
        .prefetch_related(Prefetch("case__agreements", in_use, to_attr="agreement_now"), "case__plan__confirmations")
        .select_related("case__brief")
        .annotate(
            has_joined_other=Exists(_joined_by_themselves()),
            is_asked_to_move=Exists(_offered()),
            is_case_agreed=agreed_in("case"),
        )
        .order_by("-created_at")
        .first()
    )
    if person is not None:
        # Where the gates read it.
        person.case.has_agreed = person.is_case_agreed
    return person


def _joined_by_themselves() -> QuerySet[Participant]:
    """Others of the same case whom nobody has to reach: they asked the office too, and the two were joined."""
    return Participant.objects.parties().filter(
        case=OuterRef("case"), is_requester=False, left_at=None, entry__requests__isnull=False
    )


def _offered() -> QuerySet[MoveOffer]:
    """Whether the office has asked them to move over, and waits for the answer."""
    return MoveOffer.objects.filter(participant=OuterRef("pk"), answer=MoveAnswer.WAITING)


def companions_to_answer(person: Participant) -> list[Participant]:
    """People whom other parties would like to bring."""
    return [row for row in person.case.companions_now if row.comes_with_id != person.pk]  # type: ignore[attr-defined]


def own_companions(person: Participant) -> list[Participant]:
    return [row for row in person.case.companions_now if row.comes_with_id == person.pk]  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Other:
    """Somebody the requester wants to talk with, as far as the requester may know.

    How far they are is not said, and no name: it would change with the first answer.
    """

    pk: UUID
    number: int
    route: str
    words: str
    made_at: datetime | None
    is_inviting: bool

    @property
    def can_be_made(self) -> bool:
        """Once: a second try would tell whether the first one was used."""
        return self.route == Route.REQUESTER and self.is_inviting and self.made_at is None


def others_of(person: Participant) -> list[Other]:
    parties = Participant.objects.parties().filter(case=person.case_id, is_requester=False)
    return [_other(row, person) for row in parties.prefetch_related("attempts")]


def name_of_requester(person: Participant) -> str:
    """Who asks, once they said that we may go on and tell it; empty for the requester's own page."""
    if person.is_requester:
        return ""
    asking = Participant.objects.filter(case=person.case_id, is_requester=True).prefetch_related("consents").first()
    if asking is None or asking.has_left or not latest_answer(asking, ConsentKind.GO_ON):
        return ""
    return asking.name


def _other(row: Participant, person: Participant) -> Other:
    handed = [one.made_at for one in row.attempts.all() if one.result == AttemptResult.HANDED_OVER]
    return Other(
        pk=row.pk,
        number=row.number,
        route=row.route,
        words=str(ROUTE_WORDS[Route(row.route)]) if row.route else _("They have written to us as well."),
        made_at=max(handed) if handed else None,
        is_inviting=person.case.status == CaseStatus.INVITING,
    )
