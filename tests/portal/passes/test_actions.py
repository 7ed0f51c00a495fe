from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from portal.passes import actions, arrivals
from portal.passes.models import Invitation, Pass, PassSession
from portal.passes.throttle import TooManyTries
from portal.vault.actions import create_key
from tests.factories import make_pass

pytestmark = pytest.mark.django_db

HERE = "192.0.2.0"


@pytest.fixture(autouse=True)
def empty_cache():
    from django.core.cache import cache

    cache.clear()


def test_a_code_opens_the_page_it_was_made_for():
    entry, code, _phrase = make_pass()
    actions.enter(code=code.lower(), network=HERE)
    assert PassSession.objects.get().entry == entry


@pytest.mark.parametrize("ending", ["reissue", "revoke", "expire", "mistype"])
def test_every_code_that_does_not_work_gets_the_same_answer(ending):
    entry, code, _phrase = make_pass()
    if ending == "reissue":
        actions.reissue_pass(entry=entry)
    elif ending == "revoke":
        actions.revoke_pass(entry=entry)
    elif ending == "expire":
        Pass.objects.filter(pk=entry.pk).update(expires_at=timezone.now() - timedelta(seconds=1))
    else:
        code = "2" + code[1:] if code[0] != "2" else "3" + code[1:]

    with pytest.raises(actions.EntryRefused) as refusal:
        actions.enter(code=code, network=HERE)

    assert refusal.value.args == ()


def test_a_new_code_ends_visits_begun_with_the_old_one():
    entry, _code, _phrase = make_pass()
    actions.begin_visit(entry=entry)

    _same, code, _new_phrase = actions.reissue_pass(entry=entry)

    assert PassSession.objects.count() == 0
    assert actions.enter(code=code, network=HERE)


def test_the_phrase_proves_a_caller():
    entry, _code, phrase = make_pass()
    assert Pass.objects.get(pk=entry.pk).was_said(phrase.upper())
    assert not Pass.objects.get(pk=entry.pk).was_said("amber")


def test_too_many_wrong_codes_make_one_network_wait_and_no_other():
    _entry, code, _phrase = make_pass()
    for _ in range(actions.TRIES.per_network):
        with pytest.raises(actions.EntryRefused):
            actions.enter(code="wrong", network=HERE)

    with pytest.raises(TooManyTries):
        actions.enter(code=code, network=HERE)

    assert actions.enter(code=code, network="198.51.100.0")


def test_pressure_from_everywhere_does_not_close_the_door_to_somebody_who_has_not_failed():
    _entry, code, _phrase = make_pass()
    for number in range(actions.TRIES.overall):
        actions.TRIES.count(f"net {number}")

    assert actions.enter(code=code, network=HERE)


def test_accepting_turns_an_invitation_into_a_pass_once(monkeypatch):
    seen = []
    monkeypatch.setattr(arrivals, "_ARRIVALS", [lambda invitation, entry: seen.append((invitation.pk, entry.pk))])
    key_id = create_key()
    invitation, code = actions.invite(key_id=key_id)

    entry, own_code, _phrase = actions.accept(code=code, network=HERE)

    assert entry.vault_key == key_id
    assert seen == [(invitation.pk, entry.pk)]
    assert own_code != code
    with pytest.raises(actions.EntryRefused):
        actions.accept(code=code, network=HERE)


def test_what_fails_on_arrival_leaves_the_invitation_unused(monkeypatch):
    def fail(invitation, entry):
        raise RuntimeError

    monkeypatch.setattr(arrivals, "_ARRIVALS", [fail])
    _invitation, code = actions.invite(key_id=create_key())

    with pytest.raises(RuntimeError):
        actions.accept(code=code, network=HERE)

    assert Pass.objects.count() == 0
    assert Invitation.objects.get().is_usable


def test_revoked_and_old_invitations_are_refused():
    key_id = create_key()
    _first, revoked = actions.invite(key_id=key_id)
    actions.revoke_invitations(key_id=key_id)
    _second, old = actions.invite(key_id=key_id)

    with pytest.raises(actions.EntryRefused):
        actions.accept(code=revoked, network=HERE)
    with time_machine.travel(timezone.now() + timedelta(days=31)), pytest.raises(actions.EntryRefused):
        actions.accept(code=old, network=HERE)


def test_ending_the_visits_of_a_matter_leaves_others_alone():
    ended, kept = make_pass(), make_pass()
    for issued in (ended, kept):
        actions.begin_visit(entry=issued.entry)

    actions.end_sessions(key_id=ended.entry.vault_key)

    assert [visit.entry for visit in PassSession.objects.all()] == [kept.entry]
