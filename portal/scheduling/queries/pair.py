"""Who conducts a case, and who could."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery, Sum
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.accounts.models import User
from portal.cases.models import Assignment, Case, Participant, Tie
from portal.cases.statuses import AssignmentEnd, CaseStatus, TieAnswer, TieSource
from portal.programmes.processes import ProcessDefinition, definition
from portal.roster.models import Credential, NeutralProfile, StandingTie
from portal.roster.qualification import PRIVILEGE_HOURS
from portal.roster.queries import who_may_conduct
from portal.roster.statuses import PrivilegeRoute, Skill, Tier

from ..elsewhere import elsewhere
from ..gates import agreed_to_pair
from ..grid import coming_grid, half_hours_in
from ..matching import best_pairs, run_starts
from ..models import Booking, Reservation
from ..roles_apart import in_words, who_decided
from .calendars import parties_free, weekly_mask, with_taken
from .load import limit_reached, with_load
from .offered import booked_time

if TYPE_CHECKING:
    from datetime import date

# Whoever a party asked to be replaced, or who has a tie, is not asked again in the same case.
_NOT_AGAIN = (AssignmentEnd.TIE, AssignmentEnd.OBJECTION, AssignmentEnd.NOT_AVAILABLE)
# People in the case itself, or named as involved: who is tied to them for good does not conduct it.
_INVOLVED = (TieSource.NAMED, TieSource.SAME_ADDRESS)
MOST_PAIRS = 3


@dataclass
class Candidate:
    """Somebody who may be asked, with words for why and why not."""

    neutral: User
    profile: NeutralProfile
    load: int
    starts: int
    reasons: list[str] = field(default_factory=list)
    cautions: list[str] = field(default_factory=list)

    @property
    def leads(self) -> bool:
        return self.profile.tier == Tier.LEAD


@dataclass
class Suggestion:
    candidates: list[Candidate]
    pairs: list[tuple[Candidate, Candidate]]
    # Who would be fit, and has as many cases as they take: one sentence each.
    at_their_limit: list[str]


@dataclass
class Pair:
    """The people who conduct a case or were asked to, as the case page shows them."""

    process: ProcessDefinition
    current: list[Assignment]
    earlier: list[Assignment]
    round: int
    # After a replacement: each party with whether they have met the new pair.
    asked_again: list[tuple[Participant, bool]]
    can_choose: bool

    @property
    def lacking(self) -> int:
        return max(0, self.process.neutrals_min - len(self._pair))

    @property
    def room_left(self) -> int:
        return max(0, self.process.neutrals_max - len(self._pair))

    @property
    def asks_extra(self) -> bool:
        """The pair is there; whoever is asked now leads a circle of their own beside it."""
        extra = len(self.current) - len(self._pair)
        return not self.room_left and extra < self.process.extra_neutrals

    @property
    def is_complete(self) -> bool:
        return sum(row.is_accepted for row in self._pair) >= self.process.neutrals_min

    @property
    def _pair(self) -> list[Assignment]:
        return [row for row in self.current if not row.is_extra]


def pair_of(case: Case) -> Pair:
    """One query, beside the participants and consents that the caller has loaded."""
    rows = list(case.assignments.select_related("neutral__neutral_profile"))
    ended = [row for row in rows if row.ended_at]
    replaced = [row for row in ended if row.accepted_at and not row.is_extra]
    number = 1 + sum(row.end_reason != AssignmentEnd.CASE_ENDED for row in replaced)
    again = case.participants.all() if number > 1 else ()
    parties = [person for person in again if person.is_party and person.is_active]
    return Pair(
        process=case.rules,
        current=[row for row in rows if not row.ended_at],
        earlier=ended,
        round=number,
        asked_again=[(person, agreed_to_pair(person, number)) for person in parties],
        can_choose=case.status in {CaseStatus.ARRANGING, CaseStatus.BOOKED} and not case.is_paused,
    )


def who_can_be_asked(case: Case) -> QuerySet[User]:
    """Trained and current on the day, free of ties to the matter, its unit and its people, not taken, not asked before.

    Each is annotated as by `with_load`, and with `hours` of training. Whose limit is reached is among them, so that
    screens can say so: ask `limit_reached`.
    """
    earlier = Assignment.objects.filter(case=case, neutral=OuterRef("pk"))
    ties = Tie.objects.filter(matter=case.matter, person=OuterRef("pk"), answer=TieAnswer.YES)
    booking = _booking_to_join(case)
    day = _day(booking)
    people = who_may_conduct(process=case.process, on=day)
    people = people.exclude(Exists(earlier.filter(Q(ended_at=None) | Q(end_reason__in=_NOT_AGAIN))))
    people = people.exclude(Exists(ties)).exclude(Exists(_standing_ties(case)))
    if case.coordinator_id is not None and not case.programme.keeps_records:
        people = people.exclude(pk=case.coordinator_id)
    if not case.programme.external_neutrals:
        people = people.exclude(neutral_profile__is_external=True)
    if case.programme.same_unit_excluded and case.unit:
        people = people.exclude(unit=case.unit)
    if booking is not None:
        overlapping = Reservation.objects.filter(starts_at__lt=booking.ends_at, ends_at__gt=booking.starts_at)
        people = people.exclude(Exists(overlapping.filter(neutral=OuterRef("pk"))))
        people = people.exclude(pk__in=elsewhere().people(booking.starts_at, booking.ends_at))
    return with_load(people).annotate(hours=_hours(day)).select_related("neutral_profile")


def day_to_conduct(case: Case) -> date:
    """The day on which a credential has to hold: that of the booked session, else today."""
    return _day(_booking_to_join(case))


def _booking_to_join(case: Case) -> Booking | None:
    return booked_time(case) if case.status == CaseStatus.BOOKED else None


def _day(booking: Booking | None) -> date:
    return timezone.localdate(booking.starts_at) if booking else timezone.localdate()


def _standing_ties(case: Case) -> QuerySet[StandingTie]:
    involved = Tie.objects.filter(matter=case.matter, answer=TieAnswer.YES, source__in=_INVOLVED)
    bound = Q(person__in=involved.values("person"))
    if case.unit:
        bound |= Q(unit=case.unit)
    return StandingTie.objects.filter(bound, neutral__user=OuterRef("pk"))


def _hours(day: date) -> Subquery:
    """Hours of training that count for the mediator privilege on that day."""
    current = Credential.objects.current(day).filter(neutral__user=OuterRef("pk"), skill=Skill.MEDIATION)
    return Subquery(current.order_by().values("neutral").annotate(sum=Sum("hours")).values("sum"))


def suggest(case: Case) -> Suggestion:
    """Everyone who can be asked, the most fitting first, and the pairs who could start earliest."""
    days = coming_grid(case.programme.booking_horizon_days)
    length = half_hours_in(definition(case.process).default_minutes)
    rows = who_can_be_asked(case).prefetch_related("neutral_profile__weekly_hours")
    open_to_all = parties_free(case, days)
    decided = who_decided(case)
    candidates, at_their_limit = [], []
    for person in with_taken(rows, path="reservations"):
        if words := limit_reached(person):
            at_their_limit.append(words)
            continue
        free = weekly_mask(days, person.neutral_profile.weekly_hours.all()) & ~days.mask_of(person.taken)
        candidate = _candidate(person, run_starts(free & open_to_all, length))
        if person.pk in decided:
            # C13: said where people are chosen, and a reason is asked for.
            candidate.cautions.append(_("Decided here before: %(what)s") % {"what": in_words(decided[person.pk])})
        candidates.append(candidate)
    candidates.sort(key=lambda one: (bool(one.cautions), not one.starts, one.load, str(one.profile)))
    leads = frozenset(place for place, one in enumerate(candidates) if one.leads)
    places = best_pairs([one.starts for one in candidates], leads, most=MOST_PAIRS)
    return Suggestion(candidates, [(candidates[one], candidates[other]) for one, other in places], at_their_limit)


def _candidate(person: User, starts: int) -> Candidate:
    profile = person.neutral_profile
    candidate = Candidate(neutral=person, profile=profile, load=getattr(person, "load", None) or 0, starts=starts)
    candidate.reasons.append(str(profile.get_tier_display()))
    _say_when(candidate, starts.bit_count())
    words = ngettext("Conducts %(count)d case now", "Conducts %(count)d cases now", candidate.load)
    candidate.reasons.append(words % {"count": candidate.load} if candidate.load else _("Conducts no case now"))
    if profile.is_external:
        candidate.reasons.append(_("Comes from outside; those who take part are told"))
    if profile.languages:
        candidate.reasons.append(_("Also speaks %(languages)s") % {"languages": profile.languages})
    if person.is_away and person.away_until is not None:
        candidate.cautions.append(_("Away until %(day)s") % {"day": date_format(person.away_until)})
    if not has_privilege(profile, getattr(person, "hours", 0) or 0):
        candidate.cautions.append(_("Not yet covered by the mediator privilege"))
    return candidate


def _say_when(candidate: Candidate, count: int) -> None:
    if count:
        words = ngettext("%(count)d possible start in the coming days", "%(count)d possible starts", count)
        candidate.reasons.append(words % {"count": count})
    else:
        candidate.cautions.append(_("Usual hours do not fit the times given so far"))


def has_privilege(profile: NeutralProfile, hours: int) -> bool:
    return hours >= PRIVILEGE_HOURS and profile.privilege_route != PrivilegeRoute.NONE


def lead_of(case: Case, chosen: Iterable[User]) -> User | None:
    """Who of those newly asked leads: the first with that place on the roster, when nobody leads yet."""
    if case.assignments.current().filter(is_lead=True).exists():
        return None
    people = list(chosen)
    tiers = dict(NeutralProfile.objects.filter(user__in=people).values_list("user_id", "tier"))
    ordered = sorted(people, key=lambda person: tiers.get(person.pk) != Tier.LEAD)
    return ordered[0] if ordered else None
