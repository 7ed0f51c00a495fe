import threading

import pytest
from django.http import Http404, HttpResponse

from portal.mail.models import Mailing
from portal.vault import keyring
from portal.vault.actions import create_key, destroy_key
from portal.vault.keystore.models import DataKey
from portal.vault.middleware import KeyringMiddleware

from .rows import fetch, make_row

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("rows", [1, 3])
def test_one_query_fetches_the_keys_of_a_page(rows, django_assert_num_queries):
    for _ in range(rows):
        make_row()

    with keyring.scope():
        page = list(Mailing.objects.all())
        with django_assert_num_queries(1, using="keys"):
            assert len([row.address + str(row.context) for row in page]) == rows


def test_rows_of_one_key_share_one_cipher():
    key_id = create_key()
    make_row(key_id=key_id)
    make_row(key_id=key_id)

    with keyring.scope() as opened:
        _ = [row.address for row in Mailing.objects.all()]
        assert list(opened.ciphers) == [key_id]


def test_no_key_is_fetched_for_values_that_nobody_reads(django_assert_num_queries):
    row = make_row()

    with keyring.scope(), django_assert_num_queries(0, using="keys"):
        assert fetch(row).attempts == 0


def in_a_thread_of_its_own(work):
    """Without the keyring that every test has."""
    result = []
    thread = threading.Thread(target=lambda: result.append(work()))
    thread.start()
    thread.join()
    return result[0]


def test_nothing_can_be_read_after_the_scope_has_ended():
    make_row()
    with keyring.scope() as opened:
        row = Mailing.objects.get()
        _ = row.address, row.context

    assert not vars(opened)
    assert "sam@example.edu" not in str(vars(row))

    def read():
        with pytest.raises(keyring.KeyringClosed):
            _ = row.address
        return True

    assert in_a_thread_of_its_own(read)


def test_what_needs_no_key_works_without_a_keyring():
    row = make_row()

    def work():
        keyring.want(row.vault_key)
        keyring.forget(row.vault_key)
        keyring.hold(row.vault_key, b"k" * 32)
        return keyring.opened_value(None)

    assert in_a_thread_of_its_own(work) == (None, None)


def test_scopes_do_not_share_keys():
    key_id = create_key()

    with keyring.scope() as inner:
        assert key_id not in inner.ciphers
    assert key_id in keyring.current().ciphers


def test_reading_after_the_key_was_destroyed_says_so():
    row = make_row()
    DataKey.objects.all().delete()

    with keyring.scope(), pytest.raises(keyring.KeyDestroyed):
        _ = fetch(row).address


def test_whoever_destroys_a_key_forgets_it_too():
    row = make_row()
    assert fetch(row).address

    destroy_key(key_id=row.vault_key)

    with pytest.raises(keyring.KeyDestroyed):
        _ = fetch(row).address


def test_a_request_has_a_keyring_of_its_own(rf):
    outside, seen = keyring.current(), []

    def view(request):
        seen.append(keyring.current())
        return HttpResponse()

    KeyringMiddleware(view)(rf.get("/"))

    assert seen[0] is not outside
    assert keyring.current() is outside


def test_what_was_destroyed_while_it_was_read_is_missing(rf):
    middleware = KeyringMiddleware(lambda request: HttpResponse())

    answer = middleware.process_exception(rf.get("/nowhere"), keyring.KeyDestroyed("key"))

    assert answer.status_code == 404
    assert middleware.process_exception(rf.get("/"), Http404()) is None
