"""A training manager: from new dates to the roster, the door, attendance, the end of the course, a certification."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from tests.factories import PASSWORD, make_device, make_staff
from tests.factories.training import make_course, make_learner, make_requirement
from training.actions import Wishes, enrol
from training.links import evaluation_path
from training.models import Certification, Offering

from .actors import is_signed_in, open_office

pytestmark = pytest.mark.browser


def test_from_new_dates_to_a_certification(person):
    open_office()
    greta_user = make_staff("TRAINING_MANAGER", first_name="Greta", last_name="Lind", password=PASSWORD)
    make_device(greta_user)
    course = make_course(code="listening", title="Listening well", hours=4)
    make_requirement("BASIC", "HOURS", 4)
    day = timezone.localdate() + timedelta(days=10)
    greta = person()
    is_signed_in(greta, greta_user)

    # New dates, opened to people.
    greta.open(f"/portal/training/courses/{course.pk}/dates/")
    greta.is_refused("Keep as a draft")
    greta.fill(Places=4, Meetings=f"{day} 17:00 19:00\n{day + timedelta(days=7)} 17:00 19:00")
    greta.page.get_by_label("Enrolment opens on").fill(str(timezone.localdate()))
    greta.page.get_by_label("Last day to enrol").fill(str(day - timedelta(days=1)))
    greta.press("Keep as a draft")
    greta.press("Open for enrolment")
    offering = Offering.objects.get()
    for name in ("Ada Vale", "Ben Okoro"):
        enrol(offering_id=offering.pk, learner=make_learner(name), wishes=Wishes())

    # A message, and the roster.
    greta.open(f"/portal/training/dates/{offering.pk}/")
    greta.press("Write to them")
    greta.is_refused("Send it")
    greta.page.get_by_label("What you want to tell them").fill("We meet at the side door.")
    greta.press("Send it")
    greta.open("/portal/training/people/")
    greta.reads("Ada Vale")

    first, second = offering.meetings.all()
    with time_machine.travel(first.starts_at - timedelta(minutes=30)):
        is_signed_in(greta, greta_user)
        # The door: a tablet without scripts, and nobody signed in on it.
        greta.open(f"/portal/training/dates/{offering.pk}/check-in/{first.pk}/")
        greta.press("Open check-in")
        code = re.search(r"[2-9A-Z]{4}-[2-9A-Z]{4}", greta.page.inner_text("body")).group()
        tablet = person(scripts=False)
        tablet.open("/here/")
        tablet.page.get_by_label("The code from the office").fill(code)
        tablet.press("Go on")
        tablet.press("Ada Vale")
        tablet.reads("You are on the list")

        greta.open(f"/portal/training/dates/{offering.pk}/attendance/?meeting={first.pk}")
        greta.page.get_by_label("Ben Okoro").fill("1.1")
        greta.is_refused("Save the list")
        greta.reads("Ben Okoro: quarter hours, and no more than the meeting lasted.")
        greta.page.get_by_label("Ben Okoro").fill("1.5")
        greta.press("Save the list")

    with time_machine.travel(second.ends_at + timedelta(minutes=5)):
        is_signed_in(greta, greta_user)
        greta.open(f"/portal/training/dates/{offering.pk}/attendance/?meeting={second.pk}")
        greta.press("Everybody was there for all of it")
        greta.press("Take it back")
        greta.page.get_by_label("Ada Vale").fill("2")
        greta.press("Save the list")
        greta.press("Finish the course")
        greta.press("Finish the course")

        # Ada has everything for the first level; Ben has not.
        greta.open("/portal/training/people/due/")
        greta.reads("Ada Vale")
        greta.does_not_read("Ben Okoro")
        greta.press("Ada Vale")
        greta.press("Certify from today")
        greta.reads("Certified. The last day is fixed.")

        # The other screens of training, at the desk and on a phone.
        made = Certification.objects.get().learner
        phone = person(phone=True)
        is_signed_in(phone, greta_user)
        for page in ("", "people/", f"people/{made.pk}/", f"dates/{offering.pk}/", f"dates/{offering.pk}/outcomes/"):
            greta.open(f"/portal/training/{page}")
            phone.open(f"/portal/training/{page}")
        for page in ("materials/", "past/", "year/", f"dates/{offering.pk}/trainers/", "people/due/"):
            greta.open(f"/portal/training/{page}")
            phone.open(f"/portal/training/{page}")
        phone.open("/training-materials/")
        phone.open(evaluation_path(offering.enrolments.first().pk))
        phone.is_refused("Send my answers")

    held = Certification.objects.get()
    assert (held.level, held.learner.name) == ("BASIC", "Ada Vale")
