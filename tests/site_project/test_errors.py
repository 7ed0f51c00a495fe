import pytest
from django.test import Client, RequestFactory

from site_project import errors

PAGES = {
    400: errors.bad_request,
    403: errors.permission_denied,
    404: errors.not_found,
    429: errors.too_many,
    500: errors.server_error,
    503: errors.unavailable,
}


@pytest.mark.django_db
@pytest.mark.parametrize("status", PAGES)
def test_an_error_page_is_friendly_and_tells_nothing(status):
    request = RequestFactory().get("/my/messages/7e1c4f0a/?code=ABCD-EFGH")

    response = PAGES[status](request)

    html = response.content.decode()
    assert response.status_code == status
    assert "<h1>" in html
    assert "Talk to a person" in html
    assert not {"7e1c4f0a", "ABCD", "/my/"} & {part for part in ("7e1c4f0a", "ABCD", "/my/") if part in html}


@pytest.mark.django_db
def test_who_loads_the_address_of_a_step_gets_a_page_and_not_the_failure_of_the_browser(client):
    response = client.get("/sign-out/")

    assert response.status_code == 405
    assert response["Allow"] == "POST"
    assert "Nothing was changed." in response.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(("address", "way"), [("/my/others/2/", "/my/"), ("/portal/x/", "/portal/"), ("/x/", "/")])
def test_the_way_back_from_the_address_of_a_step_is_the_door_it_lies_behind(address, way):
    html = errors.only_by_button(RequestFactory().get(address)).content.decode()

    assert f'class="btn" href="{way}"' in html


@pytest.mark.django_db
def test_missing_is_missing_in_the_same_bytes_for_everyone(client):
    one = client.get("/no-such-page/")
    other = Client(HTTP_ACCEPT_LANGUAGE="de", HTTP_USER_AGENT="Something").get("/my/other/1234/?x=1")

    assert one.status_code == 404
    assert one.content == other.content or other.status_code != 404


@pytest.mark.parametrize("answer", [errors.server_error, errors.unavailable])
def test_when_the_database_is_gone_the_page_still_comes(answer):
    # No database mark: a query here would fail the test.
    response = answer(RequestFactory().get("/"))

    assert "911" in response.content.decode()


@pytest.mark.django_db
def test_too_many_says_how_long_to_wait():
    response = errors.too_many(RequestFactory().get("/"), wait_minutes=5)

    assert response["Retry-After"] == "300"
    assert "in 5 minutes" in response.content.decode()


@pytest.mark.django_db
def test_a_form_without_its_token_is_answered_kindly():
    response = Client(enforce_csrf_checks=True).post("/no-such-page/", {"words": "typed with care"})

    assert response.status_code in {403, 404}
    assert "typed with care" not in response.content.decode()
