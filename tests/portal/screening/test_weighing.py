"""The criteria may be answered for each allegation: they advise, and each may fit another way."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from portal.cases.actions import TransitionRefused
from portal.screening.actions import weigh_allegation
from portal.screening.models import Weighing
from tests.factories.allegations import make_allegation
from tests.factories.cases import make_matter
from tests.factories.people import make_staff
from tests.factories.requests import make_request
from tests.factories.screening import PEOPLE, make_scores
from tests.factories.signing_in import sign_in, verified
from tests.factories.texts import make_resolution_texts

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def two(**switches):
    matter = make_matter(make_resolution_texts(**switches))
    by = verified(make_staff(programme=matter.programme))
    return matter, make_allegation(matter, by=by), make_allegation(matter, by=by), by


def test_each_allegation_has_advice_of_its_own_and_the_newest_counts():
    matter, one, other, by = two()
    weigh_allegation(allegation_id=one.pk, scores=make_scores(matter.programme, every=4), people=PEOPLE, by=by)
    weigh_allegation(allegation_id=other.pk, scores=make_scores(matter.programme, every=4), people=PEOPLE, by=by)
    low = make_scores(matter.programme, every=0)
    weigh_allegation(allegation_id=other.pk, scores=low, people=PEOPLE, by=by)

    assert one.weighings.first().bands["MEDIATION"] == "SUITABLE"
    assert other.weighings.first().bands["MEDIATION"] == "NOT_ADVISED"
    assert other.weighings.first().advice_on("MEDIATION") == "Not advised"
    assert other.weighings.first().advice_on("FORMAL") == ""
    assert Weighing.objects.count() == 3


def test_nothing_is_kept_without_a_score_or_where_criteria_are_not_weighed():
    matter, one, _other, by = two()
    for scores in ({}, {"NOTHING": {"1": 4}}):
        with pytest.raises(TransitionRefused):
            weigh_allegation(allegation_id=one.pk, scores=scores, people=PEOPLE, by=by)
    scores = make_scores(matter.programme)
    matter.programme.weighted_criteria = False
    matter.programme.save()

    with pytest.raises(TransitionRefused):
        weigh_allegation(allegation_id=one.pk, scores=scores, people=PEOPLE, by=by)


def test_only_those_who_screen_here_and_have_no_tie():
    matter, one, _other, by = two()
    scores = make_scores(matter.programme)
    matter.ties.create(person=by, source="DECLARED")

    for who in (by, make_staff("DIRECTOR"), make_staff("NEUTRAL", matter.programme)):
        with pytest.raises(PermissionDenied):
            weigh_allegation(allegation_id=one.pk, scores=scores, people=PEOPLE, by=who)


def test_the_screen_compares_first_and_keeps_then(client):
    programme = make_resolution_texts()
    request = make_request(programme=programme)
    by = verified(make_staff(programme=programme))
    row = make_allegation(request.matter, by=by)
    sign_in(client, by)
    address = reverse("portal:screening:weigh", args=[request.reference, row.pk])
    names = [name for name in client.get(address).context["form"].fields if name.startswith("score_")]
    typed = dict.fromkeys(names, "4")

    assert "Suitable" in client.post(address, typed | {"compare": "yes"}).content.decode()
    assert not Weighing.objects.exists()
    assert client.post(address, {}).status_code == 422
    assert client.post(address, typed).url == reverse("portal:screening:allegations", args=[request.reference])
    assert "What the criteria advise" in client.get(
        reverse("portal:screening:allegations", args=[request.reference])
    ).content.decode()  # fmt: skip

    other = make_allegation(make_matter(programme), by=by)
    assert client.get(reverse("portal:screening:weigh", args=[request.reference, other.pk])).status_code == 404
    programme.weighted_criteria = False
    programme.save()
    assert client.get(address).status_code == 404
