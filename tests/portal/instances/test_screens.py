"""The screens of the register and its workbook: names stand on one page only, and Mediation has none of them."""

import io

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from portal.audit.models import AuditLink
from portal.cases.statuses import CaseStatus
from portal.documents.redisclosure import REDISCLOSURE
from tests.counting import full_cost
from tests.factories.allegations import make_routed_allegation
from tests.factories.cases import make_case, make_matter, make_participant
from tests.factories.closing import make_ended_case
from tests.factories.people import make_staff
from tests.factories.requests import make_request
from tests.factories.signing_in import sign_in, verified
from tests.factories.texts import make_resolution_texts, make_texts

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def opened(**facts):
    """Two people are asked; one allegation has its way."""
    matter = make_matter(make_resolution_texts())
    make_routed_allegation(matter)
    case = make_case(CaseStatus.INVITING, matter=matter, coordinator=make_staff(programme=matter.programme), **facts)
    return case, verified(case.coordinator)


def test_the_register_holds_requests_cases_and_closed_records(client):
    programme = make_resolution_texts()
    case = make_ended_case(programme=programme)
    request = make_request(programme=programme)
    elsewhere = make_ended_case(programme=make_texts())
    sign_in(client, make_staff("DIRECTOR", programme))

    page = client.get(reverse("portal:instances:register")).content.decode()

    assert case.reference in page
    assert request.reference in page
    assert elsewhere.reference not in page
    assert "Alex" not in page


def test_the_screens_name_people_only_on_the_page_of_the_instance(client):
    case, by = opened()
    director = make_staff("DIRECTOR", case.programme)
    sign_in(client, director)
    sam = case.participants.get(number=2)

    one = client.get(reverse("portal:instances:instance", args=[case.reference])).content.decode()
    report = client.get(reverse("portal:instances:completeness")).content.decode()

    assert "There is no written notice to Sam" in one
    assert "There is no written notice to person 2" in report
    assert "Sam" not in report
    address = reverse("portal:instances:excuse", args=[case.reference, "NOTICE", sam.pk])
    assert client.get(address).status_code == 200
    assert client.post(address, {"reason": ""}).status_code == 422
    assert client.post(address, {"reason": "Handed over on paper before"}).status_code == 302
    assert "Handed over on paper before" in client.get(
        reverse("portal:instances:instance", args=[case.reference])
    ).content.decode()  # fmt: skip
    assert client.get(address).status_code == 404

    sign_in(client, by)
    other = reverse("portal:instances:excuse", args=[case.reference, "SHEET", sam.pk])
    assert client.get(other).status_code == 403
    assert client.get(reverse("portal:instances:completeness")).status_code == 200


def test_in_mediation_there_is_no_register(client):
    case = make_ended_case(programme=make_texts())

    for role in ("DIRECTOR", "COORDINATOR"):
        sign_in(client, make_staff(role, case.programme))
        for name in ("register", "completeness", "export"):
            assert client.get(reverse(f"portal:instances:{name}")).status_code == 404
        assert client.get(reverse("portal:instances:instance", args=[case.reference])).status_code == 404
        assert reverse("portal:instances:register") not in client.get(reverse("portal:desk:home")).content.decode()


def test_a_case_manager_has_no_register(client):
    case, _by = opened()
    sign_in(client, make_staff("CASE_MANAGER", case.programme))

    assert client.get(reverse("portal:instances:register")).status_code == 403
    assert client.get(reverse("portal:instances:instance", args=[case.reference])).status_code == 404


def test_the_workbook_names_nobody_and_says_that_it_is_confidential(client):
    case, by = opened()
    sign_in(client, by)

    answer = client.get(reverse("portal:instances:export"))

    book = load_workbook(io.BytesIO(answer.content))
    assert [sheet.title for sheet in book.worksheets] == ["Register", "Missing"]
    assert all(sheet["A1"].value == str(REDISCLOSURE) for sheet in book.worksheets)
    cells = [str(cell) for sheet in book.worksheets for row in sheet.iter_rows(values_only=True) for cell in row]
    assert case.reference in cells
    assert "There is no written notice to person 2" in cells
    assert not any("Sam" in cell for cell in cells)
    assert AuditLink.objects.filter(kind="EXPORT_OPENED").count() == 1


@pytest.mark.usefixtures("kept_pages")
def test_no_screen_asks_more_than_it_may_and_as_often_for_one_as_for_three(client):
    programme = make_resolution_texts()
    case = make_ended_case(programme=programme)
    make_request(programme=programme)
    sign_in(client, make_staff("DIRECTOR", programme))
    addresses = [reverse(f"portal:instances:{name}") for name in ("register", "completeness")]
    addresses.append(reverse("portal:instances:instance", args=[case.reference]))
    client.get(addresses[0])
    before = [full_cost(client, address) for address in addresses]

    for _ in range(2):
        make_ended_case(programme=programme)
    make_participant(case, name="Kim")

    assert [full_cost(client, address) for address in addresses] == before
    assert max(before) <= 15
