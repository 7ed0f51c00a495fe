import pytest
from django.contrib.auth.models import Permission

from portal.programmes.models import Office
from tests.factories import make_office, make_staff, sign_in

pytestmark = pytest.mark.django_db
ADDRESS = "/cms/office/"


def sign_in_to_cms(client, role):
    user = make_staff(role)
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    sign_in(client, user)
    return user


def facts_on(response):
    form = response.context["form"]
    return {name: form[name].value() or "" for name in form.fields}


def test_the_office_is_edited_in_the_cms_and_stored_once(client):
    make_office()
    sign_in_to_cms(client, "COORDINATOR")
    facts = facts_on(client.get(ADDRESS))

    response = client.post(ADDRESS, facts | {"phone": "617-555-0199", "weekly_hours": "Monday 10:00-16:00"})

    office = Office.objects.get()
    assert response.status_code == 302
    assert (office.phone, office.phone_tel) == ("617-555-0199", "6175550199")
    assert office.weekly_hours == [{"day": 0, "opens": "10:00", "closes": "16:00"}]
    assert "617-555-0199" in client.get("/no-such-page/").content.decode()


def test_a_fact_that_cannot_be_right_changes_nothing(client):
    make_office()
    sign_in_to_cms(client, "COORDINATOR")
    facts = facts_on(client.get(ADDRESS))

    response = client.post(ADDRESS, facts | {"weekly_hours": "whenever"})

    assert response.status_code == 200
    assert "Monday 09:00-17:00" in response.content.decode()
    assert Office.objects.get().weekly_hours[0] == {"day": 0, "opens": "09:00", "closes": "17:00"}


def test_somebody_without_the_right_neither_sees_nor_saves_it(client):
    make_office()
    sign_in_to_cms(client, "EDITOR")

    # The CMS leads whoever may not to its own front page.
    assert client.get(ADDRESS).status_code in {302, 403}
    assert client.post(ADDRESS, {"name": "Taken over"}).status_code in {302, 403}
    assert Office.objects.get().name == "Office for Conflict Resolution"
