import pytest

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
