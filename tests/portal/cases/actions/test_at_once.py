"""Two people take the same step at the same moment: one does, and the other is told who was faster."""

from threading import Barrier, Thread

import pytest
from django.db import connections

from portal.cases.actions import TransitionRefused, move_case
from portal.cases.statuses import CaseStatus, ConsentKind
from portal.vault import keyring
from tests.factories import make_case, make_consent, make_staff

pytestmark = pytest.mark.django_db(transaction=True)


def test_one_moves_the_case_and_the_other_is_told_who_did():
    ann, ben = make_staff(first_name="Ann", last_name="Ames"), make_staff(first_name="Ben", last_name="Boyd")
    case = make_case(CaseStatus.OPENED, coordinator=ann)
    make_consent(case.participants.get(is_requester=True), ConsentKind.GO_ON)
    moved, told, start = [], [], Barrier(2)

    def run(person):
        start.wait(timeout=10)
        try:
            with keyring.scope():
                move_case(case_id=case.pk, step="invite", actor=person)
            moved.append(person)
        except TransitionRefused as refusal:
            told.append(str(refusal))
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=(person,)) for person in (ann, ben)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    case.refresh_from_db()
    assert case.status == CaseStatus.INVITING
    assert len(moved) == len(told) == 1
    assert moved[0].get_full_name() in told[0]
    assert "Invitations" in told[0]
