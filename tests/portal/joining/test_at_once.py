"""Two members of staff join the same two requests, or join and end, at the same moment."""

from threading import Barrier, Thread

import pytest
from django.db import connections

from portal.cases.actions import MatterGone, TransitionRefused
from portal.cases.models import Matter
from portal.intake.models import Request
from portal.joining import actions
from portal.joining.models import Joining
from portal.vault import keyring
from portal.vault.keystore.models import DataKey
from tests.factories.joining import allow, make_two_requests

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*steps):
    """Each in a thread of its own; the names of what they raised, "" for nothing."""
    outcomes, start = [], Barrier(len(steps))

    def run(step):
        start.wait(timeout=10)
        try:
            with keyring.scope():
                step()
            outcomes.append("")
        except (MatterGone, TransitionRefused) as refusal:
            outcomes.append(type(refusal).__name__)
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=(step,)) for step in steps]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(outcomes)


def test_joined_by_two_people_at_once_it_is_done_once():
    first, second, by = make_two_requests()
    allow(first, second, by=by)

    outcomes = at_once(
        lambda: actions.join(request_id=first.pk, other_id=second.pk, by=by),
        lambda: actions.join(request_id=second.pk, other_id=first.pk, by=by),
    )

    assert outcomes[0] == ""
    assert outcomes[1] in {"MatterGone", "TransitionRefused"}
    assert Matter.objects.count() == Joining.objects.count() == 1
    with keyring.scope():
        assert {one.story[:3] for one in Request.objects.all()} == {"We ", "The"}
    assert DataKey.objects.filter(pk=first.vault_key).exists()
