"""A plan that a proceeding has a say in: promises, requirements, the Chair's return and yes, the enforcing office."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from portal.plans.models import EnforcementRecord, Plan
from portal.plans.statuses import PlanStatus
from tests.factories import use_pass
from tests.factories.plans import make_chair, make_circle, make_conduct_office, named

from .actors import is_signed_in

pytestmark = pytest.mark.django_db(transaction=True)


def holds_page(somebody, participant):
    """The cookie of a participant who has entered their code."""
    from django.conf import settings
    from django.test import Client

    client = Client()
    secret = use_pass(client, participant.entry)
    somebody.context.add_cookies([{"name": settings.ACCORD_PASS_COOKIE, "value": secret, "url": somebody.server.url}])


def test_a_plan_goes_from_the_circle_to_the_enforcing_office(person):
    cache.clear()
    case = make_circle()
    chair, conduct = make_chair(case.programme), make_conduct_office(case.programme)
    dana, office, head = person(), person(), person(phone=True)
    for somebody, user in ((dana, case.coordinator), (office, conduct), (head, chair)):
        is_signed_in(somebody, user)

    dana.open(case.get_absolute_url())
    dana.press("The plan to put things right")
    dana.press("Begin the plan")
    dana.reads("Whoever caused harm has to promise something")
    dana.press("Add a commitment")
    dana.is_refused("Keep")
    dana.choose("Rae")
    dana.page.get_by_label("What?").fill("Repaint the practice room")
    dana.page.get_by_label("Of what kind is it?").select_option("REPAIR")
    dana.page.get_by_label("Until which day?").fill((timezone.localdate() + timedelta(days=20)).isoformat())
    dana.page.get_by_label("How will it be shown?").fill("A photograph")
    dana.press("Keep")
    dana.press("Change the words")
    dana.page.get_by_label("What was harmed?").fill("The room, and that people felt welcome in it.")
    dana.press("Keep")
    dana.page.get_by_role("link", name="Change the link to a proceeding").click()
    dana.choose("Yes")
    dana.page.get_by_label("Its number or name").fill("CD-2026-14")
    dana.press("Keep")
    dana.reads("Waiting for the conduct office")

    office.open("/portal/")
    office.press("Requirements")
    office.press("CD-2026-14")
    office.is_refused("Enter it")
    office.page.get_by_label("What does the proceeding ask for?").fill("Put the room in order")
    office.press("Enter it")
    office.does_not_read("Repaint")

    dana.open(case.get_absolute_url() + "plan/")
    dana.reads("Requirement 1 is met by no commitment yet")
    dana.page.get_by_label("Met by").select_option(label="1. Repaint the practice room")
    dana.page.locator("form:has(label:has-text('Met by')) button").click()
    dana.press("Put it before everyone")

    plan = Plan.objects.get()
    for name in ("Rae", "Han"):
        party = person(phone=True)
        holds_page(party, named(plan, name))
        party.open("/my/plan/")
        party.is_refused("Send my answer")
        party.choose("Yes, I confirm it")
        party.page.get_by_role("button", name="Send my answer").click()
        party.page.wait_for_load_state()
    dana.open(case.get_absolute_url() + "plan/")
    dana.reads("Waiting for Com to confirm the plan")
    dana.page.locator("a[href$='plan/answers/3/']").click()
    dana.choose("Yes", "By phone")
    dana.press("Write it down")
    dana.press("Hand it in to the Chair")

    decide(head, "Returned with a comment", "Say who counts the hours")
    assert head.open(case.get_absolute_url()).status == 404
    dana.open(case.get_absolute_url() + "plan/")
    dana.reads("Say who counts the hours")
    dana.press("Put it before everyone")
    for number in (1, 2, 3):
        dana.open(case.get_absolute_url() + f"plan/answers/{number}/")
        dana.choose("Yes", "By phone")
        dana.press("Write it down")
    dana.press("Hand it in to the Chair")
    decide(head, "Approved", "Thank you")

    plan.refresh_from_db()
    assert plan.status == PlanStatus.MOVED
    kept = EnforcementRecord.objects.get()
    office.open("/portal/")
    office.press("Approved plans")
    office.press("Rae")
    office.reads("Put the room in order")
    office.page.locator("a[href$='/look/']").click()
    office.choose("Done, and shown")
    office.press("Write it down")
    office.press("Report a breach")
    office.is_refused("Report it")
    office.page.get_by_label("To whom").fill("The dean")
    office.page.get_by_label("What was not kept?").fill("It came a week late")
    office.press("Report it")
    office.does_not_read(case.reference)
    assert kept.breaches.count() == 1


def decide(head, decision, comment):
    head.open("/portal/plans/review/")
    head.press("CD-2026-14")
    head.reads("Put the room in order")
    head.is_refused("Decide")
    head.choose(decision)
    head.page.locator("textarea[name=comment]").fill(comment)
    head.press("Decide")
