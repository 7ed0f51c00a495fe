"""The screens of plans: for those who write them, for the two offices, for the enforcing office, for participants."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from portal.cases.models import Participant
from portal.cases.statuses import CaseStatus
from portal.party.queries import own_place
from portal.party.signing import plan as task_of
from portal.plans import actions
from portal.plans.models import CheckIn, Commitment, Plan, Requirement
from portal.plans.statuses import PlanStatus
from tests.counting import cost
from tests.factories import make_case, make_staff, sign_in, use_pass
from tests.factories.plans import (
    fetch,
    make_circle,
    make_conduct_office,
    make_plan,
    make_plan_in_force,
    named,
    promise,
)

pytestmark = pytest.mark.django_db


def at(name, plan, **more):
    return reverse(f"portal:plans:{name}", kwargs={"reference": plan.case.reference, **more})


def page_of(response):
    return response.content.decode()


def as_staff(client, plan):
    sign_in(client, plan.case.coordinator)
    return client


def test_a_case_of_a_process_without_follow_up_has_no_such_page(client):
    case = make_case(CaseStatus.HELD, coordinator=make_staff())
    sign_in(client, case.coordinator)

    assert client.get(case.get_absolute_url()).status_code == 200
    assert client.get(reverse("portal:plans:plan", args=[case.reference])).status_code == 404
    assert "plan/" not in page_of(client.get(case.get_absolute_url()))


def test_a_plan_is_begun_from_the_case_page_and_written(client):
    case = make_circle()
    sign_in(client, case.coordinator)
    url = reverse("portal:plans:plan", args=[case.reference])
    assert url in page_of(client.get(case.get_absolute_url()))
    assert "Begin the plan" in page_of(client.get(url))

    assert client.post(url).status_code == 302
    plan = Plan.objects.get()
    rae = named(plan, "Rae")
    data = {"owner": str(rae.pk), "what": "Repaint the room", "kind": "REPAIR", "due_on": "2027-01-15"}
    response = client.post(at("add_commitment", plan), data)

    assert response.url == url
    assert Commitment.objects.get().what == "Repaint the room"
    assert "Put it before everyone" in page_of(client.get(url))


def test_bad_input_keeps_what_was_typed_and_changes_nothing(client):
    plan = make_plan()
    as_staff(client, plan)
    data = {"owner": "OTHER", "what": "Words typed with care", "kind": "SERVICE", "due_on": "2027-01-01"}

    wrong = [data, data | {"by_whom": "The dean", "starts_on": "2027-02-01"}, data | {"due_on": "soon"}, {}]
    for sent in wrong:
        response = client.post(at("add_commitment", plan), sent)
        assert response.status_code == 422
        assert "There is a problem" in page_of(response) or "error-summary" in page_of(response)
        if sent:
            assert "Words typed with care" in page_of(response)

    assert Commitment.objects.count() == 1


def test_a_commitment_is_changed_and_taken_out(client):
    plan = make_plan()
    as_staff(client, plan)
    row = plan.commitments.get()
    url = at("change_commitment", plan, pk=row.pk)
    assert "Repaint the practice room" in page_of(client.get(url))

    sent = {"owner": str(row.owner_id), "what": "Repaint both rooms", "kind": "REPAIR", "due_on": "2027-03-01"}
    client.post(url, sent)
    assert Commitment.objects.get().what == "Repaint both rooms"
    client.post(at("remove_commitment", plan, pk=row.pk))
    assert not Commitment.objects.exists()


def test_a_commitment_of_another_case_is_not_found_here(client):
    plan, other = make_plan(), make_plan()
    as_staff(client, plan)

    for name in ("change_commitment", "check_in"):
        assert client.get(at(name, plan, pk=other.commitments.get().pk)).status_code == 404
    assert client.post(at("remove_commitment", plan, pk=other.commitments.get().pk)).status_code == 404
    assert Commitment.objects.count() == 2


def test_words_link_and_match(client):
    plan = make_plan()
    as_staff(client, plan)
    client.post(at("change_words", plan), {"harms": "The room", "needs": "Quiet"})
    assert client.post(at("link", plan), {"is_linked": "YES", "proceeding": ""}).status_code == 422
    client.post(at("link", plan), {"is_linked": "YES", "proceeding": "CD-9"})
    office = make_conduct_office(plan.case.programme)
    requirement = actions.enter_requirement(plan_id=plan.pk, words="Twenty hours", by=office)

    row = plan.commitments.get()
    client.post(at("match", plan, pk=requirement.pk), {f"{requirement.pk}-commitment": str(row.pk)})

    found = fetch(plan)
    assert (found.harms, found.is_linked, found.proceeding) == ("The room", True, "CD-9")
    assert Requirement.objects.get().met_by == row
    forged = {f"{requirement.pk}-commitment": str(make_plan().commitments.get().pk)}
    assert client.post(at("match", plan, pk=requirement.pk), forged).status_code == 404


def test_staff_write_down_what_somebody_says_and_hand_in(client):
    plan = make_plan(linked=True)
    as_staff(client, plan)
    client.post(at("ask", plan))
    for person in plan.case.participants.all():
        client.post(at("answer_for", plan, number=person.number), {"yes": "YES", "channel": "PHONE"})
    assert "Hand it in to the Chair" in page_of(client.get(at("plan", plan)))

    client.post(at("hand_in", plan))

    assert fetch(plan).status == PlanStatus.SUBMITTED


def test_amending_following_and_ending(client):
    plan = make_plan_in_force()
    as_staff(client, plan)
    row = plan.commitments.get()
    assert client.post(at("check_in", plan, pk=row.pk), {"words": "typed"}).status_code == 422
    client.post(at("check_in", plan, pk=row.pk), {"state": "DONE", "words": "Seen by the mentor"})
    assert "Seen by the mentor" in page_of(client.get(at("plan", plan)))
    assert CheckIn.objects.count() == 1
    client.post(at("amend", plan), {"reason": "One more"})
    assert "One more" in page_of(client.get(at("plan", plan)))

    client.post(at("end", plan), {"how": "given-up"})

    assert fetch(plan).status == PlanStatus.GIVEN_UP


def test_a_refused_step_says_why(client):
    plan = make_plan()
    as_staff(client, plan)
    actions.remove_commitment(commitment_id=plan.commitments.get().pk, by=plan.case.coordinator)

    response = client.post(at("ask", plan), follow=True)

    assert "Whoever caused harm has to promise something" in page_of(response)
    assert fetch(plan).status == PlanStatus.DRAFT


def test_the_plan_prints(client):
    plan = make_plan(linked=True)
    as_staff(client, plan)

    response = client.get(at("pdf", plan))

    assert response.content.startswith(b"%PDF")


def test_the_board_shows_what_is_open_of_the_cases_one_may_open(client):
    plan = make_plan_in_force()
    make_plan()
    as_staff(client, plan)
    stranger = Client()
    sign_in(stranger, make_staff("NEUTRAL", programme=plan.case.programme))

    assert page_of(client.get(reverse("portal:plans:board"))).count("Repaint the practice room") == 1
    assert "Repaint" not in page_of(stranger.get(reverse("portal:plans:board")))


def test_a_participant_reads_and_confirms_on_their_own_page(client):
    plan = make_plan()
    com = named(plan, "Com")
    use_pass(client, com.entry)
    assert client.get("/my/plan/").status_code == 404
    actions.ask_to_confirm(plan_id=plan.pk, by=plan.case.coordinator)

    assert task_of(own_place(com.entry)).is_waiting
    page = page_of(client.get("/my/plan/"))
    assert "Repaint the practice room" in page
    assert client.post("/my/plan/", {"edition": 1}).status_code == 422
    client.post("/my/plan/", {"edition": 1, "yes": "YES"})

    assert fetch(plan).confirmations.get().participant == com
    assert task_of(own_place(com.entry)).word == "Confirmed"


def test_a_participant_who_left_reads_no_plan(client):
    plan = make_plan_in_force()
    com = named(plan, "Com")
    use_pass(client, com.entry)
    assert client.get("/my/plan/").status_code == 200
    Participant.objects.filter(pk=com.pk).update(left_at=timezone.now())

    assert client.get("/my/plan/").status_code == 404


def test_pages_cost_the_same_with_one_row_and_three(client):
    plan = make_plan_in_force()
    as_staff(client, plan)
    urls = [at("plan", plan), reverse("portal:plans:board"), plan.case.get_absolute_url()]
    by = plan.case.coordinator
    # The first page of all begins the office's chain.
    client.get(urls[1])
    few = [cost(client, url) for url in urls]
    Plan.objects.filter(pk=plan.pk).update(status="DRAFT")
    for _number in range(2):
        promise(plan, by=by)
    Plan.objects.filter(pk=plan.pk).update(status="IN_FORCE")

    assert [cost(client, url) for url in urls] == few
    assert max(few[:2]) <= 15
    assert few[2] <= 20
