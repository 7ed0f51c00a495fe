"""Promise 8: exports, closes, keys, roles, holds and retention ask who it is, unless that was within ten minutes."""

from datetime import timedelta

import pytest
from django.urls import URLResolver, get_resolver
from django.utils import timezone

from portal.accounts.doors import ASKED_AGAIN
from tests.factories import PASSWORD, make_office, make_staff, make_user, sign_in

pytestmark = pytest.mark.django_db

SAMPLES = {
    "uuid:": "0f0f0f0f-0f0f-4f0f-8f0f-0f0f0f0f0f0f",
    "int:": "1",
    "reference:": "C-2222",
    "str:": "sample",
    "slug:": "sample",
}

# Roles and factors. Other features add theirs beside the decorator; whoever takes one away has to come here.
KNOWN = {
    "portal:accounts:invite",
    "portal:accounts:grant",
    "portal:accounts:end_role",
    "portal:accounts:reset_factor",
    "portal:accounts:activity",
    "portal:accounts:end_sessions",
    "portal:accounts:recovery_codes",
    "portal:programmes:change_programme",
}


def sensitive(resolver=None, names=(), route=""):
    for entry in (resolver or get_resolver()).url_patterns:
        here = route + str(entry.pattern)
        if isinstance(entry, URLResolver):
            namespace = (entry.namespace,) if entry.namespace else ()
            yield from sensitive(entry, names + namespace, here)
        elif getattr(entry.callback, "asks_again", False) or ":".join((*names, entry.name or "")) in ASKED_AGAIN:
            yield ":".join((*names, entry.name or "")), "/" + here


REGISTRY = sorted(set(sensitive()))


def test_the_registry_holds_the_known_ones():
    assert {name for name, _route in REGISTRY} >= KNOWN


def address_of(route):
    while "<" in route:
        before, _, rest = route.partition("<")
        inside, _, after = rest.partition(">")
        kind = inside.partition(":")[0] + ":" if ":" in inside else "str:"
        route = before + SAMPLES.get(kind, "sample") + after
    return route


@pytest.mark.parametrize(("name", "route"), REGISTRY)
@pytest.mark.parametrize("method", ["get", "post"])
def test_an_old_sign_in_is_asked_again(client, name, route, method):
    make_office()
    director = make_staff("DIRECTOR")
    sign_in(client, director, stepped_up_at=timezone.now() - timedelta(minutes=11))

    response = getattr(client, method)(address_of(route))

    # Not visible comes before everything; else the question, or a method the page does not take.
    assert response.status_code in (403, 404, 405)
    if response.status_code == 403:
        assert "Is it still you?" in response.content.decode()


@pytest.mark.urls("tests.portal.accounts.probe_urls")
def test_a_right_answer_runs_the_interrupted_step_with_what_was_typed(client):
    user = make_user(password=PASSWORD)
    row = sign_in(client, user, stepped_up_at=timezone.now() - timedelta(minutes=11))

    asked = client.post("/portal/sensitive/", {"story": "kept"})
    response = client.post("/portal/sensitive/", {"story": "kept", "interrupted": "POST", "proof": PASSWORD})
    row.refresh_from_db()

    assert asked.status_code == 403
    assert response.json()["story"] == "kept"
    assert timezone.now() - row.stepped_up_at < timedelta(minutes=1)


@pytest.mark.urls("tests.portal.accounts.probe_urls")
def test_nine_minutes_are_fresh_enough(client):
    sign_in(client, make_user(), stepped_up_at=timezone.now() - timedelta(minutes=9))
    assert client.get("/portal/sensitive/").status_code == 200


@pytest.mark.urls("tests.portal.accounts.probe_urls")
def test_a_claim_of_having_answered_is_not_an_answer(client):
    make_office()
    sign_in(client, make_user(), stepped_up_at=None)
    assert client.post("/portal/sensitive/", {"interrupted": "POST"}).status_code == 403
