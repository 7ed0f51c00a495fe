"""Promise 15: events are never changed or deleted, and whoever does it anyway is found out."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from portal.audit.actions import checkpoint
from portal.audit.append_only import is_protected, protect, unprotect
from portal.audit.events import AuditEvent
from portal.audit.models import OFFICE_CHAIN, AuditLink, Chain
from portal.audit.record import record
from tests.factories import make_staff, sign_in
from tests.factories.cases import make_case
from tests.factories.texts import make_texts

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def four_events(settings, tmp_path):
    settings.ACCORD_CHECKPOINT_DIR = str(tmp_path)
    for _ in range(4):
        record(AuditEvent.SIGNED_IN, actor=None)
    checkpoint()
    return tmp_path


def run_sql(*statements):
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def test_the_program_itself_is_refused():
    assert is_protected(connection)
    for statement in ("UPDATE portal_auditlink SET seq = 9", "DELETE FROM portal_auditlink"):
        with pytest.raises(DatabaseError), transaction.atomic():
            run_sql(statement)
    with pytest.raises(DatabaseError), transaction.atomic():
        AuditLink.objects.filter(seq=1).update(kind="X")

    assert AuditLink.objects.filter(chain=OFFICE_CHAIN).count() == 4


@pytest.mark.postgresql
def test_the_table_cannot_be_emptied_either():
    with pytest.raises(DatabaseError), transaction.atomic():
        run_sql("TRUNCATE portal_auditlink CASCADE")


THE_OFFICE = f"kind = '{AuditEvent.SIGNED_IN}'"


@pytest.mark.parametrize(
    ("statements", "first_bad"),
    [
        ([f"UPDATE portal_auditlink SET kind = 'SIGNED_OUT' WHERE seq = 2 AND {THE_OFFICE}"], 2),
        ([f"DELETE FROM portal_auditlink WHERE seq = 3 AND {THE_OFFICE}"], 3),
        (
            [
                f"UPDATE portal_auditlink SET seq = 20 WHERE seq = 2 AND {THE_OFFICE}",
                f"UPDATE portal_auditlink SET seq = 2 WHERE seq = 3 AND {THE_OFFICE}",
                f"UPDATE portal_auditlink SET seq = 3 WHERE seq = 20 AND {THE_OFFICE}",
            ],
            2,
        ),
        ([f"DELETE FROM portal_auditlink WHERE seq > 2 AND {THE_OFFICE}"], 3),
    ],
    ids=["edit", "delete", "reorder", "truncate"],
)
def test_whoever_owns_the_database_is_found_out(statements, first_bad):
    unprotect(connection)
    run_sql(*statements)
    protect(connection)
    errors = StringIO()

    with pytest.raises(CommandError):
        call_command("audit", "verify", stderr=errors)

    assert f"chain {OFFICE_CHAIN}, link {first_bad}:" in errors.getvalue()


def test_a_shortened_chain_whose_head_was_made_to_agree_is_found_out_too():
    unprotect(connection)
    run_sql(f"DELETE FROM portal_auditlink WHERE seq > 2 AND {THE_OFFICE}")
    protect(connection)
    last = AuditLink.objects.get(chain=OFFICE_CHAIN, seq=2)
    Chain.objects.filter(pk=OFFICE_CHAIN).update(head_seq=2, head_hash=last.hash)
    errors = StringIO()

    with pytest.raises(CommandError):
        call_command("audit", "verify", stderr=errors)

    assert f"chain {OFFICE_CHAIN}, link 3: missing" in errors.getvalue()


def test_the_newest_checkpoint_lies_outside_the_database(four_events):
    assert [path.name for path in four_events.iterdir()] == ["0000000001.json"]


def test_a_page_that_tells_the_story_still_opens_and_says_that_an_entry_was_changed(client):
    make_texts()
    case = make_case(coordinator=make_staff())
    for _ in range(2):
        record(AuditEvent.MESSAGE_SENT, actor=None, matter=case.matter)
    chain, seq = case.matter.chain_id, AuditLink.objects.filter(chain=case.matter.chain_id).latest("seq").seq
    sign_in(client, case.coordinator)
    unprotect(connection)
    AuditLink.objects.filter(chain=chain, seq=seq).update(kind="NEVER_HEARD_OF")
    protect(connection)
    errors = StringIO()

    page = client.get(case.get_absolute_url())
    with pytest.raises(CommandError):
        call_command("audit", "verify", stderr=errors)

    assert page.status_code == 200
    assert "An entry that was changed" in page.text
    assert f"chain {chain}, link {seq}:" in errors.getvalue()
