import pytest
from django.db import DatabaseError, connection, transaction

from portal.audit.events import AuditEvent
from portal.audit.models import OFFICE_CHAIN, AuditLink, Chain
from portal.audit.queries import office_timeline, timeline
from portal.audit.record import describe_actor, record
from portal.vault import keyring
from portal.vault.actions import destroy_key
from tests.factories import make_pass, make_user

from .matters import MatterStandIn

pytestmark = pytest.mark.django_db


def test_an_event_goes_to_the_chain_of_its_matter():
    matter = MatterStandIn()

    record(AuditEvent.MESSAGE_SENT, actor=None, matter=matter, length=12)

    (entry,) = timeline(matter)
    assert (entry.kind, entry.actor_type, entry.facts) == (AuditEvent.MESSAGE_SENT, "system", {"length": 12})
    assert entry.label == "Message sent"
    assert office_timeline() == []


def test_what_belongs_to_no_matter_goes_to_the_chain_of_the_office():
    link = record(AuditEvent.OFFICE_CHANGED, actor=None)

    assert link.chain_id == OFFICE_CHAIN
    assert [entry.kind for entry in office_timeline()] == [AuditEvent.OFFICE_CHANGED]


def test_the_newest_event_comes_first_and_kinds_can_be_left_out():
    matter = MatterStandIn()
    for kind in (AuditEvent.REQUEST_SENT, AuditEvent.CASE_OPENED, AuditEvent.MESSAGE_SENT):
        record(kind, actor=None, matter=matter)

    kinds = [entry.kind for entry in timeline(matter, without={AuditEvent.CASE_OPENED})]

    assert kinds == [AuditEvent.MESSAGE_SENT, AuditEvent.REQUEST_SENT]


@pytest.mark.parametrize("events", [1, 3])
def test_a_timeline_takes_two_queries_however_long_it_is(events, django_assert_num_queries):
    matter = MatterStandIn()
    for _ in range(events):
        record(AuditEvent.MESSAGE_SENT, actor=None, matter=matter)

    with keyring.scope(), django_assert_num_queries(1, using="keys"), django_assert_num_queries(1):
        assert len(timeline(matter)) == events


def test_an_event_takes_three_queries_once_its_chain_exists(django_assert_max_num_queries):
    matter = MatterStandIn()
    record(AuditEvent.REQUEST_SENT, actor=None, matter=matter)

    with django_assert_max_num_queries(3):
        record(AuditEvent.CASE_OPENED, actor=None, matter=matter)


def test_the_clear_columns_name_nobody():
    matter = MatterStandIn()

    record(AuditEvent.MESSAGE_SENT, actor=None, matter=matter, canary="Zaphod")

    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM portal_auditlink")
        assert "Zaphod" not in str([bytes(v) if isinstance(v, memoryview) else v for v in cursor.fetchone()])


def test_an_event_that_is_rolled_back_leaves_no_trace():
    matter = MatterStandIn()
    record(AuditEvent.REQUEST_SENT, actor=None, matter=matter)

    with transaction.atomic():
        record(AuditEvent.MESSAGE_SENT, actor=None, matter=matter)
        transaction.set_rollback(True)

    assert [entry.kind for entry in timeline(matter)] == [AuditEvent.REQUEST_SENT]
    assert Chain.objects.get(pk=matter.chain_id).head_seq == 1


def test_facts_are_small():
    with pytest.raises(ValueError, match="too long"):
        record(AuditEvent.MESSAGE_SENT, actor=None, matter=MatterStandIn(), words="x" * 9000)


def test_the_events_of_a_destroyed_matter_cannot_be_read():
    matter = MatterStandIn()
    record(AuditEvent.MESSAGE_SENT, actor=None, matter=matter)

    destroy_key(key_id=matter.pk)

    with pytest.raises(keyring.KeyDestroyed):
        timeline(matter)
    assert AuditLink.objects.filter(chain_id=matter.chain_id).count() == 1


def test_somebody_without_an_account_is_nobody():
    class Anonymous:
        pk = None

    assert describe_actor(Anonymous()) == {"type": "nobody", "id": None}


@pytest.mark.parametrize(
    "statement",
    ["UPDATE portal_auditlink SET kind = 'X'", "DELETE FROM portal_auditlink"],
)
def test_the_database_refuses_to_change_or_delete_an_event(statement):
    record(AuditEvent.OFFICE_CHANGED, actor=None)

    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    with pytest.raises(DatabaseError), transaction.atomic():
        AuditLink.objects.all().delete()


def test_a_person_and_a_pass_are_recorded_by_their_kind_and_id():
    staff, entry = make_user(), make_pass()[0]

    assert describe_actor(staff) == {"type": "user", "id": str(staff.pk)}
    assert describe_actor(entry) == {"type": "pass", "id": str(entry.pk)}


def test_a_chain_names_itself_only():
    record(AuditEvent.OFFICE_CHANGED, actor=None)

    assert str(Chain.objects.get()) == f"chain {OFFICE_CHAIN}"
