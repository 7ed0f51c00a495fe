"""Steps taken by hand are those that have a button; every other one is taken by what completes it."""

import pytest

from portal.cases.actions import TransitionRefused, move_case
from portal.cases.models import Case
from portal.cases.statuses import CaseStatus
from portal.cases.transitions import TABLE
from tests.factories import make_case, make_staff, verified

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("one", [one for one in TABLE if not one.by_button], ids=lambda one: one.step)
def test_what_has_no_button_is_refused_by_the_action_itself(one):
    """Half a step would be worse than none: an end without its ending, a session without its people."""
    status = min(one.sources)
    case = make_case(status, coordinator=verified(make_staff()))

    with pytest.raises(TransitionRefused, match="by what completes it"):
        move_case(case_id=case.pk, step=one.step, actor=case.coordinator)

    assert Case.objects.get(pk=case.pk).status == CaseStatus(status)
