"""The coordinator writes the next version of the rubric on screen."""

import pytest
from django.urls import reverse

from portal.documents.statuses import VersionStatus
from portal.screening.models import RubricCriterion, RubricVersion
from tests.counting import cost
from tests.factories import make_staff, sign_in
from tests.factories.requests import make_request
from tests.factories.screening import make_weighing_programme

pytestmark = pytest.mark.django_db
CRITERION = {
    "words": "Both have slept on it",
    "low_means": "NOTHING",
    "weight_MEDIATION": 7,
    "weight_RESTORATIVE_JUSTICE": 0,
    "weight_FACILITATION": 0,
    "weight_COACHING": 0,
}


def url(name, *args):
    return reverse(f"portal:screening:{name}", args=args)


def words(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def programme():
    return make_weighing_programme()


@pytest.fixture
def coordinator(client, programme):
    user = make_staff("COORDINATOR", programme=programme)
    sign_in(client, user)
    return user


def drafted(client, programme):
    client.post(url("draft", programme.code))
    return RubricVersion.objects.drafts().get()


def approve(client, draft, reason="It was missing"):
    draft.refresh_from_db()
    return client.post(url("approve", draft.pk), {"edition": draft.edition, "reason": reason}, follow=True)


def test_a_criterion_added_on_screen_is_asked_from_then_on(client, coordinator, programme):
    request = make_request(programme=programme)
    draft = drafted(client, programme)

    client.post(url("add_criterion", draft.pk), CRITERION)
    before = words(client.get(url("decide", request.reference)))
    approve(client, draft)
    after = words(client.get(url("decide", request.reference)))

    assert ("slept on it" in before, "W19: Both have slept on it" in after) == (False, True)


def test_a_line_is_worded_weighed_and_retired_on_screen(client, coordinator, programme):
    draft = drafted(client, programme)

    client.post(url("criterion", draft.pk, "W5"), CRITERION | {"is_retired": "on", "safeguards": ["SHORTER"]})

    line = RubricCriterion.objects.get(rubric=draft, code="W5")
    assert (line.words, line.weight_for("MEDIATION"), line.is_retired) == ("Both have slept on it", 7, True)
    assert line.safeguards == ["SHORTER"]
    assert "(retired)" in words(client.get(url("rubric", draft.pk)))


def test_a_stop_is_changed_on_screen_and_the_rest_of_it_stays(client, coordinator, programme):
    draft = drafted(client, programme)
    page = client.get(url("stop", draft.pk, "S6"))
    form = page.context["form"]
    sent = {name: form[name].value() for name in form.fields if name != "is_retired"}
    before = draft.stops.get(code="S6").effects

    client.post(url("stop", draft.pk, "S6"), sent | {"lifted_MEDIATION": "NOBODY"})

    after = draft.stops.get(code="S6").effects
    assert after["MEDIATION"]["lifted_by"] == "NOBODY"
    assert after["RESTORATIVE_JUSTICE"] == before["RESTORATIVE_JUSTICE"]


def test_a_stop_that_says_not_who_may_lift_it_is_refused_kindly(client, coordinator, programme):
    draft = drafted(client, programme)

    page = client.post(url("add_stop", draft.pk), {"words": "A new rule", "effect_MEDIATION": "STOP"})

    assert "S16: say who may lift it." in words(page)
    assert "A new rule" in words(page)
    assert draft.stops.count() == 15


def test_bands_are_changed_on_screen(client, coordinator, programme):
    draft = drafted(client, programme)

    refused = client.post(url("bands", draft.pk), {"suitable_from": 60, "safeguards_from": 70, "answered_from": 80})
    client.post(url("bands", draft.pk), {"suitable_from": 75, "safeguards_from": 55, "answered_from": 90})

    draft.refresh_from_db()
    assert "This band begins below the one above it." in words(refused)
    assert (draft.suitable_from, draft.safeguards_from, draft.answered_from) == (75, 55, 90)


def test_approving_asks_why_and_only_what_was_read(client, coordinator, programme):
    draft = drafted(client, programme)

    without = client.post(url("approve", draft.pk), {"edition": 0, "reason": ""})
    client.post(url("add_criterion", draft.pk), CRITERION)
    outdated = client.post(url("approve", draft.pk), {"edition": 0, "reason": "Because"}, follow=True)
    done = approve(client, draft)

    draft.refresh_from_db()
    assert "Why this version" in words(without)
    assert "There is a problem" in words(without)
    assert "Please look again" in words(outdated)
    assert "keeps the version it was made with" in words(done)
    assert (draft.status, draft.reason) == (VersionStatus.APPROVED, "It was missing")


def test_two_versions_are_compared_on_screen(client, coordinator, programme):
    first = RubricVersion.objects.get()
    draft = drafted(client, programme)
    client.post(url("add_criterion", draft.pk), CRITERION)

    page = words(client.get(url("compare", draft.pk), {"with": first.pk}))

    assert "From version 1 to version 2" in page
    assert "W19 Both have slept on it" in page
    assert client.get(url("compare", draft.pk), {"with": "x"}).status_code == 404


def test_a_draft_is_thrown_away_on_screen(client, coordinator, programme):
    draft = drafted(client, programme)

    client.post(url("drop", draft.pk))
    again = client.post(url("approve", RubricVersion.objects.get().pk), {"edition": 0, "reason": "x"}, follow=True)

    assert RubricVersion.objects.count() == 1
    assert "Please look again" in words(again)


def test_who_screens_reads_it_and_changes_nothing(client, programme):
    sign_in(client, make_staff("CASE_MANAGER", programme=programme))
    rubric = RubricVersion.objects.get()

    assert "Criteria and weights" in words(client.get(url("rubric", rubric.pk)))
    assert client.post(url("draft", programme.code)).status_code == 403
    for name, args in (("bands", ()), ("stop", ("S1",)), ("criterion", ("W1",))):
        assert client.get(url(name, rubric.pk, *args)).status_code == 403


@pytest.mark.parametrize("role", ["NEUTRAL", "TRAINING_MANAGER", "INTERN"])
def test_who_does_not_screen_finds_no_rubric(client, programme, role):
    sign_in(client, make_staff(role, programme=programme))
    rubric = RubricVersion.objects.get()

    for address in (url("rubrics"), url("rubric", rubric.pk)):
        assert client.get(address).status_code == 404
    assert client.post(url("draft", programme.code)).status_code == 404


def test_the_rubric_of_another_programme_does_not_exist(client, programme):
    sign_in(client, make_staff("DIRECTOR"))

    assert client.get(url("rubric", RubricVersion.objects.get().pk)).status_code == 404


@pytest.mark.parametrize("kept", [1, 3])
def test_a_version_costs_the_same_however_long_it_is(client, coordinator, programme, kept):
    rubric = RubricVersion.objects.get()
    for lines in (rubric.stops, rubric.criteria):
        lines.filter(position__gt=kept).delete()

    assert cost(client, url("rubric", rubric.pk)) <= 12
    assert cost(client, url("rubrics")) <= 12
