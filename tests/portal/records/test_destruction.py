"""Close: a record and its key are gone for good, whatever interrupts it."""

from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from portal.audit.models import AuditLink
from portal.audit.verification import verify
from portal.cases.actions import MatterGone, TransitionRefused
from portal.cases.models import Matter
from portal.cases.statuses import CaseStatus, MatterStatus
from portal.passes.models import PassSession
from portal.records import actions, destruction
from portal.records.models import PurgeRun, Receipt
from portal.records.statuses import HoldKind
from portal.reports.models import WaitingStatistic
from portal.vault import keyring
from portal.vault.keystore.models import DataKey
from portal.vault.models import sealed_models
from tests.factories.cases import make_case
from tests.factories.closing import confirm_all_outside, make_closable_case, make_ended_case
from tests.factories.people import make_staff
from tests.factories.signing_in import sign_in, use_pass

pytestmark = pytest.mark.django_db(transaction=True)


def rows_left(key_id):
    kinds = [model for model in sealed_models() if model is not AuditLink]
    return {model.__name__ for model in kinds if model.objects.filter(vault_key=key_id).exists()}


def assert_destroyed(key_id):
    assert rows_left(key_id) == set()
    assert not Matter.objects.filter(pk=key_id).exists()
    assert not DataKey.objects.filter(pk=key_id).exists()
    assert not PurgeRun.objects.exists()
    assert Receipt.objects.count() == WaitingStatistic.objects.count() == 1


def place_hold(matter_id, programme):
    director = make_staff("DIRECTOR", programme)
    actions.place_hold(matter_id=matter_id, kind=HoldKind.AUDIT, reason="The auditors asked", by=director)


def test_close_leaves_a_coded_line_a_receipt_and_mute_audit_links():
    case, by = make_closable_case()
    key_id = case.matter_id
    assert {"Case", "Request", "Participant", "Pass", "Message", "Mailing", "Session"} <= rows_left(key_id)
    links = AuditLink.objects.filter(vault_key=key_id).count()

    run = actions.close(matter_id=key_id, by=by)
    assert Matter.objects.get(pk=key_id).status == MatterStatus.DESTROYING
    receipt = destruction.finish(run.pk)

    assert_destroyed(key_id)
    assert receipt.beyond_recovery_on >= receipt.destroyed_on
    line = WaitingStatistic.objects.get()
    assert (line.ending, line.parties, line.sessions, line.session_minutes) == ("DONE", 2, 1, 60)
    # The links that stay are more by the one that says that close began, and their chain holds.
    assert AuditLink.objects.filter(vault_key=key_id).count() == links + 1
    with keyring.scope():
        problems, _count = verify()
    assert problems == []


@pytest.mark.parametrize("step", ["destroy_key", "_delete_rows", "delete_sealed_rows", "_write_receipt", "add_line"])
def test_what_was_killed_between_two_steps_is_finished_by_the_timer(monkeypatch, step):
    case, by = make_closable_case()
    key_id = case.matter_id
    run = actions.close(matter_id=key_id, by=by)

    def killed(*args, **kwargs):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(destruction, step, killed)
        with pytest.raises(KeyboardInterrupt):
            destruction.finish(run.pk)
    assert PurgeRun.objects.filter(pk=run.pk).exists()
    assert not Receipt.objects.exists()

    assert actions.resume_destructions() == 1
    assert_destroyed(key_id)


def test_finishing_twice_is_finishing_once():
    case, by = make_closable_case()
    run = actions.close(matter_id=case.matter_id, by=by)

    assert destruction.finish(run.pk) is not None
    assert destruction.finish(run.pk) is None
    assert actions.resume_destructions() == 0

    assert_destroyed(case.matter_id)


def test_a_hold_placed_after_the_mark_stops_it_and_opens_the_matter_again(monkeypatch):
    case, by = make_closable_case()
    run = actions.close(matter_id=case.matter_id, by=by)
    # Somebody who was on the hold screen when close began.
    Matter.objects.filter(pk=case.matter_id).update(status=MatterStatus.OPEN)
    place_hold(case.matter_id, case.programme)
    Matter.objects.filter(pk=case.matter_id).update(status=MatterStatus.DESTROYING)

    with pytest.raises(destruction.OnHold):
        destruction.finish(run.pk)

    assert Matter.objects.get(pk=case.matter_id).status == MatterStatus.OPEN
    assert DataKey.objects.filter(pk=case.matter_id).exists()
    assert not PurgeRun.objects.exists()


@pytest.mark.django_db
class TestRefusals:
    def test_close_waits_for_the_case_to_end(self):
        case = make_case(CaseStatus.HELD)
        by = make_staff(programme=case.programme)
        confirm_all_outside(case.matter, by)

        with pytest.raises(TransitionRefused, match="The case has not ended yet"):
            actions.close(matter_id=case.matter_id, by=by)

    def test_close_waits_for_what_lies_outside_and_names_whose_notes(self):
        case = make_ended_case()

        with pytest.raises(TransitionRefused) as refused:
            actions.close(matter_id=case.matter_id, by=case.coordinator)

        words = " ".join(line.words for line in refused.value.missing)
        assert "Paper is destroyed" in words
        assert "E-mails and voicemail" in words
        assert "Priya Nair has destroyed their notes" in words
        assert "Jonas Thiel has destroyed their notes" in words

    def test_close_waits_for_a_hold_to_be_released(self):
        case, by = make_closable_case()
        place_hold(case.matter_id, case.programme)

        with pytest.raises(TransitionRefused, match="there is a hold"):
            actions.close(matter_id=case.matter_id, by=by)

        hold = case.matter.hold_rows.get()
        actions.release_hold(hold_id=hold.pk, by=make_staff("DIRECTOR", case.programme))
        assert actions.close(matter_id=case.matter_id, by=by).pk

    @pytest.mark.parametrize("role", ["CASE_MANAGER", "AUDITOR", "INTERN", "TRAINING_MANAGER"])
    def test_nobody_without_that_task_closes(self, role):
        case, _by = make_closable_case()

        with pytest.raises(PermissionDenied):
            actions.close(matter_id=case.matter_id, by=make_staff(role, case.programme))

    def test_only_a_director_suspends_destruction(self):
        case, by = make_closable_case()

        with pytest.raises(PermissionDenied):
            actions.place_hold(matter_id=case.matter_id, kind=HoldKind.AUDIT, reason="Because", by=by)

    def test_what_is_not_asked_about_cannot_be_confirmed(self):
        case = make_ended_case()

        with pytest.raises(ValueError, match="not asked"):
            actions.confirm_outside(
                matter_id=case.matter_id, item="NEUTRAL_NOTES", person_id=uuid4(), by=case.coordinator
            )

    def test_a_marked_matter_is_gone_for_everybody(self, client):
        case, by = make_closable_case()
        person = case.participants.first()
        use_pass(client, person.entry)

        actions.close(matter_id=case.matter_id, by=by)

        assert not PassSession.objects.exists()
        with pytest.raises(MatterGone):
            actions.close(matter_id=case.matter_id, by=by)
        assert client.get(reverse("portal:withdrawals:withdraw")).status_code in {302, 303, 403, 404}
        client.cookies.clear()
        sign_in(client, by)
        assert client.get(reverse("portal:records:close", args=[case.reference])).status_code == 404
        assert client.get(case.get_absolute_url()).status_code == 404
