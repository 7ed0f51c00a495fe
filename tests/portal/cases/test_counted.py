"""The numbers beside the filters are those of the cases that somebody may open, whatever closes one to them."""

from collections import Counter
from itertools import cycle

import pytest

from portal.accounts.models import RoleGrant
from portal.cases import counting
from portal.cases.models import Case, Tie
from portal.cases.statuses import CaseStatus, MatterStatus, TieAnswer, TieSource
from tests.factories import make_case, make_neutral, make_programme, make_staff, verified
from tests.factories.resolutions import make_keeping_programme

pytestmark = pytest.mark.django_db

COLUMNS = ("status", "process", "programme")
PLACES = [CaseStatus.ARRANGING, CaseStatus.HELD, CaseStatus.ARRANGING]


def a_mixture(viewer, home):
    """In both programmes: open ones, one that goes, one kept, one with a tie, one that the viewer conducts."""
    for programme in (home, make_keeping_programme()):
        places = cycle(PLACES)
        make_case(next(places), programme=programme)
        make_case(next(places), programme=programme, process="COACHING")
        going, kept, tied = (make_case(next(places), programme=programme) for _one in range(3))
        going.matter.status, kept.matter.status = MatterStatus.DESTROYING, MatterStatus.KEPT
        going.matter.save(), kept.matter.save()
        Tie.objects.create(matter=tied.matter, person=viewer, answer=TieAnswer.YES, source=TieSource.DECLARED)
        make_case(next(places), programme=programme, accepted=[viewer])


def counted(viewer):
    rows = Case.objects.counted_for(viewer, *COLUMNS)
    return {tuple(row[name] for name in COLUMNS): row["cases"] for row in rows}


def really(viewer):
    return Counter(tuple(row) for row in Case.objects.visible_to(viewer).values_list(*COLUMNS))


@pytest.mark.parametrize("role", ["COORDINATOR", "CASE_MANAGER", "DIRECTOR", "AUDITOR", "NEUTRAL"])
def test_what_is_counted_is_what_can_be_opened(role):
    home = make_programme("MEDIATION")
    viewer = make_neutral() if role == "NEUTRAL" else make_staff(role, programme=home)
    a_mixture(viewer, home)
    viewer = verified(viewer)

    assert counted(viewer) == really(viewer)
    assert sum(really(viewer).values()) > 0


def test_somebody_with_roles_in_both_programmes_counts_both():
    home = make_programme("MEDIATION")
    viewer = make_staff("COORDINATOR", programme=home)
    a_mixture(viewer, home)
    RoleGrant.objects.create(user=viewer, role="DIRECTOR", programme=Case.objects.last().programme, interest="Both")
    viewer = verified(viewer)

    assert counted(viewer) == really(viewer)
    assert len({programme for _status, _process, programme in counted(viewer)}) == 2


@pytest.fixture
def large(monkeypatch):
    """Numbers so large that nobody needs them exact, and a clock that the test moves."""
    clock = [1000.0]
    monkeypatch.setattr(counting, "COUNTED_TO", 3)
    monkeypatch.setattr(counting, "monotonic", lambda: clock[0])
    monkeypatch.setattr(counting, "_remembered", {})
    return clock


def test_large_numbers_are_counted_again_after_a_minute(large):
    home = make_programme("MEDIATION")
    viewer = verified(make_staff("COORDINATOR", programme=home))
    for _one in range(4):
        make_case(CaseStatus.HELD, programme=home)
    assert sum(counted(viewer).values()) == 4

    make_case(CaseStatus.HELD, programme=home)

    assert sum(counted(viewer).values()) == 4
    large[0] += 61
    assert sum(counted(viewer).values()) == 5


def test_what_a_tie_hides_is_taken_off_large_numbers_at_once(large):
    home = make_programme("MEDIATION")
    viewer = verified(make_staff("COORDINATOR", programme=home))
    cases = [make_case(CaseStatus.HELD, programme=home) for _one in range(5)]
    assert sum(counted(viewer).values()) == 5

    Tie.objects.create(matter=cases[0].matter, person=viewer, answer=TieAnswer.YES, source=TieSource.DECLARED)

    assert sum(counted(viewer).values()) == 4


def test_small_numbers_are_always_exact(large):
    home = make_programme("MEDIATION")
    viewer = verified(make_staff("COORDINATOR", programme=home))
    for number in (1, 2, 3):
        make_case(CaseStatus.HELD, programme=home)
        assert sum(counted(viewer).values()) == number


def test_those_of_other_programmes_have_numbers_of_their_own(large):
    home, other = make_programme("MEDIATION"), make_keeping_programme()
    for _one in range(4):
        make_case(CaseStatus.HELD, programme=home)
    assert sum(counted(verified(make_staff("COORDINATOR", programme=home))).values()) == 4

    assert counted(verified(make_staff("COORDINATOR", programme=other))) == {}
