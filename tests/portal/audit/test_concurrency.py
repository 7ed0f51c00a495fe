from threading import Barrier, Thread

import pytest
from django.db import connections, transaction

from portal.audit.events import AuditEvent
from portal.audit.models import AuditLink
from portal.audit.record import record
from portal.audit.verification import verify
from portal.vault import keyring

from .matters import MatterStandIn


@pytest.mark.django_db(transaction=True)
def test_two_writers_take_turns():
    matter, start = MatterStandIn(), Barrier(2)
    failures = []

    def write(times):
        try:
            start.wait()
            for number in range(times):
                with keyring.scope(), transaction.atomic():
                    record(AuditEvent.MESSAGE_SENT, actor=None, matter=matter, number=number)
        except Exception as failure:
            failures.append(failure)
        finally:
            connections.close_all()

    writers = [Thread(target=write, args=[10]) for _ in range(2)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()

    assert failures == []
    links = AuditLink.objects.filter(chain=matter.chain_id)
    assert list(links.order_by("seq").values_list("seq", flat=True)) == list(range(1, 21))
    assert verify()[0] == []
