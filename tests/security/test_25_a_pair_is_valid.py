"""Promise 25: two different people, trained, without a tie, of allowed units, with room for it, and booked once."""

from itertools import product

import pytest

from portal.cases.actions import TransitionRefused
from portal.cases.models import Assignment
from portal.cases.statuses import TieAnswer, TieSource
from portal.scheduling.actions import ask_neutrals
from tests.factories import make_case, make_neutral, make_profile, make_staff, verified
from tests.factories.texts import make_texts

from .proofs import missing

pytestmark = pytest.mark.django_db
PROOFS = {
    "tests.portal.scheduling.test_asking": [
        "test_mediation_takes_exactly_two",
        "test_the_same_person_twice_is_one_person",
        "test_an_expired_credential_blocks_the_assignment",
        "TestWhoCanBeAsked",
        "TestLimits",
    ],
    "tests.portal.scheduling.test_double_booking": [
        "test_without_the_lock_a_mediator_is_booked_twice",
        "test_with_the_lock_one_is_booked_and_the_other_hears_that_it_is_taken",
        "test_the_lock_holds_for_a_room_as_well",
        "test_the_database_itself_refuses_what_slips_past_the_lock",
        "test_two_pairs_in_opposite_order_never_wait_for_each_other",
    ],
}
SUITABLE, TIED, UNTRAINED = "suitable", "tied", "untrained"


def test_the_proofs_beside_the_feature_stand():
    assert missing(PROOFS) == set()


def candidate(kind, case):
    if kind == UNTRAINED:
        return make_profile().user
    neutral = make_neutral()
    if kind == TIED:
        case.matter.ties.create(person=neutral, answer=TieAnswer.YES, source=TieSource.NAMED)
    return neutral


@pytest.mark.parametrize("kinds", list(product((SUITABLE, TIED, UNTRAINED), repeat=2)), ids=" and ".join)
def test_of_all_pairs_only_two_suitable_people_are_asked(kinds):
    programme = make_texts()
    case = make_case(programme=programme, coordinator=make_staff(programme=programme))
    pair = [candidate(kind, case) for kind in kinds]

    refused = None
    try:
        ask_neutrals(case_id=case.pk, neutrals=pair, by=verified(case.coordinator))
    except TransitionRefused as refusal:
        refused = refusal

    assert (refused is None) == (set(kinds) == {SUITABLE})
    assert Assignment.objects.count() == (0 if refused else 2)
