"""Two requests, one dispute (P12): joined only with both permissions, under one key, undone until the invitation."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction

from portal.audit import queries as audit
from portal.audit.events import AuditEvent
from portal.audit.verification import verify
from portal.cases.actions import MatterGone, TransitionRefused, write_note, write_tie
from portal.cases.models import Matter, Note, Tie
from portal.cases.statuses import Ending, TieSource
from portal.intake import actions as intake
from portal.intake.models import Message, Request
from portal.intake.queries import belong_together, found_by_name
from portal.joining import actions
from portal.joining.actions import joining as joining_steps
from portal.joining.actions import keys
from portal.joining.models import Joining
from portal.joining.statuses import JoiningStep
from portal.records.actions import place_hold
from portal.records.statuses import HoldKind
from portal.vault import keyring
from portal.vault.keystore.models import DataKey, Token
from tests.factories import make_neutral, make_staff
from tests.factories.joining import allow, make_joined, make_two_requests
from tests.factories.signing_in import verified

pytestmark = pytest.mark.django_db


def missing(first, second, by):
    with pytest.raises(TransitionRefused) as refused:
        actions.join(request_id=first.pk, other_id=second.pk, by=by)
    return str(refused.value)


def test_staff_see_that_two_may_belong_together():
    first, second, by = make_two_requests()

    assert belong_together(second, verified(by)) == [first]
    assert belong_together(first, verified(by)) == [second]


@pytest.mark.parametrize("yes", [{"first"}, {"second"}, set()])
def test_without_both_permissions_nothing_is_joined(yes):
    first, second, by = make_two_requests()
    for name, request in (("first", first), ("second", second)):
        allow(request, by=by, yes=name in yes)

    words = missing(first, second, by)

    assert {name for name, one in (("first", first), ("second", second)) if one.reference in words} == {
        "first",
        "second",
    } - yes
    assert Matter.objects.count() == 2
    assert not Joining.objects.exists()


def test_the_newest_answer_counts():
    first, second, by = make_two_requests()
    allow(first, second, by=by)
    allow(first, by=by, yes=False)

    assert first.reference in missing(first, second, by)


@pytest.mark.django_db(transaction=True)
def test_joining_keeps_the_earlier_clock_one_key_and_both_walls():
    first, second, by = make_two_requests()
    here, there = make_neutral(), make_neutral()
    with transaction.atomic():
        write_tie(matter=first.matter, person=here, source=TieSource.NAMED, actor=None)
        write_tie(matter=second.matter, person=there, source=TieSource.NAMED, actor=None)
    old_key, clock = second.matter_id, first.matter.first_contact_at
    write_note(matter_id=old_key, body="Sam sounded tired", by=by)
    allow(first, second, by=by)

    actions.join(request_id=second.pk, other_id=first.pk, by=by)

    with keyring.scope():
        one, other = Request.objects.get(pk=first.pk), Request.objects.get(pk=second.pk)
        assert one.matter == other.matter == Matter.objects.get()
        assert one.matter.first_contact_at == clock
        assert other.vault_key == one.vault_key == first.vault_key
        assert (other.story, other.contact["email"]) == ("The other side of the same noise.", "sam@example.org")
        assert other.entry.phrase
        assert [note.body for note in Note.objects.filter(matter=one.matter)] == ["Sam sounded tired"]
    assert set(Tie.objects.values_list("person", flat=True)) == {here.pk, there.pk}
    assert not DataKey.objects.filter(pk=old_key).exists()
    assert found_by_name("Sam Lee") == {first.pk, second.pk}
    assert set(Token.objects.filter(subject=second.pk).values_list("key", flat=True)) == {first.vault_key}
    assert Joining.objects.get().step == JoiningStep.JOINED


def test_the_history_of_the_other_is_told_again_and_every_chain_holds():
    first, _second, _by = make_joined()

    kinds = [entry.kind for entry in audit.timeline(first.matter)]
    problems, _count = verify()

    assert kinds.count(AuditEvent.REQUEST_SENT) == 2
    assert kinds.count(AuditEvent.JOIN_PERMISSION_SAID) == 2
    assert kinds[0] == AuditEvent.REQUESTS_JOINED
    assert problems == []


def test_each_conversation_stays_its_writers_own():
    first, second, by = make_joined()
    intake.answer(entry_id=first.entry_id, body="To Alex alone", by=by)
    intake.write_message(entry_id=second.entry_id, body="From Sam alone", by=second.entry)

    def read(request):
        return [one.body for one in Message.objects.visible_to(request.entry)]

    assert (read(first), read(second)) == (["To Alex alone"], ["From Sam alone"])
    assert list(Request.objects.visible_to(first.entry)) == [first]
    assert list(Request.objects.visible_to(second.entry)) == [second]


@pytest.mark.parametrize("place", ["leave_key", "_seal_what_came_late"])
def test_killed_between_the_databases_the_timer_takes_the_rest(monkeypatch, place):
    first, second, by = make_two_requests()
    old_key = second.matter_id
    allow(first, second, by=by)
    with monkeypatch.context() as patched:
        patched.setattr(keys, place, _killed)
        with pytest.raises(KeyboardInterrupt):
            actions.join(request_id=first.pk, other_id=second.pk, by=by)
    assert DataKey.objects.filter(pk=old_key).exists()
    assert Request.objects.get(pk=second.pk).vault_key == first.vault_key

    assert actions.resume() == 1
    assert actions.resume() == 0

    assert not DataKey.objects.filter(pk=old_key).exists()
    assert set(Token.objects.filter(subject=second.pk).values_list("key", flat=True)) == {first.vault_key}


def test_killed_before_the_rows_are_committed_nothing_has_happened(monkeypatch):
    first, second, by = make_two_requests()
    allow(first, second, by=by)
    with monkeypatch.context() as patched:
        patched.setattr(joining_steps, "carry_chain", _killed)
        with pytest.raises(KeyboardInterrupt):
            actions.join(request_id=first.pk, other_id=second.pk, by=by)

    with keyring.scope():
        assert Request.objects.get(pk=second.pk).story == "The other side of the same noise."
    assert Matter.objects.count() == 2
    assert actions.resume() == 0


@pytest.mark.django_db(transaction=True)
def test_a_row_that_came_late_is_not_lost_with_the_old_key(monkeypatch):
    first, second, by = make_two_requests()
    old_key = second.matter_id
    allow(first, second, by=by)
    with monkeypatch.context() as patched:
        patched.setattr(keys, "leave_key", _killed)
        with pytest.raises(KeyboardInterrupt):
            actions.join(request_id=first.pk, other_id=second.pk, by=by)
    late = Message(vault_key=old_key, entry_id=second.entry_id, direction="TO_OFFICE", body="Written meanwhile")
    late.save(force_insert=True)

    actions.resume()

    with keyring.scope():
        assert Message.objects.get(pk=late.pk).body == "Written meanwhile"


def test_a_tie_on_either_forbids_joining_and_hides_both():
    first, second, _by = make_two_requests()
    tied = make_staff("COORDINATOR")
    allow(first, second, by=_by)
    write_tie(matter=first.matter, person=tied, source=TieSource.NAMED, actor=None)

    assert belong_together(second, verified(tied)) == []
    with pytest.raises(PermissionDenied):
        actions.join(request_id=second.pk, other_id=first.pk, by=tied)
    actions.join(request_id=second.pk, other_id=first.pk, by=_by)
    assert set(Request.objects.visible_to(verified(tied))) == set()


def test_whoever_does_not_decide_about_requests_does_not_join():
    first, second, by = make_two_requests()
    allow(first, second, by=by)
    with pytest.raises(PermissionDenied):
        actions.join(request_id=second.pk, other_id=first.pk, by=make_staff("AUDITOR"))


def test_a_hold_an_age_and_an_ending_are_in_the_way():
    first, second, by = make_two_requests()
    allow(first, second, by=by)
    director = make_staff("DIRECTOR")
    hold = place_hold(matter_id=second.matter_id, kind=HoldKind.AUDIT, reason="Asked", by=director)
    assert "hold" in missing(first, second, by)
    hold.delete()
    intake.mark_minor(request_id=first.pk, by=by)
    assert "under 18" in missing(first, second, by)
    intake.clear_minor(request_id=first.pk, rule="With a parent", by=by)
    intake.end_request(request_id=second.pk, ending=Ending.NOT_PURSUED, by=by)
    assert "ended" in missing(first, second, by)


def test_joining_twice_or_with_itself_is_refused():
    first, second, by = make_joined()

    assert missing(first, second, by)
    with pytest.raises((TransitionRefused, MatterGone)):
        actions.join(request_id=first.pk, other_id=first.pk, by=by)


def _killed(*args, **kwargs):
    raise KeyboardInterrupt
