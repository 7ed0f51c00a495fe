"""Random histories in the programme that keeps its records: what its switches add to those of every programme."""

from hypothesis import strategies as st
from hypothesis.stateful import initialize, precondition, rule

from portal.papers.statuses import DeliveryResult
from portal.plans.statuses import Capacity
from portal.screening.statuses import AllegationWay

from .kept import kept_way_of
from .kept_promises import KeptPromises
from .machine import NUMBERS, WAY_IN, YES_OR_NO, History

is_here = KeptPromises.is_here
KEPT_WAY_IN = (*WAY_IN, "agrees", "is_read", "excuses_and_closes")
RESULTS = st.sampled_from([DeliveryResult.SENT, DeliveryResult.BOUNCED, DeliveryResult.HANDED_OVER])
PLACES = st.integers(0, 6)


class KeptHistory(KeptPromises, History):
    """A case is never gone here: what is closed is kept."""

    way_in, way_of = KEPT_WAY_IN, staticmethod(kept_way_of)

    def __init__(self):
        super().__init__()
        self.signed, self.at_close = {}, {}

    @initialize(programme=st.just(0), depth=st.integers(0, len(KEPT_WAY_IN)))
    def it_has_come_some_of_the_way(self, programme, depth):
        self.comes(programme, depth)

    def _anybody(self, who):
        everybody = self.team.everybody()
        return everybody[who % len(everybody)]

    # Allegations.
    @precondition(is_here)
    @rule(way=st.sampled_from([None, AllegationWay.FORMAL]), is_signed=YES_OR_NO)
    def an_allegation_is_written_down(self, way, is_signed):
        self.way.alleges(way, is_signed=is_signed)

    @precondition(is_here)
    @rule(place=NUMBERS, way=st.sampled_from(AllegationWay))
    def an_allegation_is_sent_another_way(self, place, way):
        rows = self.way.allegations()
        if rows:
            row = rows[place % len(rows)]
            assert not (self.way.routes(row, way) and row.barred_on), "what is settled changes no more"

    @precondition(is_here)
    @rule(who=PLACES, agrees=YES_OR_NO)
    def anybody_signs_the_way(self, who, agrees):
        self.way.director_signs(self._anybody(who), agrees=agrees)

    # Papers.
    @precondition(is_here)
    @rule(facilitator=st.sampled_from(["Noor Rahman", "Milo Santos"]))
    def a_notice_is_made(self, facilitator):
        self.way.makes_notice(facilitator)

    @precondition(is_here)
    @rule(number=NUMBERS, result=RESULTS)
    def a_notice_is_given_or_comes_back(self, number, result):
        self.way.delivers(self.way.person(number), result)

    @precondition(is_here)
    @rule(number=NUMBERS, by_self=YES_OR_NO)
    def somebody_says_what_the_sheet_means(self, number, by_self):
        self.way.says_in_own_words(self.way.person(number), by_self=by_self)

    @precondition(is_here)
    @rule(understood=YES_OR_NO)
    def staff_read_what_somebody_says(self, understood):
        self.way.reads_the_words(understood=understood)

    # The agreement.
    @precondition(is_here)
    @rule(opens=YES_OR_NO)
    def an_agreement_is_written(self, opens):
        self.way.writes()
        if opens:
            self.way.opens_for_signing()

    @precondition(is_here)
    @rule(number=NUMBERS)
    def a_party_signs(self, number):
        self.way.signs(self.way.person(number))

    @precondition(is_here)
    @rule(capacity=st.sampled_from([Capacity.COORDINATOR, Capacity.DIRECTOR]), who=PLACES)
    def anybody_signs_for_the_office(self, capacity, who):
        self.way.signs_for_office(capacity, self._anybody(who))

    @precondition(is_here)
    @rule()
    def everyone_signs(self):
        self.way.agrees()

    @precondition(is_here)
    @rule(number=NUMBERS)
    def somebody_withdraws_from_the_agreement(self, number):
        row = self.way.agreement()
        done = self.way.withdraws_from_agreement(self.way.person(number))
        assert not (done and row.is_agreed), "after the last signature nobody withdraws alone"

    @precondition(is_here)
    @rule()
    def it_is_written_anew(self):
        self.way.revises()

    @precondition(lambda self: self.is_here() and self.signed)
    @rule(who=PLACES)
    def anybody_opens_the_signed_agreement(self, who):
        person = self._anybody(who)
        response = self.way.fetches_copy(person)
        assert not (response.status_code == 200 and person.pk in self.tied)

    @precondition(lambda self: self.is_here() and self.signed)
    @rule(number=NUMBERS)
    def somebody_takes_their_own_copy(self, number):
        person = self.way.person(number)
        if person.entry is not None:
            response = self.way.fetches_copy(person.entry)
            assert not (response.status_code == 200 and self.way.is_kept), "the pages of everybody end at close"

    # Closing.
    @precondition(is_here)
    @rule(who=PLACES)
    def anybody_excuses_what_is_missing(self, who):
        person, lacked = self._anybody(who), len(self.way.lacks())
        self.way.excuses(person)
        assert person == self.team.director or len(self.way.lacks()) == lacked

    @precondition(is_here)
    @rule(is_excused=YES_OR_NO)
    def it_is_closed(self, is_excused):
        done = self.way.excuses_and_closes() if is_excused else self.way.closes()
        assert not (done and self.held), "a hold beats everything"
