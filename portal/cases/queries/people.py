"""The people of a case with everything that a screen and the gates ask of them, in a constant number of queries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery, prefetch_related_objects
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from ..gates import second_yes_from
from ..models import Consent, ContactAttempt
from ..statuses import AttemptResult, ConsentKind, Willing

if TYPE_CHECKING:
    from uuid import UUID

    from ..models import Case, Participant

# Results of an attempt that count against the cap; a mail that came back is news of an earlier one.
COUNTED = frozenset(set(AttemptResult) - {AttemptResult.BOUNCED})

KINDS = {Willing.UNASKED: "empty", Willing.ASKED: "wait", Willing.YES: "go", Willing.NO: "late"}


@dataclass(frozen=True)
class PersonRow:
    """One line of the people on the case page."""

    person: Participant
    word: str
    kind: str
    has_read: bool
    attempts: int
    wants_time: bool
    comes_with: str


def people_of(case: Case) -> list[PersonRow]:
    """Fetch everybody with their answers, so that neither the screen nor a gate asks the database for one of them."""
    prefetch_related_objects([case], "participants__consents")
    people = list(case.participants.all())
    if not all(hasattr(person, "attempts_made") for person in people):
        prefetch_related_objects(people, "attempts")
    by_id = {person.pk: person for person in people}
    for person in people:
        person.case = case
    return [_row(person, by_id) for person in people]


def person_of(case: Case, number: int) -> Participant | None:
    """One of them, out of the same rows; for the page of one person."""
    return next((row.person for row in people_of(case) if row.person.number == number), None)


def with_attempts(people: QuerySet[Participant]) -> QuerySet[Participant]:
    """People with how often the office tried to reach them, in the query that fetches them."""
    made = (
        ContactAttempt.objects.filter(participant=OuterRef("pk"), result__in=COUNTED).order_by().values("participant")
    )
    return people.annotate(attempts_made=Coalesce(Subquery(made.annotate(number=Count("pk")).values("number")), 0))


def with_answers(people: QuerySet[Participant]) -> QuerySet[Participant]:
    """People with whether their answer is on record, and any try to reach them, in the query that fetches them."""
    same = Q(yes=True, participant__willing=Willing.YES) | Q(yes=False) & ~Q(participant__willing=Willing.YES)
    answers = Consent.objects.filter(same, participant=OuterRef("pk"), kind=ConsentKind.TAKE_PART)
    tried = ContactAttempt.objects.filter(participant=OuterRef("pk"))
    return people.annotate(is_answer_on_record=Exists(answers), was_tried=Exists(tried))


def attempts_left(person: Participant) -> int:
    return max(0, person.case.programme.contact_attempts_cap - _attempts(person))


def latest_answer(person: Participant, kind: ConsentKind, about: Participant | None = None) -> bool | None:
    """The answer that counts, or None when there is none yet."""
    rows = [row for row in person.consents.all() if row.kind == kind and (about is None or row.about_id == about.pk)]
    return rows[-1].yes if rows else None


def may_be_contacted(person: Participant) -> bool:
    """Whether the requester allowed the office to contact this person."""
    requester = next((other for other in person.case.participants.all() if other.is_requester), None)
    return requester is not None and latest_answer(requester, ConsentKind.CONTACT, about=person) is True


def _row(person: Participant, by_id: dict[UUID, Participant]) -> PersonRow:
    word, kind = _standing(person)
    with_whom = by_id.get(person.comes_with_id) if person.comes_with_id else None
    return PersonRow(
        person=person,
        word=word,
        kind=kind,
        has_read=person.rights_read_at is not None,
        attempts=_attempts(person),
        wants_time=person.more_time_asked_at is not None,
        comes_with=with_whom.display_name if with_whom else "",
    )


def _attempts(person: Participant) -> int:
    """How many count; read from `with_attempts`, else from what was prefetched."""
    if hasattr(person, "attempts_made"):
        return person.attempts_made
    return sum(attempt.result in COUNTED for attempt in person.attempts.all())


def _standing(person: Participant) -> tuple[str, str]:
    if person.has_left:
        return (_("Withdrew") if person.is_party else _("Does not come along")), "empty"
    if not person.is_party:
        return _companion_standing(person)
    if person.case.asks_twice and second_yes_from(person):
        return _("Has said yes once"), "wait"
    return str(person.get_willing_display()), KINDS[Willing(person.willing)]


def _companion_standing(companion: Participant) -> tuple[str, str]:
    parties = [person for person in companion.case.participants.all() if person.is_party and not person.has_left]
    answers = [latest_answer(party, ConsentKind.COMPANION, about=companion) for party in parties]
    return (_("Everyone agrees"), "go") if all(answers) else (_("Not everyone has agreed"), "wait")
