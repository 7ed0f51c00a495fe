"""What the director's screens ask of the databases, with something in each of their parts."""

import pytest
from django.urls import reverse
from django.utils import timezone

from portal.accounts.models import User
from portal.oversight.actions import draw_samples
from portal.oversight.models import SampledCase
from portal.scheduling.models import BothRoles
from portal.screening.models import AllegationRoute
from tests.counting import full_cost
from tests.factories.allegations import make_allegation
from tests.factories.cases import make_case
from tests.factories.people import make_staff
from tests.factories.requests import make_request
from tests.factories.signing_in import sign_in

from .test_sampling import closed_last_term

pytestmark = [pytest.mark.django_db(databases=["default", "keys"]), pytest.mark.usefixtures("kept_pages")]

QUEUE = reverse("portal:oversight:queue")


def something_of_each(programme, by):
    """A way to sign in a case and in a request, somebody in both roles, and somebody else who opens what comes in."""
    case = make_case(programme=programme, coordinator=by)
    for matter in (case.matter, make_request(programme=programme).matter):
        allegation = make_allegation(matter)
        AllegationRoute.objects.create(
            vault_key=matter.pk, allegation=allegation, way="MEDIATION", reason="Both want it", standing="WAITING",
            decided_by=allegation.added_by,
        )  # fmt: skip
    BothRoles.objects.create(
        vault_key=case.vault_key, case=case, person=by, decided_as=["SCREENED"], reason="Nobody else", written_by=by
    )


def test_the_queue_asks_as_often_for_one_of_each_as_for_three_and_no_more_than_it_may(client):
    cases = closed_last_term(4)
    draw_samples()
    waiting, *others = SampledCase.objects.order_by("pk")
    programme, by = cases[0].programme, cases[0].coordinator
    director = make_staff("DIRECTOR", programme)
    SampledCase.objects.filter(pk__in=[one.pk for one in others]).update(
        reviewed_at=timezone.now(), reviewed_by=director
    )
    something_of_each(programme, by)
    sign_in(client, director)
    client.get(QUEUE)
    before = full_cost(client, QUEUE)

    for _ in range(2):
        something_of_each(programme, by)
    others[0].matter.ties.create(person=director, source="DECLARED")

    assert full_cost(client, QUEUE) == before <= 15
    page = client.get(QUEUE).content.decode()
    assert reverse("portal:oversight:review", args=[waiting.pk]) in page
    assert reverse("portal:oversight:review", args=[others[1].pk]) in page
    assert reverse("portal:oversight:review", args=[others[0].pk]) not in page


def test_what_somebody_opened_and_was_refused_costs_no_more_than_a_screen_may(client):
    (case,) = closed_last_term()
    programme = case.programme
    coordinator = User.objects.get(pk=make_staff(programme=programme).pk)
    director = make_staff("DIRECTOR", programme)
    address = reverse("portal:oversight:access", args=[programme.code, coordinator.pk])
    sign_in(client, director)
    client.get(address)

    sign_in(client, coordinator)
    for _ in range(3):
        client.get(make_case(programme=programme).get_absolute_url())
    client.get(QUEUE)
    client.get(reverse("portal:desk:case", args=["C-NONE0"]))
    sign_in(client, director)
    client.get(address)

    assert full_cost(client, address) <= 15
