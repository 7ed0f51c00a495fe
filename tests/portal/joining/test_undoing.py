"""Undoing a joining, what one decision means for both, and what the end of one means for the other."""

import pytest
from django.core.exceptions import PermissionDenied

from portal.audit import queries as audit
from portal.audit.events import AuditEvent
from portal.audit.verification import verify
from portal.cases.actions import TransitionRefused, move_case, say_go_on, write_tie
from portal.cases.models import Matter, Tie
from portal.cases.statuses import Channel, Ending, TieSource
from portal.intake import actions as intake
from portal.intake.models import Message, Request
from portal.intake.statuses import RequestStatus
from portal.joining import actions
from portal.joining.actions import keys
from portal.joining.models import Joining
from portal.joining.statuses import JoiningStep
from portal.records.actions import close
from portal.records.destruction import finish as finish_purge
from portal.screening.actions import decide
from portal.screening.actions.findings import Finding
from portal.vault import keyring
from portal.vault.keystore.models import DataKey, Token
from portal.vault.models import SealedModel
from tests.factories import make_neutral, make_programme
from tests.factories.closing import confirm_all_outside
from tests.factories.joining import allow, make_joined, make_two_requests

pytestmark = pytest.mark.django_db


@pytest.mark.django_db(transaction=True)
def test_undone_there_are_two_again_each_under_its_own_key():
    first, second, by = make_joined()
    intake.write_message(entry_id=second.entry_id, body="Said since", by=second.entry)
    joint = first.matter_id

    actions.undo(request_id=first.pk, by=by)

    with keyring.scope():
        later = Request.objects.get(pk=second.pk)
        assert later.matter_id == later.vault_key != joint
        assert (later.story, later.name) == ("The other side of the same noise.", "Sam Lee")
        assert later.matter.first_contact_at == later.first_contact_at
        assert [one.body for one in Message.objects.filter(vault_key=later.vault_key)] == ["Said since"]
        kinds = {entry.kind for entry in audit.timeline(later.matter)}
    assert {AuditEvent.REQUEST_SENT, AuditEvent.JOINING_UNDONE} <= kinds
    assert set(Token.objects.filter(subject=second.pk).values_list("key", flat=True)) == {later.vault_key}
    assert not Joining.objects.exists()
    problems, _count = verify()
    assert problems == []


def test_after_undoing_the_walls_of_both_stay_up_on_both():
    first, second, by = make_two_requests()
    here, there = make_neutral(), make_neutral()
    write_tie(matter=first.matter, person=here, source=TieSource.NAMED, actor=None)
    write_tie(matter=second.matter, person=there, source=TieSource.NAMED, actor=None)
    allow(first, second, by=by)
    actions.join(request_id=second.pk, other_id=first.pk, by=by)

    actions.undo(request_id=first.pk, by=by)

    for matter in Matter.objects.all():
        assert set(matter.ties.values_list("person", flat=True)) == {here.pk, there.pk}


def test_an_undo_killed_before_its_tokens_followed_is_finished_by_the_timer(monkeypatch):
    first, second, by = make_joined()
    with monkeypatch.context() as patched:
        patched.setattr(keys, "move_tokens", _killed)
        with pytest.raises(KeyboardInterrupt):
            actions.undo(request_id=first.pk, by=by)
    assert Joining.objects.get().step == JoiningStep.SPLIT

    assert actions.resume() == 1

    later = Request.objects.get(pk=second.pk)
    assert set(Token.objects.filter(subject=second.pk).values_list("key", flat=True)) == {later.vault_key}
    assert not Joining.objects.exists()


def test_a_permission_taken_back_parts_them_at_once():
    first, second, _by = make_joined()

    actions.say_together(request_id=second.pk, yes=False, channel=Channel.SELF, by=second.entry)

    assert Matter.objects.count() == 2
    assert not Joining.objects.exists()
    assert first.pk != second.pk


def test_only_the_writer_or_staff_says_whether_theirs_may_be_joined():
    first, second, by = make_two_requests()
    with pytest.raises(PermissionDenied):
        actions.say_together(request_id=first.pk, yes=True, channel=Channel.SELF, by=second.entry)
    with pytest.raises(ValueError, match="channel"):
        actions.say_together(request_id=first.pk, yes=True, channel=Channel.SELF, by=by)


def decide_suitable(request, by, process="MEDIATION"):
    finding = Finding(decision="SUITABLE", process=process, reason="Fits", gone_through=True)
    return decide(request_id=request.pk, finding=finding, by=by)


def test_one_decision_opens_one_case_for_both_and_each_hears_it_alone():
    first, second, by = make_joined()

    decide_suitable(second, by)

    first.refresh_from_db()
    second.refresh_from_db()
    case = first.case
    assert second.case == case
    assert first.status == second.status == RequestStatus.CASE_OPENED
    people = {(one.name, one.is_requester, one.entry_id) for one in case.participants.all()}
    assert people == {("Alex Rivera", True, first.entry_id), ("Sam Lee", False, second.entry_id)}
    assert Message.objects.visible_to(first.entry).count() == Message.objects.visible_to(second.entry).count() == 1


def test_a_process_for_one_person_is_refused_for_two():
    first, _second, by = make_joined()
    make_programme(conducts=["MEDIATION", "COACHING"])
    with pytest.raises(TransitionRefused, match="one person"):
        decide_suitable(first, by, "COACHING")


def test_undone_before_the_invitation_the_case_stays_with_the_first():
    first, second, by = make_joined()
    decide_suitable(first, by)
    case = Request.objects.get(pk=first.pk).case

    actions.undo(request_id=second.pk, by=by)

    later = Request.objects.get(pk=second.pk)
    assert [one.name for one in case.participants.all()] == ["Alex Rivera"]
    assert (later.status, later.case) == (RequestStatus.ANSWERED, None)
    assert later.matter_id != case.matter_id


def test_once_they_are_invited_together_nothing_is_undone_any_more():
    first, second, by = make_joined()
    decide_suitable(first, by)
    case = Request.objects.get(pk=first.pk).case
    requester = case.participants.get(is_requester=True)
    say_go_on(participant_id=requester.pk, yes=True, channel=Channel.PHONE, by=by)
    move_case(case_id=case.pk, step="invite", actor=by)

    with pytest.raises(TransitionRefused, match="invited together"):
        actions.undo(request_id=second.pk, by=by)
    with pytest.raises(TransitionRefused, match="Withdraw"):
        actions.say_together(request_id=second.pk, yes=False, channel=Channel.SELF, by=second.entry)
    assert Matter.objects.count() == 1


@pytest.mark.parametrize("who", [0, 1])
def test_when_one_ends_the_other_goes_on_and_the_ended_one_can_be_destroyed(who):
    pair = make_joined()
    ended, stays, by = pair[who], pair[1 - who], pair[2]
    intake.end_request(request_id=ended.pk, ending=Ending.NOT_PURSUED, by=ended.entry)

    assert actions.resume() == 1

    ended.refresh_from_db()
    stays.refresh_from_db()
    assert ended.matter_id != stays.matter_id
    confirm_all_outside(ended.matter, by)
    run = close(matter_id=ended.matter_id, by=by)
    assert finish_purge(run.pk)
    with keyring.scope():
        assert Request.objects.get().story


def test_destroying_leaves_no_key_that_a_killed_joining_left_behind(monkeypatch):
    first, second, by = make_two_requests()
    old_key = second.matter_id
    allow(first, second, by=by)
    with monkeypatch.context() as patched:
        patched.setattr(keys, "leave_key", _killed)
        with pytest.raises(KeyboardInterrupt):
            actions.join(request_id=first.pk, other_id=second.pk, by=by)
    for one in (first, second):
        intake.end_request(request_id=one.pk, ending=Ending.NOT_PURSUED, by=by)
    matter = Matter.objects.get()
    confirm_all_outside(matter, by)

    finish_purge(close(matter_id=matter.pk, by=by).pk)

    assert not DataKey.objects.filter(pk__in=[old_key, first.vault_key]).exists()


def _killed(*args, **kwargs):
    raise KeyboardInterrupt


def test_whatever_hangs_on_a_matter_is_carried_over_when_two_become_one():
    """Joining carries sealed rows and ties; a row of another kind would go with the matter that it leaves."""
    kinds = {relation.related_model for relation in Matter._meta.related_objects}

    assert {kind for kind in kinds if not issubclass(kind, SealedModel)} == {Tie}
