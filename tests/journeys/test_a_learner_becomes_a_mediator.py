"""From the page of a course to a certificate; from a certification to a mediation, for as long as it holds."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.core.management import call_command
from django.utils import timezone

from pages.models import CoursePage
from portal.mail.models import Mailing
from portal.vault import keyring
from tests.factories import make_case, make_profile, make_staff, verified
from tests.factories.learning import make_shared
from tests.factories.texts import make_texts
from tests.factories.training import make_course, make_credit, make_learner, make_offering, make_requirement
from training import actions
from training.models import Certification, Learner

from .actors import codes_on, enter, is_signed_in

ADDRESS = "robin.vale@example.org"


@pytest.fixture
def manager(live_server):
    cache.clear()
    make_texts()
    call_command("seed_site")
    with keyring.scope():
        yield make_staff("TRAINING_MANAGER", first_name="Greta", last_name="Lindqvist")


def a_course_with_dates(manager):
    """Two evenings next month, on the first course page that the site brings."""
    page = CoursePage.objects.order_by("pk").first()
    page.course = make_course(title="Listening when it is hard", level="BASIC", hours=4)
    page.save()
    make_requirement("BASIC", minimum=4)
    make_requirement("LEAD", "CO_LED", 4)
    return page, make_offering(page.course, created_by=manager)


def enrols(visitor, page):
    visitor.open("/training/")
    visitor.open(page.url)
    visitor.reads("5 places left")
    visitor.page.get_by_role("link", name=re.compile("^Enrol ?,")).first.click()
    visitor.check()
    visitor.is_refused("Send me the code")
    visitor.page.get_by_label("Your e-mail address").fill(ADDRESS)
    visitor.press("Send me the code")
    visitor.page.get_by_label("The code from our mail").fill("000000")
    visitor.is_refused("Go on")
    visitor.page.get_by_label("The code from our mail").fill(
        Mailing.objects.filter(kind="ADDRESS_CODE").latest("created_at").context["code"]
    )
    visitor.press("Go on")
    visitor.is_refused("Enrol")
    visitor.page.get_by_label("Your name").fill("Robin Vale")
    visitor.page.get_by_label("What would help you to take part?").fill("Captions")
    visitor.press("Enrol")
    visitor.reads("You have a place")
    return codes_on(visitor)[0]


def is_held(offering, manager):
    """What the office does on screens of its own; the journey of a training manager looks at those."""
    enrolment = offering.enrolments.get()
    for meeting in offering.meetings.all():
        actions.take_attendance(enrolment_id=enrolment.pk, meeting_id=meeting.pk, quarters=8, by=manager)
    actions.finish_offering(offering_id=offering.pk, by=manager)


def learns_elsewhere(learner):
    learner.press("Add what you learned elsewhere")
    learner.is_refused("Add to my log")
    learner.page.get_by_label("What was it, and who held it?").fill("An evening on interpreters")
    learner.page.get_by_label("What it was about").select_option(label="Mediation")
    learner.page.get_by_label("How many hours?").fill("1.5")
    learner.page.get_by_label("On which day?").fill(f"{timezone.localdate() - timedelta(days=3)}")
    learner.press("Add to my log")
    learner.reads("waits for the office")


def confirms(staff):
    staff.open("/portal/training/log/")
    staff.reads("An evening on interpreters")
    staff.page.get_by_role("button", name="It counts").first.click()
    staff.page.wait_for_load_state()
    staff.check()
    staff.reads("Confirmed: it counts")


def asks_whether_it_holds(anybody, code, answer):
    anybody.open(f"/certificates/?code={code}")
    anybody.page.get_by_label("What does it certify?").select_option(label="Basic")
    anybody.press("Check")
    anybody.reads(answer)
    anybody.does_not_read("Robin")


def test_a_community_member_from_the_course_page_to_the_certificate(person, manager):
    page, offering = a_course_with_dates(manager)
    visitor = person(phone=True)

    code = enrols(visitor, page)
    # From here on everybody lives after the last evening: what was done there has happened.
    with time_machine.travel(offering.meetings.last().ends_at + timedelta(hours=1)):
        is_held(offering, verified(manager))
        learns_and_is_certified(code, person, manager)


def learns_and_is_certified(code, person, manager):
    robin = Learner.objects.get()
    learner, staff = person(phone=True), person()
    is_signed_in(staff, manager)
    enter(learner, code)
    learner.press("My learning: what is done, what is missing, certificates")
    learner.reads("You have all that this level asks for")
    learns_elsewhere(learner)
    confirms(staff)
    make_shared(robin)
    granted = actions.grant_certification(learner_id=robin.pk, level="BASIC", by=verified(manager))

    learner.open("/my/training/learning/")
    learner.reads("What observers told you")
    paper = learner.page.request.get(f"{learner.server.url}/my/training/learning/certificates/{granted.pk}/")
    assert paper.body().startswith(b"%PDF")
    learner.press("Tell us about yourself, if you like: only numbers are kept")
    learner.press("Count my answers")
    asks_whether_it_holds(person(phone=True, scripts=False), granted.code, "Yes, it holds today")
    actions.revoke_certification(certification_id=granted.pk, reason="At their own wish", by=verified(manager))
    asks_whether_it_holds(person(), granted.code, "No such certificate holds today")


def may_be_chosen(coordinator, case):
    coordinator.open(f"{case.get_absolute_url()}pair/")
    return coordinator.page.get_by_role("checkbox", name="Jonas Thiel").count() > 0


def test_a_certified_person_can_be_chosen_from_that_day_and_not_after_the_last(person, manager):
    dana = make_staff(first_name="Dana", last_name="Okafor")
    case = make_case(coordinator=dana)
    profile = make_profile(make_staff("NEUTRAL", first_name="Jonas", last_name="Thiel"), tier="CO")
    learner = make_learner("Jonas Thiel", address=profile.user.email)
    make_requirement("CO_MEDIATOR", minimum=32, category="MEDIATION")
    make_credit(learner, amount=128)
    before, after, ended = person(), person(), person()
    is_signed_in(before, dana)
    assert not may_be_chosen(before, case)

    actions.grant_certification(learner_id=learner.pk, level="CO_MEDIATOR", by=verified(manager))
    assert may_be_chosen(before, case)

    last_day = Certification.objects.get().expires_on
    days = (last_day - timezone.localdate()).days
    with time_machine.travel(timezone.now() + timedelta(days=days)):
        is_signed_in(after, dana)
        assert may_be_chosen(after, case)
    with time_machine.travel(timezone.now() + timedelta(days=days + 1)):
        is_signed_in(ended, dana)
        assert not may_be_chosen(ended, case)
