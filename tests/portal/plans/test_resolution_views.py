"""The screens of resolution agreements."""

import pytest
from django.test import Client
from django.urls import reverse

from portal.party.queries import own_place
from portal.party.signing import resolution as task_of
from portal.plans import actions
from portal.plans.models import Commitment, Resolution
from portal.plans.statuses import ResolutionStatus
from portal.programmes.models import Programme
from tests.counting import cost
from tests.factories import make_case, make_staff, sign_in, use_pass
from tests.factories.allegations import make_routed_allegation
from tests.factories.resolutions import (
    day,
    director_of,
    fetch,
    make_agreed_resolution,
    make_kept_case,
    make_open_resolution,
    make_resolution,
    sign_as,
    term,
)

pytestmark = pytest.mark.django_db


def at(name, row, **more):
    return reverse(f"portal:plans:{name}", kwargs={"reference": row.case.reference, **more})


def page_of(response):
    return response.content.decode()


def as_staff(client, row):
    sign_in(client, row.case.coordinator)
    return client


def own_page(row, number):
    client = Client()
    use_pass(client, row.case.participants.select_related("entry").get(number=number).entry)
    return client


def test_a_programme_that_keeps_nothing_has_no_such_page(client):
    case = make_case("HELD", coordinator=make_staff())
    sign_in(client, case.coordinator)

    assert client.get(reverse("portal:plans:resolution", args=[case.reference])).status_code == 404


def test_an_agreement_is_begun_and_written(client):
    case = make_kept_case()
    sign_in(client, case.coordinator)
    url = reverse("portal:plans:resolution", args=[case.reference])
    assert url in page_of(client.get(case.get_absolute_url()))
    assert "Begin the agreement" in page_of(client.get(url))
    client.post(url)
    row = Resolution.objects.get()
    alex = case.participants.get(number=1)

    facts = {"covers": "Remarks", "wording": "NO_FINDING", "breach_to": "The director"}
    client.post(at("change_facts", row), facts | {"review_on": day(30).isoformat()})
    sent = {"owner": str(alex.pk), "what": "Keep away", "kind": "SPACE", "due_on": day(60).isoformat()}
    client.post(at("add_term", row), sent)
    for number in (1, 2):
        client.post(at("leaving", row, number=number), {"kind": "GRADUATION"})
    page = page_of(client.get(url))

    assert "Open it for signing" in page
    client.post(at("open_signing", row))
    assert fetch(row).status == ResolutionStatus.SIGNING


def test_bad_input_keeps_what_was_typed(client):
    row = make_resolution()
    as_staff(client, row)
    wrong = {"covers": "Typed with care", "wording": "ACKNOWLEDGEMENT"}
    response = client.post(at("change_facts", row), wrong)
    assert response.status_code == 422
    assert "Typed with care" in page_of(response)
    response = client.post(at("leaving", row, number=1), {"kind": "GRADUATION", "leaves_on": day(9).isoformat()})
    assert response.status_code == 422
    response = client.post(at("add_term", row), {"owner": "OTHER", "what": "Typed too", "kind": "SPACE", "due_on": "x"})
    assert response.status_code == 422
    assert "Typed too" in page_of(response)

    assert (fetch(row).covers, Commitment.objects.count()) == ("Remarks in the lab in October", 2)


def test_an_allegation_that_goes_another_way_is_not_offered(client):
    case = make_kept_case()
    Programme.objects.filter(pk=case.programme_id).update(tracks_allegations=True)
    mediated = make_routed_allegation(case.matter, case.process)
    formal = make_routed_allegation(case.matter, "FORMAL", what="He gave her a lower grade.")
    row = make_resolution(case=case)
    as_staff(client, row)
    page = page_of(client.get(at("change_facts", row)))
    assert str(mediated.pk) in page
    assert "Allegation 2 goes another way." in page
    assert "lower grade" not in page

    sent = {"covers": "Typed with care", "wording": "NO_FINDING", "allegations": [str(mediated.pk), str(formal.pk)]}
    response = client.post(at("change_facts", row), sent)

    assert response.status_code == 422
    assert "One of these goes another way" in page_of(response)
    assert "Typed with care" in page_of(response)
    assert fetch(row).covers == "Remarks in the lab in October"
    assert not row.allegations.exists()


def test_terms_are_changed_and_taken_out(client):
    row = make_resolution()
    as_staff(client, row)
    first = row.commitments.first()
    sent = {"owner": str(first.owner_id), "what": "Stay away from the lab", "kind": "SPACE", "due_on": "2027-04-01"}
    assert "Stay away from bench four" in page_of(client.get(at("change_term", row, pk=first.pk)))

    client.post(at("change_term", row, pk=first.pk), sent)
    assert row.commitments.first().what == "Stay away from the lab"
    client.post(at("remove_term", row, pk=first.pk))
    assert row.commitments.count() == 1


def test_four_people_sign_on_their_own_pages(client):
    row = make_open_resolution()
    sent = {"typed_name": "In my own hand", "agreed": "on", "shown": str(row.pk)}
    for number in (1, 2):
        own = own_page(row, number)
        assert "Stay away from bench four" in page_of(own.get("/my/agreed/"))
        assert own.post("/my/agreed/", {"typed_name": ""}).status_code == 422
        own.post("/my/agreed/", sent)
    as_staff(client, row)
    client.post(at("sign", row), sent | {"capacity": "COORDINATOR"})
    assert client.get(at("sign", row)).status_code == 403
    director = Client()
    sign_in(director, director_of(row.case))
    director.post(at("sign", row), sent | {"capacity": "DIRECTOR"})

    row = fetch(row)
    assert row.is_agreed
    copy = own_page(row, 1).get("/my/agreed/copy/")
    assert copy.content == row.copy.pdf


def test_nobody_signs_a_version_that_they_have_not_read(client):
    old = make_open_resolution()
    by = old.case.coordinator
    own = own_page(old, 1)
    sent = {"typed_name": "Alex", "agreed": "on", "shown": str(old.pk)}
    assert str(old.pk) in page_of(own.get("/my/agreed/"))
    new = actions.revise_resolution(resolution_id=old.pk, by=by)
    term(new, owner=old.case.participants.get(number=1), by=by, what="Leave the university")
    actions.open_resolution(resolution_id=new.pk, by=by)

    refused = own.post("/my/agreed/", sent)
    as_staff(client, old)
    urls = [at("sign", new), at("paper", new, number=1)]
    answers = [client.post(url, sent | {"capacity": "COORDINATOR"}) for url in urls]

    assert [one.status_code for one in [refused, *answers]] == [422] * 3
    assert "Please read them once more" in refused.text
    assert "Leave the university" in refused.text
    assert not new.signatures.exists()


def test_a_party_withdraws_between_two_signatures(client):
    row = make_open_resolution()
    sign_as(row, 1)
    own = own_page(row, 2)
    assert "Withdraw from this agreement?" in page_of(own.get("/my/agreed/withdraw/"))

    page = page_of(own.post("/my/agreed/withdraw/", follow=True))

    assert "Nothing is agreed" in page
    assert fetch(row).status == ResolutionStatus.WITHDRAWN
    assert "who" not in page_of(own_page(row, 1).get("/my/agreed/")).split("<main")[1].split("Somebody withdrew")[0]
    as_staff(client, row)
    assert "Begin another version" in page_of(client.get(at("resolution", row)))


def test_staff_write_down_that_a_party_withdraws(client):
    row = make_open_resolution()
    sign_as(row, 1)
    as_staff(client, row)
    url = at("withdraw_for", row, number=2)
    assert url in page_of(client.get(at("resolution", row)))

    refused = client.post(url, {})
    assert (refused.status_code, fetch(row).status) == (422, ResolutionStatus.SIGNING)
    client.post(url, {"channel": "PHONE"})

    assert fetch(row).status == ResolutionStatus.WITHDRAWN


def test_a_draft_is_nobodys_but_the_offices():
    row = make_resolution()
    own = own_page(row, 1)

    assert own.get("/my/agreed/").status_code == 404
    assert task_of(own_place(row.case.participants.get(number=1).entry)) is None


def test_the_task_waits_until_signed():
    row = make_open_resolution()
    entry = row.case.participants.select_related("entry").get(number=1).entry
    assert task_of(own_place(entry)).is_waiting
    sign_as(row, 1)

    assert task_of(own_place(entry)).word == "Signed"


def test_terms_are_followed_and_a_breach_reported(client):
    row = make_agreed_resolution()
    as_staff(client, row)
    first = row.commitments.first()
    client.post(at("look", row, pk=first.pk), {"state": "OBSTACLE", "words": "Bench moved"})
    client.post(at("breach_of", row), {"to_whom": "The director", "words": "Came back twice"})

    page = page_of(client.get(at("resolution", row)))

    assert "Bench moved" in page
    assert "Came back twice" in page


def test_staff_tick_a_paper_signature(client):
    row = make_open_resolution()
    as_staff(client, row)
    client.post(at("paper", row, number=1), {"typed_name": "Alex M.", "agreed": "on", "shown": str(row.pk)})

    assert row.signatures.get().method == "PAPER"


def test_a_term_of_another_case_is_not_found_here(client):
    row, other = make_resolution(), make_resolution()
    as_staff(client, row)

    assert client.get(at("change_term", row, pk=other.commitments.first().pk)).status_code == 404


def test_pages_cost_the_same_with_one_row_and_three(client):
    row = make_open_resolution()
    by = row.case.coordinator
    as_staff(client, row)
    urls = [at("resolution", row), row.case.get_absolute_url()]
    client.get(urls[1])
    few = [cost(client, url) for url in urls]
    Resolution.objects.filter(pk=row.pk).update(status="DRAFT")
    for _number in range(2):
        term(row, owner=row.case.participants.get(number=1), by=by)
    Resolution.objects.filter(pk=row.pk).update(status="SIGNING")

    assert [cost(client, url) for url in urls] == few
    assert few[0] <= 15
    assert few[1] <= 20
