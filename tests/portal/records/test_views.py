"""The close screen: what is missing, then one button, and proof of who presses it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from portal.cases.models import Matter
from portal.records.models import Receipt
from tests.factories.closing import make_closable_case, make_ended_case
from tests.factories.people import make_staff
from tests.factories.signing_in import sign_in

pytestmark = pytest.mark.django_db


def address(case):
    return reverse("portal:records:close", args=[case.reference])


def test_the_screen_says_what_is_missing_and_destroys_nothing(client):
    case = make_ended_case()
    sign_in(client, case.coordinator)

    assert "Priya Nair has destroyed their notes" in client.get(address(case)).content.decode()
    client.post(address(case))

    assert Matter.objects.filter(pk=case.matter_id).exists()


def test_one_button_destroys_and_shows_the_receipt(client):
    case, by = make_closable_case()
    sign_in(client, by)

    response = client.post(address(case), follow=True)

    assert response.redirect_chain[-1][0] == reverse("portal:records:receipt", args=[Receipt.objects.get().pk])
    assert response.status_code == 200
    assert not Matter.objects.filter(pk=case.matter_id).exists()
    assert client.get(address(case)).status_code == 404


def test_somebody_who_signed_in_long_ago_says_again_who_they_are_before_anything_is_destroyed(client):
    case, by = make_closable_case()
    sign_in(client, by, stepped_up_at=timezone.now() - timedelta(hours=1))

    client.post(address(case))

    assert Matter.objects.filter(pk=case.matter_id).exists()
    assert not Receipt.objects.exists()


@pytest.mark.parametrize("role", ["CASE_MANAGER", "INTERN", "AUDITOR"])
def test_nobody_without_that_task_gets_the_screen(client, role):
    case = make_ended_case()
    sign_in(client, make_staff(role, case.programme))

    assert client.get(address(case)).status_code in {403, 404}
