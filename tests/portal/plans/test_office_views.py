"""The screens of the offices that open no case: requirements, the Chair, the enforcing office."""

import pytest
from django.urls import reverse

from portal.audit.events import AuditEvent
from portal.audit.models import AuditLink
from portal.plans.models import Commitment, EnforcementRecord, Requirement, Review
from tests.counting import cost
from tests.factories import make_staff, sign_in
from tests.factories.plans import (
    make_chair,
    make_conduct_office,
    make_plan,
    make_record,
    make_submitted_plan,
)

pytestmark = pytest.mark.django_db


def at(name, plan, **more):
    return reverse(f"portal:plans:{name}", kwargs={"reference": plan.case.reference, **more})


def page_of(response):
    return response.content.decode()


def as_staff(client, plan):
    sign_in(client, plan.case.coordinator)
    return client


def test_the_chair_sees_plan_and_requirements_and_cannot_open_the_case(client):
    plan = make_submitted_plan()
    chair = make_chair(plan.case.programme)
    sign_in(client, chair)
    url = reverse("portal:plans:review", args=[plan.pk])

    page = page_of(client.get(url))

    assert "Repaint the practice room" in page
    assert "Put the room in order" in page
    assert plan.case.reference not in page
    assert "As we agreed." in page
    assert "What was harmed" not in page
    for closed in (plan.case.get_absolute_url(), plan.get_absolute_url(), at("pdf", plan)):
        assert client.get(closed).status_code == 404
    assert url in page_of(client.get(reverse("portal:plans:review_list")))


def test_the_chair_returns_with_a_comment_then_approves(client):
    plan = make_submitted_plan()
    sign_in(client, make_chair(plan.case.programme))
    url = reverse("portal:plans:review", args=[plan.pk])

    assert client.post(url, {"decision": "RETURNED", "comment": " ", "edition": 1}).status_code == 422
    assert not Review.objects.exists()
    client.post(url, {"decision": "APPROVED", "comment": "", "edition": 7})
    assert not EnforcementRecord.objects.exists()
    client.post(url, {"decision": "APPROVED", "comment": "Good", "edition": 1})

    assert EnforcementRecord.objects.get().comment == "Good"
    assert client.get(url).status_code == 404


def test_the_conduct_office_sees_the_proceeding_and_nothing_of_the_case(client):
    plan = make_plan(linked=True)
    sign_in(client, make_conduct_office(plan.case.programme))
    url = reverse("portal:plans:requirements", args=[plan.pk])
    assert url in page_of(client.get(reverse("portal:plans:requirements_list")))

    page = page_of(client.get(url))
    assert "Put the room in order" in page
    for hidden in ("Repaint", "Rae", plan.case.reference, "As we agreed"):
        assert hidden not in page
    assert client.post(url, {"words": ""}).status_code == 422
    client.post(url, {"words": "Twenty hours"})
    one, two = Requirement.objects.all()
    client.post(reverse("portal:plans:remove_requirement", args=[plan.pk, two.pk]))

    assert list(Requirement.objects.all()) == [one]
    assert client.get(plan.case.get_absolute_url()).status_code == 404


def test_the_enforcing_office_follows_its_record(client):
    plan, kept = make_record()
    sign_in(client, make_conduct_office(kept.programme))
    row = kept.commitments.get()
    page = page_of(client.get(kept.get_absolute_url()))
    assert "Repaint the practice room" in page
    assert "Put the room in order" in page
    assert plan.case.reference not in page

    client.post(reverse("portal:plans:due", args=[kept.pk, row.pk]), {"due_on": "2027-05-01", "reason": "Exams"})
    client.post(reverse("portal:plans:check_in_record", args=[kept.pk, row.pk]), {"state": "OBSTACLE", "words": "Ill"})
    client.post(reverse("portal:plans:breach", args=[kept.pk]), {"to_whom": "The dean", "words": "Not painted"})
    page = page_of(client.get(kept.get_absolute_url()))
    assert "Exams" in page
    assert "Ill" in page
    assert "Not painted" in page
    assert client.get(reverse("portal:plans:record_pdf", args=[kept.pk])).content.startswith(b"%PDF")
    client.post(reverse("portal:plans:end_record", args=[kept.pk]), {"status": "NOT_COMPLETED"})

    assert "Kept until" in page_of(client.get(kept.get_absolute_url()))
    assert kept.get_absolute_url() in page_of(client.get(reverse("portal:plans:record_list")))


def test_reading_a_record_is_written_to_the_chain_of_the_record(client):
    _plan, kept = make_record()
    sign_in(client, make_conduct_office(kept.programme))
    before = AuditLink.objects.filter(chain_id=kept.chain_id, kind=AuditEvent.DOCUMENT_OPENED).count()

    client.get(kept.get_absolute_url())

    assert AuditLink.objects.filter(chain_id=kept.chain_id, kind=AuditEvent.DOCUMENT_OPENED).count() == before + 1


@pytest.mark.parametrize("role", ["COORDINATOR", "DIRECTOR", "CHAIR", "AUDITOR"])
def test_a_record_is_the_enforcing_offices_alone(client, role):
    _plan, kept = make_record()
    sign_in(client, make_staff(role, programme=kept.programme))

    assert client.get(kept.get_absolute_url()).status_code == 404
    assert client.get(reverse("portal:plans:record_list")).status_code == 403


def test_the_record_page_costs_the_same_with_one_row_and_three(client):
    _plan, kept = make_record()
    sign_in(client, make_conduct_office(kept.programme))
    urls = [kept.get_absolute_url(), reverse("portal:plans:record_list")]
    client.get(urls[1])
    few = [cost(client, url) for url in urls]
    one = kept.commitments.get()
    for number in (2, 3):
        Commitment.objects.create(
            vault_key=kept.pk, record=kept, number=number, kind="SERVICE", by_whom="Rae", what="More", due_on=one.due_on
        )

    assert [cost(client, url) for url in urls] == few
    assert max(few) <= 15
