import json
from datetime import timedelta
from io import StringIO
from uuid import UUID

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from portal.audit import actions
from portal.audit.append_only import protect, unprotect
from portal.audit.events import AuditEvent
from portal.audit.models import CHECKPOINT_CHAIN, OFFICE_CHAIN, AuditLink, Chain
from portal.audit.record import record
from portal.audit.verification import verify
from portal.vault import keyring
from portal.vault.actions import create_key, destroy_key, office_key
from portal.vault.keystore.models import DataKey

from .matters import MatterStandIn

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def checkpoints(settings, tmp_path):
    settings.ACCORD_CHECKPOINT_DIR = str(tmp_path)
    return tmp_path


@pytest.fixture
def matter():
    matter = MatterStandIn()
    for number in range(5):
        record(AuditEvent.MESSAGE_SENT, actor=None, matter=matter, number=number)
    record(AuditEvent.OFFICE_CHANGED, actor=None)
    return matter


def tamper(statement, *values):
    """As somebody with the database in their hands would."""
    unprotect(connection)
    with connection.cursor() as cursor:
        cursor.execute(statement, [_stored(value) for value in values])
    protect(connection)


def _stored(value):
    return Chain._meta.pk.get_db_prep_value(value, connection) if isinstance(value, UUID) else value


def problems():
    return [(problem.chain, problem.seq) for problem in verify()[0]]


def shorten(chain, seq):
    """Cut a chain, and make its head agree."""
    tamper("DELETE FROM portal_auditlink WHERE chain_id = %s AND seq > %s", chain, seq)
    last = AuditLink.objects.get(chain_id=chain, seq=seq)
    Chain.objects.filter(pk=chain).update(head_seq=seq, head_hash=last.hash)


def test_what_nobody_touched_verifies(matter):
    actions.checkpoint()

    assert verify() == ([], 7)


def test_an_edited_link_is_named(matter):
    tamper("UPDATE portal_auditlink SET kind = 'NOTE_WRITTEN' WHERE chain_id = %s AND seq = 3", matter.chain_id)

    assert problems() == [(matter.chain_id, 3)]


def test_an_edited_content_is_named(matter):
    sealed = bytes(AuditLink.objects.values_list("payload", flat=True).get(chain=matter.chain_id, seq=2).ciphertext)
    changed = sealed[:-1] + bytes([sealed[-1] ^ 1])
    tamper("UPDATE portal_auditlink SET payload = %s WHERE chain_id = %s AND seq = 2", changed, matter.chain_id)

    assert problems() == [(matter.chain_id, 2)]


def test_a_deleted_link_is_named(matter):
    tamper("DELETE FROM portal_auditlink WHERE chain_id = %s AND seq = 2", matter.chain_id)

    assert problems() == [(matter.chain_id, 2)]


def test_reordered_links_are_named(matter):
    for before, after in ((2, 99), (3, 2), (99, 3)):
        tamper("UPDATE portal_auditlink SET seq = %s WHERE chain_id = %s AND seq = %s", after, matter.chain_id, before)

    assert problems() == [(matter.chain_id, 2)]


def test_a_chain_cut_short_is_named(matter):
    tamper("DELETE FROM portal_auditlink WHERE chain_id = %s AND seq > 3", matter.chain_id)

    assert problems() == [(matter.chain_id, 4)]


def test_a_chain_cut_short_with_its_head_is_known_from_the_checkpoint(matter):
    actions.checkpoint()

    shorten(matter.chain_id, 3)

    assert problems() == [(matter.chain_id, 4)]


def test_a_chain_written_anew_is_known_from_the_checkpoint(matter):
    actions.checkpoint()
    shorten(matter.chain_id, 3)
    for _ in range(2):
        record(AuditEvent.MESSAGE_SENT, actor=None, matter=matter)

    assert problems() == [(matter.chain_id, 5)]


def test_checkpoints_cut_short_are_known_from_the_copy_outside(matter):
    actions.checkpoint()
    record(AuditEvent.MESSAGE_SENT, actor=None, matter=matter)
    actions.checkpoint()

    shorten(CHECKPOINT_CHAIN, 1)

    assert problems() == [(CHECKPOINT_CHAIN, 2)]


def test_an_emptied_chain_is_named(matter):
    tamper("DELETE FROM portal_auditlink WHERE chain_id = %s", matter.chain_id)

    assert problems() == [(matter.chain_id, 1)]


def test_a_chain_that_vanished_is_named(matter):
    actions.checkpoint()
    tamper("DELETE FROM portal_auditlink WHERE chain_id = %s", matter.chain_id)
    Chain.objects.filter(pk=matter.chain_id).delete()

    assert problems() == [(matter.chain_id, None)]


def test_a_changed_checkpoint_is_named(matter):
    actions.checkpoint()
    tamper("UPDATE portal_auditlink SET vault_key = %s WHERE chain_id = %s", create_key(), CHECKPOINT_CHAIN)

    assert (CHECKPOINT_CHAIN, 1) in problems()


def test_checkpoints_that_cannot_be_opened_are_named(matter):
    actions.checkpoint()
    DataKey.objects.filter(pk=office_key()).update(kek_id="lost")

    with keyring.scope():
        assert problems() == [(CHECKPOINT_CHAIN, 1)]


def test_missing_protection_is_named(matter):
    unprotect(connection)

    assert [str(problem) for problem in verify()[0]] == ["the database no longer refuses to change audit links"]
    protect(connection)


def test_the_chain_of_a_destroyed_matter_still_verifies(matter):
    actions.checkpoint()

    destroy_key(key_id=matter.pk)

    assert verify() == ([], 7)


def test_a_checkpoint_holds_only_the_heads_that_moved(matter, checkpoints):
    assert actions.checkpoint() == 1
    assert actions.checkpoint() == 0
    record(AuditEvent.OFFICE_CHANGED, actor=None)
    assert actions.checkpoint() == 1

    last = AuditLink.objects.filter(chain=CHECKPOINT_CHAIN).latest("seq")
    assert list(last.payload["facts"]["heads"]) == [str(OFFICE_CHAIN)]
    newest = max(checkpoints.iterdir())
    assert json.loads(newest.read_text()) == {"seq": 2, "hash": bytes(last.hash).hex()}


def test_many_heads_take_several_links(monkeypatch, matter):
    monkeypatch.setattr(actions, "_HEADS_PER_LINK", 1)

    assert actions.checkpoint() == 2


def test_the_timer_makes_a_checkpoint_every_quarter_of_an_hour(matter, time_machine):
    time_machine.move_to(timezone.now())
    assert actions.checkpoint_when_due() == 1
    record(AuditEvent.OFFICE_CHANGED, actor=None)
    assert actions.checkpoint_when_due() == 0

    time_machine.shift(timedelta(minutes=16))

    assert actions.checkpoint_when_due() == 1


def test_only_the_newest_checkpoints_are_kept_here(matter, monkeypatch, checkpoints):
    monkeypatch.setattr("portal.audit.checkpoints._KEPT", 1)
    actions.checkpoint()
    record(AuditEvent.OFFICE_CHANGED, actor=None)
    actions.checkpoint()

    assert [path.name for path in checkpoints.iterdir()] == ["0000000002.json"]


def test_the_command_says_that_nothing_was_changed(matter):
    output = StringIO()

    call_command("audit", "checkpoint", stdout=output)
    call_command("audit", "verify", stdout=output)

    assert output.getvalue().splitlines() == ["1 checkpoints made.", "7 links, nothing was changed."]


def test_the_command_names_the_first_bad_link_and_fails(matter):
    tamper("UPDATE portal_auditlink SET kind = 'NOTE_WRITTEN' WHERE chain_id = %s AND seq > 2", matter.chain_id)
    errors = StringIO()

    with pytest.raises(CommandError, match="1 problems in 6 links"):
        call_command("audit", "verify", stderr=errors)

    assert errors.getvalue().strip() == f"chain {matter.chain_id}, link 3: was changed"
