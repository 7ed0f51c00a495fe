"""What the coordinator opened, when and why; never across the wall, and itself written down."""

import pytest
from django.urls import reverse
from django.utils import timezone

from portal.accounts.models import RoleGrant, User
from portal.audit.models import AuditLink
from portal.cases.models import Case, Matter, Task
from portal.intake.models import Request
from portal.oversight.access import access_page, with_reason
from portal.oversight.policies import can_audit
from portal.oversight.statuses import Opening
from portal.screening.models import Screening
from tests.counting import full_cost
from tests.factories.cases import make_assignment, make_case
from tests.factories.people import make_staff
from tests.factories.requests import make_request
from tests.factories.screening import make_screening
from tests.factories.signing_in import sign_in, verified
from tests.factories.texts import make_resolution_texts, make_texts

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def office():
    programme = make_resolution_texts()
    coordinator = make_staff(programme=programme, first_name="Cora")
    own = make_case(programme=programme, coordinator=coordinator)
    other = make_case(programme=programme, coordinator=make_staff(programme=programme))
    return programme, coordinator, own, other


def address(programme, person):
    return reverse("portal:oversight:access", args=[programme.code, person.pk])


def test_each_opening_has_its_reason_and_what_has_none_is_unusual(client):
    programme, coordinator, own, other = office()
    sign_in(client, coordinator)
    for case in (own, own, other):
        client.get(case.get_absolute_url())

    page = access_page(verified(make_staff("DIRECTOR", programme)), coordinator, programme)

    assert {(line.reference, line.times, line.why) for line in page.lines} == {
        (own.reference, 2, Opening.COORDINATES),
        (other.reference, 1, Opening.OUTSIDE),
    }
    assert [line.reference for line in page.unusual] == [other.reference]
    assert (page.weeks[0].openings, page.weeks[0].outside, page.weeks[0].refused) == (3, 1, 0)


def test_the_first_reason_that_the_record_of_their_work_gives():
    programme, coordinator, own, other = office()
    somebody = make_staff(programme=programme)
    rows = Matter.objects.filter(programme=programme)

    def why(case, person=somebody):
        return with_reason(rows, person).get(pk=case.matter_id).why

    screening = make_screening(other.matter, by=somebody)
    assert (why(other), why(own)) == (Opening.DECIDED, Opening.OUTSIDE)
    Screening.objects.filter(pk=screening.pk).update(decided_by=coordinator, read_by=somebody)
    assert why(other) == Opening.DECIDED

    request = Request.objects.get(pk=make_request(programme=programme).pk)
    asked = with_reason(rows, somebody).get(pk=request.matter_id)
    assert (asked.why, asked.reference) == (Opening.OUTSIDE, request.reference)
    Request.objects.update(matter=other.matter, assigned_to=somebody)
    assert why(other) == Opening.REQUEST
    Request.objects.update(assigned_to=None, logged_by=somebody)
    assert why(other) == Opening.REQUEST

    Task.objects.create(
        vault_key=other.vault_key, case=other, words="Phone", person=somebody, due_on=timezone.localdate(),
        added_by=coordinator,
    )  # fmt: skip
    assert why(other) == Opening.TASK
    assignment = make_assignment(other, somebody)
    assert why(other) == Opening.TASK
    assignment.accepted_at = assignment.answered_at = timezone.now()
    assignment.tie = "NO"
    assignment.save()
    assert why(other) == Opening.CONDUCTS
    Case.objects.filter(pk=other.pk).update(coordinator=somebody)
    assert why(other) == Opening.COORDINATES
    assert with_reason(rows, somebody).get(pk=other.matter_id).reference == other.reference


def test_a_try_at_what_a_tie_hides_is_refused_and_shown(client):
    programme, coordinator, own, _other = office()
    own.matter.ties.create(person=coordinator, source="DECLARED")
    sign_in(client, coordinator)
    assert client.get(own.get_absolute_url()).status_code == 404

    director = make_staff("DIRECTOR", programme)
    assert [one.reference for one in access_page(verified(director), coordinator, programme).refused] == [own.reference]

    own.matter.ties.create(person=director, source="DECLARED")
    assert access_page(verified(director), coordinator, programme).refused == []


def test_nothing_of_mediation_is_told(client):
    programme, coordinator, _own, _other = office()
    mediation = make_texts()
    elsewhere = make_case(programme=mediation, coordinator=make_staff(programme=mediation))
    sign_in(client, coordinator)
    client.get(elsewhere.get_absolute_url())
    client.get(reverse("portal:cases:details", args=[elsewhere.reference, 1]))
    director = verified(make_staff("DIRECTOR", programme))
    assert access_page(director, coordinator, programme).refused == []

    # Whoever works in both: what they tried without naming a case may belong to the other.
    client.get(reverse("portal:oversight:queue"))
    assert len(access_page(director, coordinator, programme).refused) == 1
    RoleGrant.objects.create(user=coordinator, role="COORDINATOR", programme=mediation, interest="none")
    both = User.objects.get(pk=coordinator.pk)
    client.get(elsewhere.get_absolute_url())

    page = access_page(director, both, programme)
    assert page.refused == []
    assert page.lines == []


def test_a_case_with_a_tie_to_the_director_is_not_in_it(client):
    programme, coordinator, own, _other = office()
    sign_in(client, coordinator)
    client.get(own.get_absolute_url())
    director = make_staff("DIRECTOR", programme)
    own.matter.ties.create(person=director, source="DECLARED")

    assert access_page(verified(director), coordinator, programme).lines == []


def test_only_the_director_of_a_programme_that_keeps_its_records_looks_and_never_at_themselves():
    programme, coordinator, _own, _other = office()
    director = make_staff("DIRECTOR", programme)
    mediation = make_texts()
    mediator = make_staff(programme=mediation)

    assert can_audit(director, coordinator, programme)
    assert not can_audit(director, director, programme)
    assert not can_audit(coordinator, director, programme)
    assert not can_audit(make_staff("DIRECTOR", mediation), mediator, mediation)
    assert not can_audit(director, mediator, programme)
    assert not can_audit(director, make_staff("NEUTRAL", programme), programme)


def test_looking_is_written_down_and_the_screen_says_so(client):
    programme, coordinator, own, other = office()
    sign_in(client, coordinator)
    client.get(own.get_absolute_url())
    client.get(other.get_absolute_url())
    sign_in(client, make_staff("DIRECTOR", programme))

    page = client.get(address(programme, coordinator)).content.decode()

    assert own.reference in page
    assert "Outside their work" in page
    assert address(programme, coordinator) in client.get(reverse("portal:oversight:queue")).content.decode()
    link = AuditLink.objects.get(kind="ACCESS_AUDITED")
    assert link.payload["facts"]["named"]["person"] == str(coordinator.pk)

    sign_in(client, coordinator)
    assert client.get(address(programme, coordinator)).status_code == 404


def test_the_page_asks_as_often_for_one_case_as_for_three(client):
    programme, coordinator, own, other = office()
    director = make_staff("DIRECTOR", programme)
    sign_in(client, director)
    client.get(address(programme, coordinator))
    before = full_cost(client, address(programme, coordinator))

    sign_in(client, coordinator)
    for case in (own, other, make_case(programme=programme)):
        client.get(case.get_absolute_url())
    sign_in(client, director)
    client.get(address(programme, coordinator))

    assert full_cost(client, address(programme, coordinator)) == before
