"""Promise 1: every URL is closed unless it stands on a short list. The walk covers the CMS too."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import Http404
from django.test import RequestFactory
from django.urls import URLResolver, get_resolver, path, resolve
from django.urls.resolvers import RegexPattern

from portal.accounts.doors import PUBLIC, Door, door_of
from portal.accounts.gate import GateMiddleware
from tests.factories import make_office, make_staff, make_user, sign_in

pytestmark = pytest.mark.django_db


def every_pattern(resolver=None, names=(), route=""):
    for entry in (resolver or get_resolver()).url_patterns:
        here = route + str(entry.pattern)
        if isinstance(entry, URLResolver):
            namespace = (entry.namespace,) if entry.namespace else ()
            yield from every_pattern(entry, names + namespace, here)
        else:
            yield ":".join((*names, entry.name or entry.lookup_str)), here


class Match:
    """As much of a resolved URL as the doors look at."""

    def __init__(self, name, route):
        self.view_name, self.route = name, route
        self.namespaces = name.split(":")[:-1]


EVERYTHING = sorted({*every_pattern(), ("portal:party:a_page_to_come", "my/to-come/")})


def test_every_listed_name_exists():
    known = {name for name, _route in EVERYTHING}

    # A misspelt name would open nothing and hide a mistake.
    assert {name for name in PUBLIC if name not in known} == set()


def test_the_public_names_are_these_and_no_others():
    public = {name for name, route in EVERYTHING if door_of(Match(name, route)) is Door.PUBLIC}
    assert public <= PUBLIC


@pytest.mark.parametrize("door", [Door.PASS, Door.STAFF, Door.NOWHERE])
def test_a_signed_out_visitor_passes_no_closed_door(door, client):
    """Straight at the gate: what is behind it never runs."""
    gate = GateMiddleware(lambda request: None)
    closed = [(name, route) for name, route in EVERYTHING if door_of(Match(name, route)) is door]
    assert closed

    for name, route in closed:
        for method in ("get", "head", "post", "put", "delete", "options"):
            request = anonymous(getattr(RequestFactory(), method)("/somewhere/"), Match(name, route))
            assert refuses(gate, request), (method, name, route)


def anonymous(request, match):
    request.user, request.session = AnonymousUser(), {}
    request.resolver_match = match
    return request


def refuses(gate, request) -> bool:
    try:
        return gate.process_view(request, None, (), {}).status_code == 302
    except Http404:
        return True


def test_a_new_url_is_closed_until_it_is_listed():
    new = URLResolver(RegexPattern(r"^/"), [path("brand-new/", lambda request: None, name="brand_new")])

    assert door_of(new.resolve("/brand-new/")) is Door.STAFF


@pytest.mark.parametrize("address", ["/portal/people/", "/portal/me/", "/cms/", "/cms/pages/", "/cms/images/"])
def test_staff_pages_send_a_visitor_to_the_sign_in_and_back(client, address):
    response = client.get(address)

    assert response.status_code == 302
    assert response.url == f"/sign-in/?next={address.replace('/', '%2F')}"


def test_participants_pages_ask_for_the_personal_code(client):
    assert door_of(resolve("/my/leave/")) is Door.PUBLIC
    assert door_of(Match("portal:party:home", "my/")) is Door.PASS


@pytest.mark.parametrize(
    "address",
    ["/cms/login/", "/cms/users/", "/cms/groups/", "/_util/login/", "/cms/users/add/", "/cms/groups/new/"],
)
def test_the_cms_has_no_door_of_its_own_and_manages_no_people(client, address):
    lead = make_staff("LEAD", is_superuser=True)
    sign_in(client, lead)

    assert client.get(address).status_code == 404
    assert client.post(address, {"username": lead.email, "password": "x"}).status_code == 404


def test_a_superuser_is_nobody_in_the_portal(client):
    make_office()
    sign_in(client, make_user(is_superuser=True))

    assert client.get("/portal/people/").status_code == 404
    assert client.get("/cms/").status_code == 200


def test_the_cms_is_closed_to_those_without_a_role_in_it(client):
    make_office()
    sign_in(client, make_staff("NEUTRAL"))

    assert client.get("/cms/").status_code == 403
