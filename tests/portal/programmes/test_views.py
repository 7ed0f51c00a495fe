from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from portal.programmes.models import Programme
from portal.programmes.queries import current_office
from tests.factories import make_office, make_programme, make_staff
from tests.factories.signing_in import sign_in
from tests.portal.programmes.test_actions import form_values

pytestmark = pytest.mark.django_db
PROGRAMMES = "portal:programmes:programmes"


@pytest.fixture(autouse=True)
def office():
    return make_office()


def test_everybody_here_reads_how_the_programme_works(client, django_assert_max_num_queries):
    sign_in(client, make_staff("NEUTRAL"))

    with django_assert_max_num_queries(15):
        page = client.get(reverse(PROGRAMMES)).content.decode()

    assert "Days to answer an invitation" in page
    assert '<td data-label="Set to">10</td>' in page
    assert '<td data-label="Set to">On</td>' in page
    assert "Monday to Friday, 09:00 to 17:00" in page
    assert "Change the switches" not in page
    assert client.get(reverse("portal:programmes:change_programme", args=["MEDIATION"])).status_code == 403
    assert client.get(reverse("portal:programmes:change_office")).status_code == 403


def test_the_director_sets_a_switch(client):
    programme = make_programme()
    sign_in(client, make_staff("DIRECTOR"))
    address = reverse("portal:programmes:change_programme", args=["MEDIATION"])

    values = form_values(client.get(address).context["form"])
    wrong = client.post(address, values | {"answer_days": 0, "same_unit_excluded": "on"})
    client.post(address, values | {"answer_days": 14, "same_unit_excluded": ""})

    programme.refresh_from_db()
    assert "<title>Error:" in wrong.content.decode()
    assert (programme.answer_days, programme.same_unit_excluded) == (14, False)


def test_a_programme_of_somebody_else_is_read_but_not_changed(client):
    make_programme()
    sign_in(client, make_staff("DIRECTOR", programme=make_programme("OTHER")))

    assert "Mediation" in client.get(reverse(PROGRAMMES)).content.decode()
    assert client.get(reverse("portal:programmes:change_programme", args=["MEDIATION"])).status_code == 403
    assert client.get(reverse("portal:programmes:change_programme", args=["NOWHERE"])).status_code == 404


def test_a_switch_is_changed_only_by_somebody_who_has_just_said_who_they_are(client):
    programme = make_programme()
    sign_in(client, make_staff("DIRECTOR"), stepped_up_at=timezone.now() - timedelta(minutes=11))
    address = reverse("portal:programmes:change_programme", args=["MEDIATION"])

    answer = client.post(address, {"answer_days": 1})

    assert "confirm who you are" in answer.content.decode()
    assert Programme.objects.get().answer_days == programme.answer_days


def test_the_coordinator_changes_the_facts_of_the_office(client):
    sign_in(client, make_staff("COORDINATOR"))
    address = reverse("portal:programmes:change_office")

    values = form_values(client.get(address).context["form"])
    wrong = client.post(address, values | {"weekly_hours": "always"})
    client.post(address, values | {"phone": "617-555-0111", "weekly_hours": "Monday 10:00-12:00"})

    assert "Write each line like this: Monday 09:00-17:00" in wrong.content.decode()
    assert (current_office().phone_tel, current_office().hours) == ("6175550111", "Monday, 10:00 to 12:00")


def test_before_anything_is_set_up_the_page_says_what_to_do(client):
    sign_in(client, make_staff("LEAD"))

    assert "seed_office" in client.get(reverse(PROGRAMMES)).content.decode()
