"""Promise 19: a plain link ends everything at once, on every page of a request and of a participant."""

import pytest
from django.core.cache import cache
from django.urls import reverse

from portal.intake.models import Draft
from portal.passes.models import PassSession
from tests.factories import make_request, use_pass
from tests.portal.intake.walking import answer_all, open_office, send

pytestmark = pytest.mark.django_db
EXIT = reverse("portal:passes:exit")


@pytest.fixture(autouse=True)
def office():
    cache.clear()
    open_office()


def test_leaving_in_the_middle_of_a_request_deletes_the_answers(client):
    answer_all(client)

    left = client.get(EXIT)

    assert Draft.objects.count() == 0
    assert left["Clear-Site-Data"]
    assert client.get(reverse("portal:intake:check")).url == reverse("portal:intake:start")


def test_leaving_the_page_with_the_code_deletes_it(client):
    answer_all(client)
    send(client)

    client.get(EXIT)

    assert Draft.objects.count() == 0
    assert client.get(reverse("portal:intake:sent")).url == reverse("portal:intake:gone")


def test_leaving_ends_the_visit_of_a_participant(client):
    use_pass(client, make_request().entry)

    client.get(EXIT)

    assert PassSession.objects.count() == 0
    assert client.get(reverse("portal:party:home")).url.startswith(reverse("portal:passes:enter"))


def test_leaving_with_nothing_open_leads_away_as_well(client):
    assert client.get(EXIT).status_code == 302


def test_nothing_private_may_be_kept_by_the_browser(client):
    answer_all(client)
    send(client)

    for name in ("start", "sent", "contact_me", "information"):
        assert "no-store" in client.get(reverse(f"portal:intake:{name}"))["Cache-Control"]
