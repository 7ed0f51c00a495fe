"""The screens of two requests that may be one dispute."""

import re

import pytest
from django.urls import reverse

from portal.cases.actions import write_tie
from portal.cases.statuses import TieSource
from portal.joining.models import Joining, JoinPermission
from tests.counting import cost
from tests.factories.joining import allow, make_joined, make_two_requests
from tests.factories.requests import make_request
from tests.factories.signing_in import sign_in, use_pass

# What differs between any two answers: the forms' own tokens.
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"|name="csrf[^>]+>')

pytestmark = pytest.mark.django_db


def page(request):
    return reverse("portal:joining:together", args=[request.reference])


def test_staff_record_permissions_join_and_undo(client):
    first, second, by = make_two_requests()
    sign_in(client, by)
    shown = client.get(page(first)).content.decode()
    assert second.reference in shown
    assert "Waiting for the permission" in shown
    for one in (first, second):
        to = reverse("portal:joining:permission", args=[one.reference])
        assert client.post(to, {"answer": "YES", "channel": "PHONE"}).status_code == 302
    assert "Join the two" in client.get(page(first)).content.decode()

    client.post(reverse("portal:joining:join", args=[first.reference, second.reference]))
    assert Joining.objects.count() == 1
    assert "Make two of them again" in client.get(page(second)).content.decode()

    client.post(reverse("portal:joining:undo", args=[first.reference]))
    assert Joining.objects.count() == 0


def test_an_answer_without_a_channel_is_shown_again_and_nothing_is_kept(client):
    first, _second, by = make_two_requests()
    sign_in(client, by)
    answer = client.post(reverse("portal:joining:permission", args=[first.reference]), {"answer": "YES"})
    assert answer.status_code == 422
    assert 'value="YES" ' in answer.content.decode()
    assert JoinPermission.objects.count() == 0


def test_joining_too_early_says_what_is_missing(client):
    first, second, by = make_two_requests()
    sign_in(client, by)
    to = reverse("portal:joining:join", args=[first.reference, second.reference])
    said = client.post(to, follow=True).content.decode()
    assert said.count("Waiting for the permission") >= 2
    assert Joining.objects.count() == 0


def test_one_hidden_by_a_tie_is_missing(client):
    first, second, by = make_two_requests()
    allow(first, second, by=by)
    write_tie(matter=second.matter, person=by, source=TieSource.NAMED, actor=None)
    sign_in(client, by)
    assert second.reference not in client.get(page(first)).content.decode()
    assert client.post(reverse("portal:joining:join", args=[first.reference, second.reference])).status_code == 404


def test_everybody_is_asked_on_their_own_page_and_learns_nothing_from_it(client):
    first, second, _by = make_two_requests()
    alone = make_request(name="Kim Novak", others="", contact={}, safe_way="CODE")

    def shown(request):
        use_pass(client, request.entry)
        return client.get("/my/one/").content.decode(), client.get("/my/").content.decode()

    pages = [[TOKEN.sub("", text) for text in shown(one)] for one in (first, alone)]
    assert pages[0][0] == pages[1][0]
    assert "/my/one/" in pages[0][1]
    assert "/my/one/" in pages[1][1]
    assert second.reference not in pages[0][1]

    assert client.post("/my/one/", {"answer": "YES"}).status_code == 302
    assert client.post("/my/one/", {}).status_code == 422
    assert JoinPermission.objects.get().request == alone


def test_after_joining_each_reads_that_it_was_done_and_takes_it_back_there(client):
    _first, second, _by = make_joined()
    use_pass(client, second.entry)
    assert "both of you said yes" in client.get("/my/one/").content.decode()
    client.post("/my/one/", {"answer": "NO"})
    assert Joining.objects.count() == 0
    assert "both of you said yes" not in client.get("/my/one/").content.decode()


def test_the_page_takes_as_many_queries_however_many_may_belong_together(client):
    first, _second, by = make_two_requests()
    sign_in(client, by)
    client.get(page(first))
    with_one = cost(client, page(first))
    for _number in range(2):
        make_request(name="Sam Lee", others="Alex Rivera", contact={}, safe_way="CODE")
    assert client.get(page(first)).content.decode().count("It names the same people") == 3

    assert cost(client, page(first)) == with_one <= 15
