"""What has been idle for long is asked about, and ends by itself when nobody says that it goes on."""

from datetime import timedelta

import pytest
from django.utils import timezone

from portal.cases.actions import lock_matter, touch
from portal.cases.models import Case, Matter
from portal.cases.statuses import CaseStatus, Ending, MatterStatus
from portal.records.actions import ask_about_idle, end_idle, place_hold
from portal.records.models import PurgeRun
from portal.records.statuses import HoldKind
from tests.factories.cases import make_case
from tests.factories.people import make_staff
from tests.factories.texts import make_texts

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    return make_case(CaseStatus.ARRANGING, programme=make_texts())


@pytest.fixture
def later(time_machine):
    def move(days):
        time_machine.move_to(timezone.now() + timedelta(days=days, minutes=1))

    return move


def test_an_idle_matter_is_asked_about_once(case, later):
    assert ask_about_idle() == 0

    later(case.programme.idle_days)

    assert ask_about_idle() == 1
    assert ask_about_idle() == 0
    assert end_idle() == 0


def test_what_stays_idle_ends_and_is_marked_for_destruction(case, later):
    later(case.programme.idle_days)
    ask_about_idle()
    later(case.programme.idle_grace_days)

    assert end_idle() == 1

    found = Case.objects.get(pk=case.pk)
    assert (found.status, found.ending) == (CaseStatus.ENDED, Ending.IDLE)
    assert Matter.objects.get(pk=case.matter_id).status == MatterStatus.DESTROYING
    assert PurgeRun.objects.get().values["ending"] == Ending.IDLE


def test_a_step_in_between_takes_the_question_back(case, later):
    later(case.programme.idle_days)
    ask_about_idle()
    touch(lock_matter(case.matter_id))
    later(case.programme.idle_grace_days)

    assert end_idle() == 0


def test_a_hold_keeps_what_is_idle(case, later):
    director = make_staff("DIRECTOR", case.programme)
    place_hold(matter_id=case.matter_id, kind=HoldKind.LITIGATION, reason="The court asked", by=director)
    later(case.programme.idle_days)
    ask_about_idle()
    later(case.programme.idle_grace_days)

    assert end_idle() == 0
    assert not PurgeRun.objects.exists()
