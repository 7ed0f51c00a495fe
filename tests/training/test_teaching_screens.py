"""Who teaches, and where: nobody is in two places, and whoever leads is certified on each day."""

from datetime import timedelta

import pytest
from django.utils import timezone

from portal.scheduling.actions import occupying
from portal.scheduling.actions.occupying import Overlap
from portal.scheduling.models import Room
from tests.factories import make_booking, make_case, make_staff, sign_in, verified
from tests.factories.roster import make_neutral
from tests.factories.training import make_certification, make_enrolment, make_learner, make_offering
from training import actions
from training.models import Offering, TrainerAssignment

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("office")]


@pytest.fixture
def manager(client):
    user = make_staff("TRAINING_MANAGER")
    sign_in(client, user)
    return user


def certified_trainer(**facts):
    user = make_neutral()
    learner = make_learner("Toni", user.email)
    learner.user = user
    learner.save()
    make_certification(learner, "TRAINER", **facts)
    return user


def post(client, offering, user, **more):
    return client.post(f"/portal/training/dates/{offering.pk}/trainers/", {"trainer": user.pk, **more})


def test_a_certified_trainer_leads_and_somebody_else_helps(client, manager):
    offering = make_offering()
    lead, helper = certified_trainer(), make_neutral()

    post(client, offering, lead, leads="on")
    post(client, offering, helper)

    assert set(TrainerAssignment.objects.values_list("trainer", "leads")) == {(lead.pk, True), (helper.pk, False)}
    assert str(lead) in client.get(f"/portal/training/dates/{offering.pk}/").content.decode()


def test_nobody_leads_whose_certification_ends_before_the_last_day(client, manager):
    offering = make_offering(begins_in=30)
    short = certified_trainer(expires_on=timezone.localdate() + timedelta(days=33))

    refused = post(client, offering, short, leads="on")
    post(client, offering, short)

    assert "certified as a trainer on each of its days" in refused.content.decode()
    assert list(TrainerAssignment.objects.values_list("leads", flat=True)) == [False]


def test_nobody_teaches_two_courses_at_once_nor_one_in_which_they_learn(client, manager):
    one, other = make_offering(), make_offering()
    trainer = certified_trainer()
    post(client, one, trainer)

    twice = post(client, other, trainer)
    make_enrolment(other, trainer.learner)
    learns = post(client, other, trainer)

    assert "teach another course" in twice.content.decode()
    assert "enrolled in this course themselves" in learns.content.decode()
    assert TrainerAssignment.objects.count() == 1


def test_a_trainer_is_taken_off_and_twice_is_once(client, manager):
    offering = make_offering()
    post(client, offering, make_neutral())
    held = TrainerAssignment.objects.get()

    first = client.post(f"/portal/training/trainers/{held.pk}/remove/")
    again = client.post(f"/portal/training/trainers/{held.pk}/remove/")

    assert (first.status_code, again.status_code) == (302, 404)
    assert TrainerAssignment.objects.count() == 0


def test_the_workload_counts_the_hours_ahead_and_the_least_busy_stands_first(client, manager):
    busy, free = make_neutral(), make_neutral()
    offering = make_offering(meetings=3)
    post(client, offering, busy)

    loads = client.get(f"/portal/training/dates/{offering.pk}/trainers/").context["loads"]

    assert [(load.trainer, load.courses, load.hours_ahead) for load in loads] == [(free, 0, 0), (busy, 1, 6)]


def test_a_room_is_given_once_at_a_time_and_only_with_seats_enough(client, manager):
    one, other = make_offering(places=5), make_offering(places=5)
    hall, nook = Room.objects.create(name="Hall", seats=20), Room.objects.create(name="Nook", seats=4)

    def give(offering, room):
        meeting = offering.meetings.first()
        return client.post(
            f"/portal/training/dates/{offering.pk}/room/{meeting.pk}/", {"room": room.pk if room else ""}
        )

    assert give(one, hall).status_code == 302
    assert "is taken at that time" in give(other, hall).content.decode()
    assert "has 4 seats" in give(other, nook).content.decode()
    assert give(one, None).status_code == 302
    assert give(other, hall).status_code == 302
    assert [offering.meetings.first().room for offering in (one, other)] == [None, hall]


def test_rooms_and_trainers_of_courses_are_taken_for_sessions_and_the_other_way_round(client, manager):
    dana, neutral = make_staff(), make_neutral()
    case, hall = make_case(coordinator=dana, accepted=[neutral]), Room.objects.create(name="Hall", seats=20)
    offering = make_offering(places=5)
    meeting = offering.meetings.first()
    time = meeting.starts_at + timedelta(hours=1)

    actions.set_room(meeting_id=meeting.pk, room=hall, by=verified(manager))
    with pytest.raises(Overlap, match="Hall"):
        occupying.refuse_overlaps([], hall, time, time + timedelta(hours=2))
    actions.assign_trainer(offering_id=offering.pk, trainer=neutral, leads=False, by=verified(manager))
    with pytest.raises(Overlap, match=neutral.get_full_name()):
        occupying.refuse_overlaps([neutral.pk], None, time, time + timedelta(hours=2))
    assert occupying.refuse_overlaps([neutral.pk], hall, meeting.ends_at, meeting.ends_at + timedelta(hours=1)) is None

    make_booking(case, starts_at=offering.meetings.last().starts_at, room=hall)
    with pytest.raises(actions.Refused, match="is taken"):
        actions.set_room(meeting_id=offering.meetings.last().pk, room=hall, by=verified(manager))
    actions.cancel_offering(offering_id=offering.pk, by=verified(manager))
    assert occupying.refuse_overlaps([], hall, time, time + timedelta(hours=1)) is None


def test_dates_are_not_made_in_a_room_that_is_taken_or_too_small(client, manager):
    hall, nook = Room.objects.create(name="Hall", seats=20), Room.objects.create(name="Nook", seats=4)
    held = make_offering(places=5)
    actions.set_room(meeting_id=held.meetings.first().pk, room=hall, by=verified(manager))
    day = timezone.localtime(held.meetings.first().starts_at)
    facts = {"places": 12, "admission": "OPEN", "offer_hours": 24, "is_public": "on", "opens_on": "2026-01-01"}
    facts |= {"closes_on": f"{day:%Y-%m-%d}", "meetings": f"{day:%Y-%m-%d} {day:%H:%M} 23:00"}
    page = f"/portal/training/courses/{held.course_id}/dates/"

    assert "Hall is taken at that time" in client.post(page, facts | {"room": hall.pk}).content.decode()
    assert "Nook has 4 seats" in client.post(page, facts | {"room": nook.pk}).content.decode()
    assert Offering.objects.count() == 1


def test_a_cancelled_course_changes_no_more(client, manager):
    offering, room = make_offering(status="CANCELLED"), Room.objects.create(name="Hall", seats=20)

    refused = post(client, offering, make_neutral())
    closed = client.post(
        f"/portal/training/dates/{offering.pk}/room/{offering.meetings.first().pk}/", {"room": room.pk}
    )

    assert "This course is over" in refused.content.decode()
    assert "This course is over" in closed.content.decode()
