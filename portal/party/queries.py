"""What a participant's own pages read: their own row, and of others only what is theirs to answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Exists, Max, OuterRef, Prefetch, QuerySet, Subquery, prefetch_related_objects
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.cases.models import Assignment, Participant
from portal.cases.queries import latest_answer
from portal.cases.statuses import COMPANION_ROLES, AttemptResult, CaseStatus, ConsentKind, Route
from portal.moving.models import MoveOffer
from portal.moving.statuses import MoveAnswer
from portal.papers.gates import with_papers
from portal.plans.queries import agreed_in
from portal.scheduling.gates import booked_at
from portal.scheduling.models import Booking
from portal.scheduling.statuses import BookingStatus
from portal.sessions.gates import safety_looked_at

if TYPE_CHECKING:
    from portal.cases.models import Case
    from portal.passes.models import Pass

ROUTE_WORDS = {
    Route.REQUESTER: gettext_lazy("You pass on our invitation yourself."),
    Route.STAFF_MAIL: gettext_lazy("We write to this person, with your permission."),
    Route.STAFF_PHONE: gettext_lazy("We phone this person, with your permission."),
}


def own_place(entry: Pass) -> Participant | None:
    """The pass holder's own row with what nearly every page asks of it; None while there is only a request.

    What lies in lists of its own is fetched by the page or the task that shows it.
    """
    person = (
        with_papers(Participant.objects.visible_to(entry))
        .select_related("case__matter", "case__programme", "case__coordinator", "case__plan", "case__brief")
        .select_related("case__circle", "availability", "preparation")
        .prefetch_related("consents")
        .annotate(
            has_joined_other=Exists(_joined_by_themselves()),
            is_asked_to_move=Exists(_offered()),
            is_case_agreed=agreed_in("case"),
            booked_at=booked_at("case"),
            last_met_at=_last_met(),
            safety_looked_at=safety_looked_at("case__matter"),
        )
        .order_by("-created_at")
        .first()
    )
    if person is not None:
        person.entry = entry
        # Where the gates read it.
        person.case.has_agreed = person.is_case_agreed  # type: ignore[attr-defined]
        person.case.safety_looked_at = person.safety_looked_at  # type: ignore[attr-defined]
    return person


def _last_met() -> Subquery:
    """When the last session ended that took place, by the time that was booked for it."""
    used = Booking.objects.filter(case=OuterRef("case"), status=BookingStatus.USED).order_by().values("case")
    return Subquery(used.annotate(last=Max("ends_at")).values("last"))


def _joined_by_themselves() -> QuerySet[Participant]:
    """Others of the same case whom nobody has to reach: they asked the office too, and the two were joined."""
    return Participant.objects.parties().filter(
        case=OuterRef("case"), is_requester=False, left_at=None, entry__requests__isnull=False
    )


def _offered() -> QuerySet[MoveOffer]:
    """Whether the office has asked them to move over, and waits for the answer."""
    return MoveOffer.objects.filter(participant=OuterRef("pk"), answer=MoveAnswer.WAITING)


def fetch_conducting(case: Case) -> None:
    """Who conducts the case, as its participants read of them; fetched once for a page."""
    conducting = Assignment.objects.select_related("neutral__neutral_profile")
    prefetch_related_objects([case], Prefetch("assignments", conducting))


def companions_to_answer(person: Participant) -> list[Participant]:
    """People whom other parties would like to bring."""
    return [row for row in _companions(person.case) if row.comes_with_id != person.pk]


def own_companions(person: Participant) -> list[Participant]:
    return [row for row in _companions(person.case) if row.comes_with_id == person.pk]


def _companions(case: Case) -> list[Participant]:
    rows = Participant.objects.filter(role__in=COMPANION_ROLES, left_at=None).select_related("comes_with")
    prefetch_related_objects([case], Prefetch("participants", rows, to_attr="companions_now"))
    return case.companions_now  # type: ignore[attr-defined]


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
