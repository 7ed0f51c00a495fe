"""The own door of the programme that keeps its records: read first, then written, by oneself, a partner or staff."""

import pytest
from django.urls import reverse

from portal.accounts.models import RoleGrant
from portal.intake.models import Draft, Request
from portal.intake.statuses import CameBy, Door
from tests.factories.people import make_staff
from tests.factories.signing_in import sign_in
from tests.factories.texts import make_resolution_texts, make_texts

from .walking import GIVEN

pytestmark = pytest.mark.django_db(databases=["default", "keys"])

REPORT = reverse("portal:intake:report")


def both_programmes():
    make_staff(programme=make_texts())
    programme = make_resolution_texts()
    return programme, make_staff(programme=programme)


def walk(client, slug):
    """Answer every question from this one to the last page."""
    while slug != "check":
        page = client.post(reverse("portal:intake:question", args=[slug]), GIVEN.get(slug, {}))
        assert page.status_code == 302, (slug, page.context and page.context["form"].errors)
        slug = page.url.rstrip("/").rsplit("/", 1)[-1]


def test_without_such_a_programme_there_is_no_such_door(client):
    make_texts()

    assert client.get(REPORT).status_code == 404


def test_that_a_record_is_kept_is_read_before_anything_is_written(client):
    both_programmes()

    page = client.get(REPORT).content.decode()
    refused = client.post(REPORT, {"door": "SELF"})

    assert "This record will be kept" in page
    assert "imminent risk of serious harm to you or to someone else" in page
    assert refused.status_code == 422
    assert "Please read this" in refused.content.decode()


def test_what_is_sent_here_belongs_to_this_programme_alone(client):
    programme, staff = both_programmes()
    first = client.post(REPORT, {"door": "SELF", "read_kept": "on"}).url
    assert "a record of it is kept" in client.get(first).content.decode()

    walk(client, "age")
    assert "A record of this will be kept" in client.get(reverse("portal:intake:check")).content.decode()
    client.post(reverse("portal:intake:check"))

    request = Request.objects.get()
    assert (request.programme, request.matter.programme, request.door) == (programme, programme, Door.SELF)
    sign_in(client, make_staff("DIRECTOR"))
    assert client.get(request.get_absolute_url()).status_code == 404
    sign_in(client, staff)
    assert client.get(request.get_absolute_url()).status_code == 200


def test_a_partner_says_who_they_are_and_whether_the_person_knows(client):
    both_programmes()
    client.post(REPORT, {"door": "PARTNER", "read_kept": "on"})
    after = client.post(reverse("portal:intake:question", args=["age"]), GIVEN["age"])
    assert after.url.endswith("/partner/")
    assert client.post(after.url, {"sent_by": "", "knows": "NO"}).status_code == 422

    client.post(after.url, {"sent_by": "Robin Hale, Housing", "knows": "NO"})
    walk(client, "people")
    client.post(reverse("portal:intake:check"))

    request = Request.objects.get()
    assert (request.door, request.came_by) == (Door.PARTNER, CameBy.PARTNER)
    assert request.sent_by == "Robin Hale, Housing\nThe person may not know."


def test_the_usual_door_is_as_before(client):
    both_programmes()
    client.post(reverse("portal:intake:start"))
    walk(client, "age")
    client.post(reverse("portal:intake:check"))

    assert Request.objects.get().programme.code == "MEDIATION"


LOGGED = {"kind": "REQUEST", "came_by": "PHONE", "asks_for": "UNSURE", "safe_way": "CODE", "name": "Kim"}


def test_the_director_writes_down_what_came_to_them_and_says_that_it_is_kept(client):
    programme, _staff = both_programmes()
    sign_in(client, make_staff("DIRECTOR", programme))
    address = reverse("portal:intake:log_contact")
    assert "told them that a record will be kept" in client.get(address).content.decode()

    untold = client.post(address, LOGGED | {"door": "DIRECTOR"})
    assert untold.status_code == 422
    assert 'value="Kim"' in untold.content.decode()
    client.post(address, LOGGED | {"door": "DIRECTOR", "told_kept": "on"})

    assert (Request.objects.get().programme, Request.objects.get().door) == (programme, Door.DIRECTOR)


def test_nobody_logs_into_a_programme_that_is_not_theirs(client):
    both_programmes()
    sign_in(client, make_staff("COORDINATOR"))

    client.post(reverse("portal:intake:log_contact"), LOGGED | {"programme": "ADR"})

    assert Request.objects.get().programme.code == "MEDIATION"


def test_somebody_of_both_programmes_chooses(client):
    programme, _staff = both_programmes()
    both = make_staff("COORDINATOR")
    RoleGrant.objects.create(user=both, role="COORDINATOR", programme=programme, interest="Both")
    sign_in(client, both)

    page = client.get(reverse("portal:intake:log_contact")).content.decode()

    assert "?programme=ADR" in page


def test_a_draft_whose_time_was_over_stays_in_its_own_door_and_says_so(client):
    programme, _staff = both_programmes()
    first = client.post(REPORT, {"door": "SELF", "read_kept": "on"}).url
    assert 'name="door" value="SELF"' in client.get(first).content.decode()
    Draft.objects.all().delete()

    said = client.post(first, GIVEN["age"] | {"door": "SELF"}, follow=True)

    assert "your earlier answers were deleted, as we said" in said.content.decode()
    assert "a record of it is kept" in client.get(first).content.decode()
    walk(client, "age")
    client.post(reverse("portal:intake:check"))
    assert Request.objects.get().programme == programme


def test_whoever_comes_back_too_late_chooses_the_door_anew(client):
    both_programmes()
    first = client.post(REPORT, {"door": "SELF", "read_kept": "on"}).url
    Draft.objects.all().delete()

    late = client.get(first, follow=True)

    assert late.status_code == 410
    assert f'href="{REPORT}"' in late.content.decode()
    assert "two hours" in late.content.decode()


def test_a_page_of_the_other_programme_cannot_be_talked_into_this_one(client):
    both_programmes()
    client.post(reverse("portal:intake:start"))
    client.post(reverse("portal:intake:question", args=["age"]), GIVEN["age"] | {"door": "SELF"})
    walk(client, "people")
    client.post(reverse("portal:intake:check"))

    assert Request.objects.get().programme.code == "MEDIATION"


def test_the_page_for_help_leads_to_this_door_where_there_is_one(client):
    make_staff(programme=make_texts())
    start = reverse("portal:intake:start")
    assert REPORT not in client.get(start).content.decode()
    make_resolution_texts()
    assert REPORT in client.get(start).content.decode()
