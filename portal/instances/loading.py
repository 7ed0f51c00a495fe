"""An instance: a request with the case it may have become, and everything of it that the register asks about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Prefetch, QuerySet, prefetch_related_objects
from django.utils.translation import gettext as _

from portal.agreements.queries import with_signed
from portal.cases.models import Matter, Participant
from portal.cases.queries import with_answers
from portal.cases.statuses import CaseStatus, Ending, Willing
from portal.intake.statuses import RequestStatus
from portal.papers.gates import with_proofs
from portal.plans.queries import with_resolution, with_signed_terms
from portal.programmes.processes import definition
from portal.programmes.statuses import Others
from portal.screening.gates import with_ways
from portal.screening.models import Allegation
from portal.screening.queries import with_decision
from portal.sessions.queries import last_outcome

from .models import ExcusedDocument
from .statuses import Each, When

if TYPE_CHECKING:
    from portal.cases.models import Case
    from portal.intake.models import Request

_DECIDED = frozenset({Ending.UNSUITABLE, Ending.REFERRED})


@dataclass
class Instance:
    """One matter of a programme that keeps its records, however it went."""

    # Fetched by `load`, with what the documents are found by: `with_...` of the features that they belong to.
    matter: Any
    # Lists are looked at more often than a case: there people are numbers.
    names_people: bool = False

    @cached_property
    def case(self) -> Case | None:
        return getattr(self.matter, "case", None)

    @cached_property
    def request(self) -> Request | None:
        rows = sorted(self.matter.requests.all(), key=lambda row: row.first_contact_at)
        return rows[0] if rows else None

    @cached_property
    def allegations(self) -> list[Any]:
        return list(self.matter.allegations.all())

    @property
    def opened(self) -> Case | Request | None:
        return self.case or self.request

    @property
    def reference(self) -> str:
        return self.opened.reference if self.opened else ""

    @property
    def status_words(self) -> str:
        return str(self.opened.get_status_display()) if self.opened else ""

    @property
    def ending(self) -> str:
        return self.opened.ending if self.opened else ""

    @property
    def ending_words(self) -> str:
        return str(Ending(self.ending).label) if self.ending else ""

    @property
    def process_words(self) -> str:
        return str(definition(self.case.process).label) if self.case else ""

    @property
    def began_at(self) -> datetime:
        return self.matter.first_contact_at

    @property
    def ended_at(self) -> datetime | None:
        return self.opened.ended_at if self.opened else None

    @property
    def is_ended(self) -> bool:
        return self.opened is not None and self.opened.status in {CaseStatus.ENDED, RequestStatus.ENDED}

    @cached_property
    def parties(self) -> list[Participant]:
        return [person for person in self.case.participants.all() if person.is_party] if self.case else []

    def name_of(self, person: Participant | Any) -> str:
        if self.names_people:
            return person.display_name
        return _("person %(number)s") % {"number": person.number}

    @cached_property
    def came_about(self) -> frozenset[When]:
        """What has happened so far, as far as documents follow from it."""
        case = self.case
        others = case is not None and definition(case.process).others != Others.NEVER
        facts = {
            When.ALWAYS: True,
            When.DECIDED: case is not None or self.ending in _DECIDED,
            When.SETTLING: others,
            When.HELD: bool(self.matter.last_outcome),
            When.AGREED: case is not None and self._signs(case),
            When.NO_ANSWER: self.ending == Ending.NO_ANSWER,
        }
        return frozenset(when for when, is_so in facts.items() if is_so)

    def _signs(self, case: Case) -> bool:
        """After a session that ended in something written; terms can also be found without meeting."""
        if self.matter.is_being_signed or self.matter.has_agreed:
            return True
        return self.matter.last_outcome in definition(case.process).signed_outcomes

    def subjects(self, each: Each) -> list[tuple[UUID, Any, str]]:
        """(id, row, what it is called here) of all that one document each has to exist for."""
        if each == Each.INSTANCE:
            return [(self.matter.pk, self.matter, "")]
        if each == Each.ALLEGATION:
            words = _("allegation %(number)d")
            return [(row.pk, row, words % {"number": row.number}) for row in self.allegations]
        if each == Each.MEASURE:
            return [(row.pk, row, self._for_whom(row)) for row in self.matter.measures.all()]
        return [(row.pk, row, self.name_of(row)) for row in self.parties if _IS[each](row)]

    def _for_whom(self, measure: Any) -> str:
        person = next((row for row in self.parties if row.pk == measure.participant_id), None)
        return self.name_of(person) if person else _("the person who wrote to us")


_IS = {
    Each.ANSWERED: lambda person: person.willing in {Willing.YES, Willing.NO},
    Each.SILENT: lambda person: person.willing == Willing.ASKED and not person.has_left,
    Each.CONSENTED: lambda person: person.willing == Willing.YES,
    Each.PRESENT: lambda person: person.willing == Willing.YES and not person.has_left,
    Each.LEFT: lambda person: person.has_left,
}


# What a matter itself says of its documents; its people, allegations, measures and excuses say the rest.
FACTS = ("is_decided", "has_agreed", "was_withdrawn_from", "is_being_signed", "office_has_signed", "last_outcome")


def with_facts(rows: QuerySet[Any], matter: str = "matter", case: str = "matter__case") -> QuerySet[Any]:
    """Matters, or rows of one, with these facts, in the query that fetches them."""
    return with_resolution(with_decision(rows, matter), case).annotate(last_outcome=last_outcome(case))


def load(matters: QuerySet[Matter], *, names_people: bool = False) -> list[Instance]:
    """These matters with all that the table asks about, in as many queries for a hundred as for one."""
    rows = with_facts(matters, "pk", "case").select_related("programme", "kept", "case__plan")
    return _instances(list(rows), names_people)


def load_one(matter: Matter, *, names_people: bool = False) -> Instance:
    """This one; when it came with its facts, with its own rows and without being fetched again."""
    if all(hasattr(matter, name) for name in FACTS):
        return _instances([matter], names_people)[0]
    return load(Matter.objects.filter(pk=matter.pk), names_people=names_people)[0]


def _instances(rows: list[Matter], names_people: bool) -> list[Instance]:
    people = with_signed_terms(with_signed(with_proofs(with_answers(Participant.objects.all()))))
    prefetch_related_objects(
        rows,
        "measures",
        Prefetch("allegations", with_ways(Allegation.objects.all())),
        Prefetch("excused_documents", ExcusedDocument.objects.select_related("excused_by")),
        Prefetch("case__participants", people.select_related("withdrawal")),
    )
    # Whatever became a case is called by it.
    prefetch_related_objects([row for row in rows if not hasattr(row, "case")], "requests")
    return [Instance(row, names_people) for row in rows]
