"""Two people, or one person twice, at the same moment."""

import threading
from time import time

import pytest
from django.core.cache import cache
from django.db import connections
from django_otp.oath import TOTP

from portal.accounts import proofs
from portal.passes import actions, arrivals
from portal.passes.models import Pass
from portal.vault import keyring
from portal.vault.actions import create_key
from tests.factories import make_device, make_user

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(work, times=2):
    """What each of several threads got, started together."""
    got, ready = [], threading.Barrier(times)

    def run():
        with keyring.scope():
            ready.wait()
            try:
                got.append(work())
            except Exception as error:
                got.append(error)
            finally:
                connections.close_all()

    threads = [threading.Thread(target=run) for _ in range(times)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return got


def test_one_invitation_accepted_twice_at_once_makes_one_pass(monkeypatch):
    cache.clear()
    monkeypatch.setattr(arrivals, "_ARRIVALS", [])
    _invitation, code = actions.invite(key_id=create_key())

    got = at_once(lambda: actions.accept(code=code, network="192.0.2.0"))

    assert sorted(type(answer).__name__ for answer in got) == ["EntryRefused", "Issued"]
    assert Pass.objects.count() == 1


def test_one_code_used_twice_at_once_signs_in_once():
    user = make_user()
    device = make_device(user)
    totp = TOTP(device.bin_key)
    totp.time = time()
    code = f"{totp.token():06d}"

    got = at_once(lambda: proofs.factor_with(user, code))

    assert sum(answer is not None and not isinstance(answer, Exception) for answer in got) == 1
