"""The pages of the talks beforehand: what each person writes, what staff write, what facilitators confirm."""

import pytest
from django.urls import reverse
from django.utils import timezone

from portal.cases.models import Case
from portal.cases.statuses import ParticipantRole
from portal.circles.models import Preparation, Readiness
from tests.counting import cost
from tests.factories import sign_in, use_pass
from tests.factories.circles import make_circle, make_prepared

pytestmark = pytest.mark.django_db
Role = ParticipantRole


def test_a_person_says_their_own_wishes_and_reads_nobody_elses(client):
    case, _pair = make_circle(prepared=False)
    hana, caleb = case.participants.get(number=1), case.participants.get(number=2)
    make_prepared(caleb, wishes="CALEBS-WISH", safety="CALEBS-SAFETY")
    use_pass(client, hana.entry)
    place = reverse("portal:party:circle")

    response = client.post(place, {"forms": ["IN_TWO_ROOMS"], "safety": "A seat by the door", "hide": "on"})

    assert response.status_code == 302
    row = Preparation.objects.get(participant=hana)
    assert (row.forms, row.safety, row.met_on) == (["IN_TWO_ROOMS"], "A seat by the door", None)
    hana.refresh_from_db()
    assert hana.hides_contact
    for page in (place, reverse("portal:party:home"), reverse("portal:party:held")):
        assert "CALEBS" not in client.get(page).text
    assert "A seat by the door" in client.get(reverse("portal:party:held")).text
    assert set(Preparation.objects.visible_to(hana.entry)) == {row}
    assert not Readiness.objects.visible_to(hana.entry).exists()


def test_a_way_that_is_not_listed_is_refused_and_loses_nothing(client):
    case, _pair = make_circle(prepared=False)
    use_pass(client, case.participants.get(number=1).entry)

    response = client.post(reverse("portal:party:circle"), {"forms": ["BY_BALLOON"], "safety": "A seat by the door"})

    assert response.status_code == 422
    assert "A seat by the door" in response.text
    assert not Preparation.objects.exists()


def test_the_screen_of_a_talk_asks_for_its_day_and_keeps_what_was_typed(client):
    case, pair = make_circle(prepared=False)
    sign_in(client, pair[0])
    place = reverse("portal:circles:prepare", args=[case.reference, 1])

    refused = client.post(place, {"gone_through": ["EXPLAINED"], "wishes": "By the window"})
    assert refused.status_code == 422
    assert "Give the day of the talk." in refused.text
    assert "By the window" in refused.text

    client.post(place, {"gone_through": ["EXPLAINED"], "met_on": timezone.localdate().isoformat()})
    assert Preparation.objects.get().gone_through == ["EXPLAINED"]


def test_facilitators_confirm_on_the_circles_page(client):
    case, pair = make_circle(ready=False)
    sign_in(client, pair[0])
    page = reverse("portal:circles:circle", args=[case.reference])
    place = reverse("portal:circles:ready", args=[case.reference, 2])
    assert "I find that they want to make it right" in client.get(page).text

    client.post(place)
    assert Readiness.objects.get().facilitator == pair[0]
    client.post(place, {"found": "no"})
    assert not Readiness.objects.exists()

    sign_in(client, case.coordinator)
    assert "I find that" not in client.get(page).text
    assert client.post(place).status_code == 403


def test_the_pages_of_a_circle_do_not_exist_for_another_process(client):
    case, _pair = make_circle()
    Case.objects.update(process="MEDIATION")
    sign_in(client, case.coordinator)

    for name, asked in (("circle", []), ("change", []), ("add_group", []), ("prepare", [1]), ("roles", [1])):
        place = reverse(f"portal:circles:{name}", args=[case.reference, *asked])
        assert client.get(place).status_code == 404, name


def test_pages_cost_the_same_with_one_person_and_with_four(client):
    costs = {}
    for roles in ({"Hana": Role.HARMED}, {f"Person{n}": Role.HARMED for n in range(4)}):
        case, _pair = make_circle(roles=roles)
        sign_in(client, case.coordinator)
        # The first page of all begins a chain.
        client.get(case.get_absolute_url())
        costs[len(roles)] = [
            cost(client, reverse("portal:circles:circle", args=[case.reference])),
            cost(client, case.get_absolute_url()),
        ]
    assert costs[1] == costs[4]
    assert costs[4][0] <= 15
    assert costs[4][1] <= 20
