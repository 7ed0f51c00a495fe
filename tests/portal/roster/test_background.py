"""Degrees and experience: informative, with the day on which somebody saw the paper, and never a gate."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from portal.roster import actions
from portal.roster.models import Background
from portal.roster.queries import who_may_conduct
from tests.counting import full_cost
from tests.factories import make_office, make_profile, make_staff, sign_in, verified

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper():
    make_office()
    return verified(make_staff("TRAINING_MANAGER"))


def degree(person, by, **facts):
    usual = {"kind": "DEGREE", "title": "M.A. in conflict resolution", "place": "Example State"}
    return actions.add_background(person=person, by=by, **(usual | facts))


def words(response):
    return " ".join(response.content.decode().split())


def test_somebody_writes_down_their_own_and_another_sees_the_paper_once(keeper):
    neutral = verified(make_profile().user)
    row = degree(neutral, neutral)
    with pytest.raises(PermissionDenied):
        actions.see_paper(background_id=row.pk, by=neutral)

    for _ in range(2):
        actions.see_paper(background_id=row.pk, by=keeper)

    row.refresh_from_db()
    assert (row.seen_on, row.seen_by) == (timezone.localdate(), keeper)


def test_even_a_keeper_of_the_roster_does_not_see_their_own_paper(keeper):
    row = degree(keeper, keeper)

    with pytest.raises(PermissionDenied):
        actions.see_paper(background_id=row.pk, by=keeper)


def test_strangers_add_and_remove_nothing(keeper):
    neutral, stranger = make_profile().user, verified(make_profile().user)
    row = degree(neutral, keeper)

    with pytest.raises(PermissionDenied):
        degree(neutral, stranger)
    with pytest.raises(PermissionDenied):
        actions.remove_background(background_id=row.pk, by=stranger)
    for _ in range(2):
        actions.remove_background(background_id=row.pk, by=keeper)

    assert Background.objects.count() == 0


def test_only_experience_has_years(keeper):
    with pytest.raises(ValidationError):
        degree(keeper, keeper, years=5)

    assert degree(keeper, keeper, kind="EXPERIENCE", years=5).years == 5


def test_it_is_no_gate_nobody_becomes_selectable_by_it_or_stops_being(keeper):
    neutral = make_profile().user
    before = list(who_may_conduct("MEDIATION", timezone.localdate()))

    degree(neutral, keeper)

    assert list(who_may_conduct("MEDIATION", timezone.localdate())) == before


def test_the_page_takes_a_line_and_keeps_what_was_typed_wrong(client, keeper):
    sign_in(client, keeper)
    url = f"/portal/background/{keeper.pk}/"

    wrong = client.post(url, {"kind": "DEGREE", "title": "Doctor of peace", "years": "4"})
    client.post(url, {"kind": "DEGREE", "title": "Doctor of peace"})

    assert "Doctor of peace" in words(wrong)
    assert "Years are for experience only" in words(wrong)
    assert [str(row) for row in Background.objects.all()] == ["Doctor of peace"]
    assert client.get("/portal/background/").url == url


def test_a_neutral_reads_their_own_and_nobody_elses(client, keeper):
    neutral, other = make_profile().user, make_profile().user
    row = degree(other, keeper)
    sign_in(client, neutral)

    assert client.get(f"/portal/background/{neutral.pk}/").status_code == 200
    assert client.get(f"/portal/background/{other.pk}/").status_code == 404
    assert client.post(f"/portal/background/line/{row.pk}/remove/").status_code == 404


def test_the_page_costs_the_same_at_one_and_at_three(client, keeper):
    other = make_profile().user
    sign_in(client, keeper)
    degree(other, keeper)
    one = full_cost(client, f"/portal/background/{other.pk}/")
    for _ in range(2):
        degree(other, keeper)

    assert full_cost(client, f"/portal/background/{other.pk}/") == one
    assert one <= 15
