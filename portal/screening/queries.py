"""Reads for the screening pages."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from portal.accounts.roles import Permission
from portal.cases.models import Case, Matter
from portal.cases.references import is_of_case
from portal.cases.statuses import CaseStatus
from portal.intake.models import Request
from portal.intake.queries import reference_in
from portal.programmes.processes import PROCESSES

from .models import Allegation, AllegationRoute, RubricVersion, ScreenAgain, Screening, Weighing
from .scoring import Fit, fit
from .statuses import Alternative, Position, Safeguard, Standing, Trigger
from .stops import Way, ways

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.accounts.viewer import Viewer
    from portal.programmes.models import Programme

# More people than this are not scored one by one: the last line stands for everybody else.
MOST_PEOPLE = 6

Person = tuple[str, str]


class NoRubric(Exception):
    """The programme has no rubric in use: the office has not been set up."""


def rubric_in_use(programme: Programme) -> RubricVersion:
    """The version that screenings are made with now, its lines fetched. Raises NoRubric."""
    rubric = RubricVersion.objects.to_screen_with(programme).first()
    if rubric is None:
        raise NoRubric
    rubric.programme = programme
    return rubric


@dataclass(frozen=True)
class Column:
    """One process in the comparison: what stands in its way and, where criteria are weighed, how it fits."""

    way: Way
    fit: Fit | None
    is_conducted: bool

    @property
    def safeguards(self) -> list[str]:
        codes = dict.fromkeys([*self.way.safeguards, *(self.fit.safeguards if self.fit else ())])
        return [str(Safeguard(code).label) for code in codes]


def side_by_side(
    rubric: RubricVersion,
    *,
    stops: Collection[str],
    scores: Mapping[str, Mapping[str, int]],
    people: Sequence[Sequence[str]],
) -> list[Column]:
    """All processes next to each other, with a version of the rubric and one set of answers."""
    programme = rubric.programme
    routes = ways(rubric.stops.all(), stops, programme)
    return [
        Column(
            way=routes[code],
            fit=fit_of(rubric, code, scores=scores, people=people) if programme.weighted_criteria else None,
            is_conducted=programme.conducts_now(code),
        )
        for code in PROCESSES
    ]


def fit_of(
    rubric: RubricVersion, process: str, *, scores: Mapping[str, Mapping[str, int]], people: Sequence[Sequence[str]]
) -> Fit:
    asked = [one for one in rubric.criteria.all() if not one.is_retired]
    keys = [key for key, _name in people]
    return fit(asked, scores, process=PROCESSES[process], people=keys, limits=rubric)


def people_in_request(request: Request) -> list[Person]:
    """Who asked, and everybody else they named; by number, for names may be the same."""
    others = [line.strip() for line in request.others.splitlines() if line.strip()]
    return _numbered([request.name or _("Who asked"), *others])


def people_in_case(case: Case) -> list[Person]:
    """The parties still in it; who asked comes first."""
    parties = [person for person in case.participants.all() if person.is_party and person.is_active]
    parties.sort(key=lambda person: not person.is_requester)
    return _numbered([person.display_name for person in parties])


def _numbered(names: Sequence[str]) -> list[Person]:
    if len(names) > MOST_PEOPLE:
        names = [*names[: MOST_PEOPLE - 1], _("All the others (the lowest of them)")]
    return [(str(number), name) for number, name in enumerate(names, start=1)]


def with_marks(rows: Any, matter: str = "matter") -> Any:
    """Cases, or rows of one, that tell its gates what it waits for, without a query of its own."""
    waiting = ScreenAgain.objects.open().filter(matter=OuterRef(matter))
    return rows.annotate(
        waits_again=Exists(waiting.before_a_time_is_booked()),
        waits_for_look=Exists(waiting.filter(trigger=Trigger.SESSION)),
    )


def with_decision(rows: QuerySet[Any], matter: str = "matter") -> QuerySet[Any]:
    """Matters, or rows of one, with whether a decision of the office holds, in the query that fetches them."""
    holds = Screening.objects.filter(matter=OuterRef(matter), standing=Standing.IN_FORCE)
    return rows.annotate(is_decided=Exists(holds))


def latest(matter: Matter) -> Screening | None:
    """The newest screening of a matter, whether or not it holds yet."""
    return Screening.objects.filter(matter=matter).select_related("decided_by").first()


def safeguards_of(matter: Matter) -> list[str]:
    """What was chosen so that it is safe enough, in words: a session is arranged by it (the newest that holds)."""
    held = Screening.objects.filter(matter=matter, standing=Standing.IN_FORCE).order_by("-decided_at").first()
    return [str(Safeguard(code).label) for code in held.safeguards if code in Safeguard.values] if held else []


def earlier_finding(earlier: Screening | None) -> dict[str, Any]:
    """What was decided before, to start from; the words to the requester are always new."""
    if earlier is None:
        return {}
    return {
        "asked": earlier.conversation.get("asked", []),
        "talked_on": earlier.talked_on,
        "stops": earlier.stops,
        "safeguards": earlier.safeguards,
        "alternatives": earlier.alternatives,
        "refer_to": earlier.refer_to,
        "reason": earlier.reason,
        "scores": earlier.scores,
    }


def matter_behind(viewer: Viewer, reference: str) -> tuple[Matter | None, Request | Case | None]:
    """The matter of a request or a case that this viewer may open; (None, None) when there is none for them."""
    everything = (Case.objects,) if is_of_case(reference) else (Request.objects, Case.objects)
    for things in everything:
        found = things.visible_to(viewer).select_related("matter__programme").filter(reference=reference).first()
        if found is not None:
            return found.matter, found
    return None, None


@dataclass(frozen=True)
class ScreeningPage:
    """Everything that one screening says, with the words of the version it was made with."""

    rubric: RubricVersion
    columns: list[Column]
    stops: list[Any]
    rows: list[Any]
    safeguards: list[str]
    alternatives: list[str]
    process: str


@dataclass(frozen=True)
class Scored:
    """A criterion and what each person scored; one nameless score where it is not by person."""

    words: str
    given: list[tuple[str, int]]


def screening_page(screening: Screening, rubric: RubricVersion) -> ScreeningPage:
    names = dict(screening.people)
    return ScreeningPage(
        rubric=rubric,
        columns=side_by_side(rubric, stops=screening.stops, scores=screening.scores, people=screening.people),
        stops=[stop for stop in rubric.stops.all() if stop.code in screening.stops],
        rows=[
            Scored(str(one), [(names.get(key, ""), score) for key, score in screening.scores[one.code].items()])
            for one in rubric.criteria.all()
            if one.code in screening.scores
        ],
        safeguards=[str(Safeguard(code).label) for code in screening.safeguards],
        alternatives=[str(Alternative(code).label) for code in screening.alternatives],
        process=str(PROCESSES[screening.process].label) if screening.process else "",
    )


@dataclass(frozen=True)
class MatterPage:
    """All screenings of a matter, newest first, and the marks that ask for another."""

    screenings: list[Screening]
    marks: list[ScreenAgain]


def screenings_of(matter: Matter) -> MatterPage:
    screenings = Screening.objects.filter(matter=matter).select_related("decided_by", "rubric")
    marks = ScreenAgain.objects.filter(matter=matter).select_related("asked_by", "settled_by")
    return MatterPage(list(screenings), list(marks.order_by("-asked_at")))


def open_marks(case: Case) -> list[ScreenAgain]:
    return list(ScreenAgain.objects.open().filter(matter=case.matter_id).select_related("asked_by"))


@dataclass(frozen=True)
class Waiting:
    """What waits for people who screen: to be read by a second person, or to be screened again."""

    to_read: list[Screening]
    again: list[ScreenAgain]


# More than this is no list for one look; the oldest come first.
_SHOWN = 100


def waiting(viewer: Viewer) -> Waiting:
    """For somebody who screens: never their own among what they could read, never a matter they have a tie with."""
    to_read = Screening.objects.waiting().visible_to(viewer).select_related("decided_by", "matter__programme")
    marks = ScreenAgain.objects.open().visible_to(viewer).select_related("matter__case", "asked_by")
    marks = marks.exclude(matter__case__status=CaseStatus.ENDED)
    return Waiting(list(to_read.order_by("decided_at")[:_SHOWN]), list(marks.order_by("asked_at")[:_SHOWN]))


@dataclass(frozen=True)
class AllegationLine:
    """One allegation with its ways, and what this viewer may do with it."""

    row: Allegation
    weighed: Weighing | None
    positions_harmed: list[str]
    positions_named: list[str]
    may_sign: bool

    @property
    def advice(self) -> list[tuple[str, str]]:
        """What the criteria advise for each process, where they were answered for this allegation."""
        if self.weighed is None:
            return []
        said = ((str(one.label), self.weighed.advice_on(code)) for code, one in PROCESSES.items())
        return [(process, words) for process, words in said if words]


@dataclass(frozen=True)
class AllegationsPage:
    lines: list[AllegationLine]
    may_change: bool
    weighs: bool


def allegations_page(matter: Matter, user: User) -> AllegationsPage:
    rows = matter.allegations.prefetch_related("routes__decided_by", "routes__signed_by", "weighings__weighed_by")
    signs = user.may(Permission.SIGN_WAYS, matter.programme)
    return AllegationsPage(
        lines=[
            AllegationLine(
                row=row,
                weighed=next(iter(row.weighings.all()), None),
                positions_harmed=[str(Position(code).label) for code in row.harmed_is],
                positions_named=[str(Position(code).label) for code in row.named_is],
                may_sign=signs and row.way_waiting is not None and row.way_waiting.decided_by_id != user.pk,
            )
            for row in rows
        ],
        may_change=user.may(Permission.SCREEN, matter.programme) and not matter.is_kept,
        weighs=matter.programme.weighted_criteria,
    )


@dataclass(frozen=True)
class WayToSign:
    route: AllegationRoute
    # Of the case, or of the request that is none yet.
    reference: str


def ways_to_sign(viewer: User) -> list[WayToSign]:
    """Ways that wait for this director, the oldest first; never one that they decided."""
    waiting = AllegationRoute.objects.filter(standing=Standing.WAITING).exclude(decided_by=viewer)
    matters = Matter.objects.visible_to(viewer).filter(programme__in=viewer.programmes_with(Permission.SIGN_WAYS))
    mine = waiting.filter(allegation__matter__in=matters.values("pk"))
    rows = mine.select_related("decided_by").annotate(reference=reference_in("allegation__matter"))
    return [WayToSign(row, row.reference) for row in rows.order_by("decided_at")[:_SHOWN]]
