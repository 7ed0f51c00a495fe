import pytest

from portal.programmes.processes import PROCESSES, definition
from portal.programmes.statuses import Process


def test_every_process_has_a_definition():
    assert set(PROCESSES) == set(Process.values)


def test_mediation_takes_exactly_two_mediators_and_two_or_more_parties():
    mediation = definition(Process.MEDIATION)

    assert [count for count in range(5) if mediation.accepts_neutrals(count)] == [2]
    assert [count for count in range(5) if mediation.count_of("PARTY").fits(count)] == [2, 3, 4]
    assert mediation.parties_min == 2
    assert mediation.count_of("COACHEE") is None


def test_a_code_that_never_existed_has_no_definition():
    with pytest.raises(KeyError):
        definition("ARBITRATION")
