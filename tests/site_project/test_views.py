import pytest
from django.db import OperationalError

from site_project import views

pytestmark = pytest.mark.django_db


def test_the_process_says_that_it_is_up_without_asking_a_database(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = client.get("/healthz")

    assert (response.status_code, response.content) == (200, b"ok\n")


def test_it_is_ready_when_both_databases_answer(client):
    assert client.get("/readyz").status_code == 200


def test_it_is_not_ready_when_a_database_does_not_answer(client, monkeypatch):
    monkeypatch.setattr(views, "answers", lambda connection: connection.alias != "keys")

    response = client.get("/readyz")

    assert response.status_code == 503
    assert response.content == b"database keys does not answer\n"


@pytest.mark.parametrize(("error", "status"), [(OperationalError, 503), (ValueError, 500)])
def test_a_database_that_is_away_is_said_to_be_back_soon(client, monkeypatch, error, status):
    def fail(connection):
        raise error("canary-60-wren")

    monkeypatch.setattr(views, "answers", fail)
    client.raise_request_exception = False

    response = client.get("/readyz")

    assert response.status_code == status
    assert (response.get("Retry-After") == "600") == (status == 503)
    assert response["Cache-Control"] == "no-store"
    assert "canary-60-wren" not in response.text
