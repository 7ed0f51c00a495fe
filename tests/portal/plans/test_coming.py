"""Before the days that an agreement names: whoever coordinates finds a task in time, once for each day (C36)."""

from datetime import datetime, time, timedelta

import pytest
from django.contrib.auth import get_user_model
from django.utils import timezone

from portal.audit.events import AuditEvent
from portal.audit.models import AuditLink
from portal.cases.actions import remind_of_tasks, write_tie
from portal.cases.models import Case, Matter, Task
from portal.cases.statuses import MatterStatus, TieSource
from portal.mail.models import Mailing
from portal.plans import actions
from portal.plans.models import Commitment, Leaving, Resolution
from portal.plans.queries import followed_matters
from portal.plans.statuses import Capacity, CommitmentStatus, ResolutionStatus
from tests.factories import make_staff
from tests.factories.resolutions import day, make_agreed_resolution, make_resolution

pytestmark = pytest.mark.django_db


@pytest.fixture
def on(time_machine):
    """Go to noon, so many days before or after a day."""

    def go(when, days):
        time_machine.move_to(timezone.make_aware(datetime.combine(when, time(12)) + timedelta(days=days)), tick=False)

    return go


def agreed(**days):
    """An agreement of Alex and Sam that holds; no day of its own comes unless it is given here."""
    row = make_agreed_resolution()
    Resolution.objects.filter(pk=row.pk).update(**({"review_on": None, "ends_on": None} | days))
    return row


def leaves(row, name="Alex", *, in_days=80, effect="GOES_ON", kind="GRADUATION"):
    rows = {one.participant.display_name: one for one in row.leavings.select_related("participant")}
    facts = {"kind": kind, "leaves_on": day(in_days), "effect": effect}
    Leaving.objects.filter(pk=rows[name].pk).update(**facts)
    return facts["leaves_on"]


def given():
    """What the clock gave to do since the last look: (who, what, until when)."""
    actions.warn_of_days()
    tasks = [(one.person, one.words, one.due_on) for one in Task.objects.order_by("due_on")]
    Task.objects.all().delete()
    return tasks


def test_two_weeks_before_somebody_graduates_it_says_what_is_due_from_them_only_later(on):
    row = agreed()
    when = leaves(row)
    on(when, -15)
    assert given() == []

    on(when, -14)
    ((person, words, due_on),) = given()

    assert person == row.case.coordinator
    assert words.startswith(f"Alex leaves on {when:%-d %B %Y} (Graduation). The agreement says: It goes on after")
    # Alex's only term is due ten days after.
    assert words.endswith("Due only after that day: term 1.")
    assert due_on == when - timedelta(days=7)
    on(when, -3)
    assert given() == []


def test_what_is_settled_or_due_before_is_not_named(on):
    row = agreed()
    when = leaves(row, in_days=95, kind="SEPARATION")
    other = leaves(row, "Sam", in_days=95)
    assert when == other
    on(when, -14)

    assert [words.count("Due only after") for _person, words, _due in given()] == [0, 0]

    Leaving.objects.update(warned_at=None, leaves_on=day(5))
    Commitment.objects.update(status=CommitmentStatus.DONE, settled_on=timezone.localdate())
    assert [words.count("Due only after") for _person, words, _due in given()] == [0, 0]


def test_the_task_is_told_by_mail_on_its_own_day(on):
    row = agreed()
    when = leaves(row)
    on(when, -14)
    actions.warn_of_days()
    Mailing.objects.all().delete()

    remind_of_tasks()
    assert not Mailing.objects.exists()
    on(when, -7)
    remind_of_tasks()

    assert [mail.address for mail in Mailing.objects.all()] == [row.case.coordinator.email]
    assert AuditLink.objects.filter(kind=AuditEvent.TASK_GIVEN).count() == 1


def test_the_review_and_the_end_come_with_what_is_still_open(on):
    row = agreed(review_on=day(60), ends_on=day(70))
    on(day(0), 46)
    assert [words for _person, words, _due in given()] == [
        f"Look at the agreement together: it names {row.review_on:%-d %B %Y} for that."
    ]

    on(day(0), 12)
    ((_person, words, due_on),) = given()

    ends_on = Resolution.objects.get().ends_on
    assert words == f"The agreement ends on {ends_on:%-d %B %Y}. Still open: term 1, term 2."
    assert due_on == ends_on
    on(ends_on, 3)
    assert given() == []


def test_what_comes_late_is_to_be_done_today():
    row = agreed()
    leaves(row, in_days=2)

    assert [due_on for _person, _words, due_on in given()] == [day(0)]


def test_whoever_has_a_tie_does_not_hear_of_it_and_another_one_who_coordinates_does():
    row = agreed()
    leaves(row, in_days=2)
    others = {make_staff(programme=row.case.programme), *director_who_signed(row)}
    write_tie(matter=row.case.matter, person=row.case.coordinator, source=TieSource.DECLARED, actor=None)

    ((person, _words, _due),) = given()

    assert person in others


def director_who_signed(row):
    return [one.officer for one in row.signatures.filter(capacity=Capacity.DIRECTOR)]


def test_where_nobody_coordinates_it_waits_for_whoever_comes():
    row = agreed()
    leaves(row, in_days=2)
    get_user_model().objects.update(is_active=False)
    assert given() == []

    successor = make_staff(programme=row.case.programme)

    assert [person for person, _words, _due in given()] == [successor]


def test_a_pause_waits_and_what_is_closed_or_gone_is_left_alone():
    row = agreed()
    leaves(row, in_days=2)
    Case.objects.update(paused_at=timezone.now())
    assert given() == []

    Case.objects.update(paused_at=None)
    for status in (MatterStatus.KEPT, MatterStatus.DESTROYING):
        Matter.objects.update(status=status)
        assert given() == []

    Matter.objects.update(status=MatterStatus.OPEN)
    assert len(given()) == 1


def test_whoever_has_withdrawn_and_what_does_not_hold_is_no_task():
    row = agreed()
    leaves(row, in_days=2)
    row.case.participants.update(left_at=timezone.now())
    draft = make_resolution()
    leaves(draft, in_days=2)

    assert draft.status == ResolutionStatus.DRAFT
    assert given() == []


def test_while_something_agreed_on_is_still_to_come_nobody_is_asked_whether_it_is_idle(on):
    row = agreed()
    last = max(one.due_on for one in row.commitments.all())
    assert {one["matter"] for one in followed_matters()} == {row.case.matter_id}

    on(last, 1)

    assert not followed_matters().exists()
