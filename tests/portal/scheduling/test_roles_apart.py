"""Whoever decided on a case may conduct it, with a reason that the director reads; in Mediation nothing is asked."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from portal.cases.models import Assignment
from portal.scheduling.actions import ReasonWanted, ask_neutrals, see_both_roles
from portal.scheduling.models import BothRoles
from portal.scheduling.queries import suggest
from tests.factories.cases import make_case
from tests.factories.people import make_staff
from tests.factories.roster import make_neutral
from tests.factories.screening import make_screening
from tests.factories.signing_in import sign_in, verified
from tests.factories.texts import make_resolution_texts, make_texts

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def case_of(programme):
    case = make_case(programme=programme, coordinator=make_staff(programme=programme))
    neutral = make_neutral(first_name="Noor", last_name="Rahman")
    make_screening(case.matter, by=neutral)
    return case, neutral


def ask(case, neutral, **facts):
    return ask_neutrals(case_id=case.pk, neutrals=[neutral], by=verified(case.coordinator), **facts)


def test_a_reason_is_asked_for_and_nothing_is_blocked():
    case, neutral = case_of(make_resolution_texts())

    with pytest.raises(ReasonWanted) as asked:
        ask(case, neutral)
    assert "Noor Rahman screened it" in str(asked.value)
    assert not Assignment.objects.exists()

    ask(case, neutral, reason="Nobody else speaks Farsi")

    row = BothRoles.objects.get()
    assert (row.person, row.decided_as, row.reason) == (neutral, ["SCREENED"], "Nobody else speaks Farsi")
    assert Assignment.objects.get().neutral == neutral


def test_somebody_who_decided_nothing_is_asked_as_before():
    case, _neutral = case_of(make_resolution_texts())

    ask(case, make_neutral())

    assert not BothRoles.objects.exists()


def test_where_records_are_destroyed_nothing_is_written_down():
    programme = make_texts()
    programme.one_neutral_is_enough = True
    programme.save()
    case, neutral = case_of(programme)

    ask(case, neutral)

    assert not BothRoles.objects.exists()


def test_a_coordinator_may_facilitate_and_is_warned_about():
    programme = make_resolution_texts()
    coordinator = make_neutral(first_name="Cora")
    case = make_case(programme=programme, coordinator=coordinator)

    (candidate,) = suggest(case).candidates

    assert candidate.neutral == coordinator
    assert "Decided here before: coordinates it" in candidate.cautions


def test_a_director_sees_it_once_and_not_somebody_who_is_it_themselves(client):
    case, neutral = case_of(make_resolution_texts())
    ask(case, neutral, reason="Nobody else speaks Farsi")
    row = BothRoles.objects.get()
    director = make_staff("DIRECTOR", case.programme)
    for who in (case.coordinator, make_staff("DIRECTOR"), neutral):
        with pytest.raises(PermissionDenied):
            see_both_roles(both_roles_id=row.pk, by=who)
    queue = reverse("portal:oversight:queue")
    seen = reverse("portal:oversight:seen", args=[row.pk])

    sign_in(client, case.coordinator)
    assert client.post(seen).status_code == 404
    sign_in(client, director)
    assert "Nobody else speaks Farsi" in client.get(queue).content.decode()
    assert client.post(seen).url == queue
    assert BothRoles.objects.get().seen_by == director
    assert "Nobody else speaks Farsi" not in client.get(queue).content.decode()


def test_a_tie_hides_it_from_the_director(client):
    case, neutral = case_of(make_resolution_texts())
    ask(case, neutral, reason="Nobody else speaks Farsi")
    director = make_staff("DIRECTOR", case.programme)
    case.matter.ties.create(person=director, source="DECLARED")
    sign_in(client, director)

    assert "Nobody else speaks Farsi" not in client.get(reverse("portal:oversight:queue")).content.decode()
    assert client.post(reverse("portal:oversight:seen", args=[BothRoles.objects.get().pk])).status_code == 404


def test_the_screen_asks_why_and_loses_nothing_typed(client):
    case, neutral = case_of(make_resolution_texts())
    sign_in(client, case.coordinator)
    address = reverse("portal:scheduling:pair", args=[case.reference])

    refused = client.post(address, {"neutral": [str(neutral.pk)], "reason": ""})

    page = refused.content.decode()
    assert refused.status_code == 422
    assert "would conduct it as well" in page
    assert f'value="{neutral.pk}" checked' in page or "checked" in page
    assert client.post(address, {"neutral": [str(neutral.pk)], "reason": "Only she can"}).status_code == 302
