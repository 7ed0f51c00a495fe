from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from portal.scheduling.matching import MOST_UNFIT, Proposal, best_pairs, bits, propose, run_starts

SLOTS = 40
calendars = st.integers(min_value=0, max_value=(1 << SLOTS) - 1)


def is_free(free: int, start: int, length: int) -> bool:
    """The brute-force model: look at every half hour."""
    return all(free >> (start + number) & 1 for number in range(length))


@given(free=calendars, length=st.integers(1, 9))
def test_a_run_starts_exactly_where_enough_half_hours_follow_each_other(free, length):
    starts = set(bits(run_starts(free, length)))

    assert starts == {start for start in range(SLOTS) if is_free(free, start, length)}


@given(
    people=st.dictionaries(st.sampled_from("abcdef"), st.none() | calendars, min_size=1),
    allowed=calendars,
    length=st.integers(1, 5),
    most=st.integers(1, 60),
)
def test_proposals_are_those_of_a_search_through_every_half_hour(people, allowed, length, most):
    proposals = propose(people, allowed=allowed, length=length, most=most)

    missing = tuple(who for who, free in people.items() if free is None)
    given = len(people) - len(missing)
    expected = []
    for start in (start for start in range(SLOTS) if is_free(allowed, start, length)):
        unfit = tuple(who for who, free in people.items() if free is not None and not is_free(free, start, length))
        if len(unfit) <= MOST_UNFIT and len(unfit) < given:
            expected.append(Proposal(bit=start, missing=missing, unfit=unfit))
    expected.sort(key=lambda proposal: (len(proposal.unfit), proposal.bit))
    assert proposals == expected[:most]


@given(
    starts=st.lists(calendars.flatmap(lambda free: st.sampled_from([free, free << 100])), max_size=9),
    leads=st.frozensets(st.integers(0, 8)),
    most=st.integers(1, 12),
)
def test_the_best_pairs_are_those_of_a_search_through_all_pairs(starts, leads, most):
    found = best_pairs(starts, leads, most=most)

    def rank(pair):
        common = starts[pair[0]] & starts[pair[1]]
        mix = {1: 0, 2: 1, 0: 2}[sum(place in leads for place in pair)]
        return mix, common & -common, pair

    pairs = [sorted(pair, key=lambda place: place not in leads) for pair in combinations(range(len(starts)), 2)]
    possible = [(one, other) for one, other in pairs if starts[one] & starts[other]]
    assert found == sorted(possible, key=rank)[:most]


def test_somebody_who_has_given_no_times_is_named_and_rules_nothing_out():
    found = propose({"Alex": 0b1111, "Sam": None}, allowed=0b1111, length=4, most=5)

    assert found == [Proposal(bit=0, missing=("Sam",), unfit=())]
    assert not found[0].suits_everyone
