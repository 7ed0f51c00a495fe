"""A matter moves to the programme that keeps its records: a yes after reading, only what was chosen, the rest gone."""

from datetime import timedelta

import pytest
from django.utils import timezone

from portal.accounts.models import RoleGrant
from portal.audit.models import AuditLink
from portal.audit.verification import verify
from portal.cases.actions import MatterGone, TransitionRefused
from portal.cases.models import Matter
from portal.cases.statuses import Channel, MatterStatus, TieAnswer
from portal.intake.actions import answer
from portal.intake.envelope import EnvelopeKey
from portal.intake.models import Message, Request
from portal.intake.queries import draft_content
from portal.moving import actions, queries
from portal.moving.models import MoveOffer
from portal.moving.statuses import MoveAnswer
from portal.records import destruction
from portal.records.actions import resume_destructions
from portal.records.models import PurgeRun, Receipt
from portal.reports.models import WaitingStatistic
from portal.vault import keyring
from portal.vault.actions import sweep_unused_keys
from portal.vault.keystore.models import DataKey, Token
from portal.vault.models import sealed_models
from tests.factories import make_staff
from tests.factories.moving import make_offer, message_code, say_yes
from tests.factories.signing_in import verified

pytestmark = pytest.mark.django_db(transaction=True)


def rows_under(key_id):
    kinds = [model for model in sealed_models() if model is not AuditLink]
    return {model.__name__ for model in kinds if model.objects.filter(vault_key=key_id).exists()}


def assert_gone(key_id):
    assert rows_under(key_id) == set()
    assert not Matter.objects.filter(pk=key_id).exists()
    assert not DataKey.objects.filter(pk=key_id).exists()
    assert not Token.objects.filter(key_id=key_id).exists()
    assert not PurgeRun.objects.exists()


def kept():
    """The one request of the other programme, read with its key."""
    with keyring.scope():
        (request,) = Request.objects.filter(programme__destroys_at_close=False).select_related("entry", "matter")
        words = (request.name, request.contact, request.about, request.story, request.others, request.connection)
        return request, words, [one.body for one in Message.objects.filter(vault_key=request.vault_key)]


def openers_of(code):
    return RoleGrant.objects.filter(programme__code=code)


def test_only_what_was_chosen_travels_and_the_rest_is_destroyed():
    offer, _by = make_offer(needs="A ramp")
    old = offer.matter_id

    say_yes(offer, "story", "contact")

    assert_gone(old)
    request, words, messages = kept()
    assert words == (
        "",
        {"email": "alex@example.org", "shared_mailbox": False, "when": ""},
        "",
        "We share a room and cannot sleep.",
        "",
        "",
    )
    assert (request.safe_way, request.needs, messages) == ("EMAIL", "", [])
    line = WaitingStatistic.objects.get()
    assert (line.ending, line.programme) == ("REFERRED", "MEDIATION")
    assert Receipt.objects.count() == 1


def test_a_yes_without_any_tick_leaves_an_empty_request_and_a_code():
    offer, _by = make_offer()
    key = EnvelopeKey.new()

    moved = say_yes(offer, key=key)

    _request, words, messages = kept()
    assert words == ("", {}, "", "", "", "")
    assert messages == []
    slip = draft_content(key)["slip"]
    assert slip["reference"] == moved.reference
    assert slip["code"]


def test_own_messages_go_along_when_they_are_ticked_and_the_offices_never():
    offer, by = make_offer()
    answer(entry_id=offer.request.entry_id, body="We have talked with the other person.", by=by)
    offered = {one.text for one in queries.things_of(queries.subject_behind(offer))}

    say_yes(offer, message_code(offer))

    assert kept()[2] == ["He calls me names because of my accent."]
    assert "We have talked with the other person." not in offered
    assert "Sam Lee" not in "".join(offered)


def test_the_clock_goes_on_and_the_promised_day_is_new():
    offer, _by = make_offer(first_contact_at=timezone.now() - timedelta(days=6))

    moved = say_yes(offer)

    today = timezone.localdate()
    assert timezone.localdate(moved.first_contact_at) == today - timedelta(days=6)
    assert moved.matter.first_contact_at == moved.first_contact_at
    assert moved.reply_due_on >= today


def test_a_no_changes_nothing_and_nobody_asks_again_but_at_their_wish():
    offer, by = make_offer()
    before = rows_under(offer.matter_id)

    actions.say_no(offer_id=offer.pk, channel=Channel.SELF, by=offer.request.entry)
    actions.say_no(offer_id=offer.pk, channel=Channel.SELF, by=offer.request.entry)

    assert rows_under(offer.matter_id) == before
    assert Request.objects.count() == 1
    with pytest.raises(TransitionRefused, match="They said no"):
        actions.offer_move(matter_id=offer.matter_id, asked_for=False, by=by)
    again = actions.offer_move(matter_id=offer.matter_id, asked_for=True, by=by)
    assert again.is_waiting
    # The answer of before counts no more: a yes is one to the question that waits.
    with pytest.raises(TransitionRefused, match="answered already"):
        say_yes(offer)


def test_said_twice_it_moves_once():
    offer, _by = make_offer()
    key = EnvelopeKey.new()
    say_yes(offer, key=key)
    keys = DataKey.objects.count()

    with pytest.raises(MatterGone):
        say_yes(offer, key=key)

    assert Request.objects.count() == 1
    assert DataKey.objects.count() == keys


@pytest.mark.parametrize("step", ["take_in", "_let_go", "_mark"])
def test_killed_before_it_is_decided_everything_is_as_it_was(monkeypatch, step):
    offer, _by = make_offer()
    before = rows_under(offer.matter_id)

    def killed(*args, **kwargs):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(actions.moving, step, killed)
        with pytest.raises(KeyboardInterrupt):
            say_yes(offer, "story")

    assert rows_under(offer.matter_id) == before
    assert Request.objects.count() == 1
    assert not WaitingStatistic.objects.exists()
    # The key that was made for it is in nobody's use, and is swept with what hung on it.
    DataKey.objects.update(created_at=timezone.now() - timedelta(hours=25))
    assert sweep_unused_keys() == 1
    say_yes(offer, "story")
    assert_gone(offer.matter_id)


@pytest.mark.parametrize("step", ["destroy_key", "_delete_rows", "delete_sealed_rows", "_write_receipt"])
def test_killed_afterwards_the_timer_takes_the_rest_and_there_is_one_copy(monkeypatch, step):
    offer, _by = make_offer()

    def killed(*args, **kwargs):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(destruction, step, killed)
        with pytest.raises(KeyboardInterrupt):
            say_yes(offer, "story")
    assert not Request.objects.filter(matter__status=MatterStatus.OPEN, programme__destroys_at_close=True).exists()

    assert resume_destructions() == 1

    assert_gone(offer.matter_id)
    assert kept()[1][3] == "We share a room and cannot sleep."


def test_walls_go_along_so_that_nobody_reads_it_who_must_not():
    offer, _by = make_offer()
    there = make_staff("DIRECTOR", openers_of("ADR").first().programme)
    offer.matter.ties.create(person=there, answer=TieAnswer.YES, source="NAMED")

    moved = say_yes(offer)

    assert not Request.objects.visible_to(verified(there)).filter(pk=moved.pk).exists()
    other = openers_of("ADR").exclude(user=there).first().user
    assert Request.objects.visible_to(verified(other)).filter(pk=moved.pk).exists()


def test_somebody_under_18_is_treated_as_such_there_too():
    offer, _by = make_offer()
    Request.objects.update(is_minor=True, minor_cleared_at=timezone.now())

    moved = say_yes(offer)

    assert moved.is_held_for_age


def test_nothing_that_is_left_points_from_the_one_to_the_other():
    offer, _by = make_offer(first_contact_at=timezone.now() - timedelta(days=6), unit="ENG")
    with keyring.scope():
        request = Request.objects.get(pk=offer.request_id)
        chain, entry = request.matter.chain_id, request.entry
        traces = {
            str(value)
            for value in (
                request.pk,
                request.matter_id,
                request.reference,
                request.submission,
                entry.pk,
                entry.code_hash,
                entry.phrase,
                chain,
                offer.pk,
                request.first_contact_at,
                *entry.messages.values_list("pk", flat=True),
            )
        }

    moved = say_yes(offer, "story", "contact", message_code(offer))

    with keyring.scope():
        held = [
            str(getattr(row, field.attname))
            for model in sealed_models()
            for row in model.objects.filter(vault_key=moved.vault_key)
            for field in row._meta.concrete_fields
        ]
        assert moved.reference in " ".join(held)
        for trace in traces:
            assert not [text for text in held if trace in text or trace.replace("-", "") in text]
        old = AuditLink.objects.filter(chain_id=chain)
        assert old.count() > 3
        for link in old:
            with pytest.raises(keyring.KeyDestroyed):
                _ = link.payload
        problems, _count = verify()
    assert problems == []
    # The kinds of the new chain are those of any request, and nothing of the old chain names the new one.
    kinds = set(AuditLink.objects.filter(chain_id=moved.matter.chain_id).values_list("kind", flat=True))
    assert kinds <= {"REQUEST_SENT", "TIE_SET", "REQUEST_HELD"}
    assert moved.unit == ""


def test_entered_by_staff_it_leaves_a_code_to_read_out():
    offer, by = make_offer()
    key = EnvelopeKey.new()

    moved = say_yes(offer, "name", by=by, channel=Channel.PHONE, key=key)

    assert draft_content(key)["slip"]["reference"] == moved.reference
    assert (moved.came_by, moved.logged_by) == ("PHONE", None)
    assert not Request.objects.visible_to(by).filter(pk=moved.pk).exists()
    assert MoveAnswer.YES not in MoveOffer.objects.values_list("answer", flat=True)
