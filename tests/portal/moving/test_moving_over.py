"""A matter moves to the programme that keeps its records: a yes after reading, only what was chosen, the rest gone."""

import re
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from portal.access.actions import ask_for_access
from portal.accounts.models import RoleGrant
from portal.audit.models import AuditLink
from portal.audit.verification import verify
from portal.cases.actions import MatterGone, TransitionRefused, make_findable
from portal.cases.models import Case, Matter, Participant
from portal.cases.statuses import CaseStatus, Channel, MatterStatus, StopReason, TieAnswer
from portal.disclosures.subjects import subjects_of
from portal.intake.actions import NobodyLeft, answer
from portal.intake.envelope import EnvelopeKey
from portal.intake.models import Message, Request
from portal.intake.queries import draft_content
from portal.moving import actions, queries
from portal.moving.models import MoveOffer
from portal.moving.statuses import MoveAnswer
from portal.passes.models import Pass
from portal.records import destruction
from portal.records.actions import place_hold, resume_destructions
from portal.records.models import PurgeRun, Receipt
from portal.records.statuses import HoldKind
from portal.reports.models import WaitingStatistic
from portal.vault import keyring
from portal.vault.actions import sweep_unused_keys
from portal.vault.keystore.models import DataKey, Token
from portal.vault.models import sealed_models
from portal.withdrawals.actions import stop_case
from tests.factories import make_neutral, make_request, make_staff
from tests.factories.cases import make_assignment
from tests.factories.moving import make_offer, make_offer_in_case, message_code, say_yes
from tests.factories.signing_in import use_pass, verified

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


@pytest.mark.django_db
class TestWhatRefusesIt:
    def test_a_hold_refuses_and_says_so_to_staff_and_not_to_others(self):
        offer, by = make_offer()
        director = make_staff("DIRECTOR", offer.matter.programme)
        place_hold(matter_id=offer.matter_id, kind=HoldKind.LITIGATION, reason="A letter", by=director)

        with pytest.raises(TransitionRefused, match="there is a hold"):
            say_yes(offer, by=by, channel=Channel.PHONE)
        with pytest.raises(TransitionRefused) as refused:
            say_yes(offer)

        assert "hold" not in str(refused.value)
        assert Request.objects.count() == 1
        offer.refresh_from_db()
        assert offer.is_waiting

    def test_an_open_access_request_refuses(self):
        offer, by = make_offer()
        subject = subjects_of(offer.matter)[0]
        ask_for_access(subject=subject, wish="", channel=Channel.SELF, by=offer.request.entry)

        with pytest.raises(TransitionRefused):
            say_yes(offer)
        assert "there is a hold" in queries.office_page(offer.matter, subject).missing[0].words
        assert Request.objects.count() == 1
        assert by is not None

    def test_an_anonymous_hand_for_something_that_is_not_theirs(self):
        offer, _by = make_offer()
        other = make_request(name="Kim Novak", contact={}, safe_way="CODE", story="Nobody's business.")

        with pytest.raises(PermissionDenied):
            say_yes(offer, by=other.entry)
        for forged in ("others", f"{queries.MESSAGE}{other.pk}", "matter_id"):
            with pytest.raises(ValueError, match="their own"):
                say_yes(offer, forged)

        assert Request.objects.count() == 2

    @pytest.mark.parametrize("role", ["NEUTRAL", "AUDITOR", "TRAINING_MANAGER", "INTERN"])
    def test_nobody_without_that_task_offers_or_answers(self, role):
        offer, _by = make_offer()
        somebody = make_staff(role, offer.matter.programme)

        with pytest.raises(PermissionDenied):
            actions.offer_move(matter_id=offer.matter_id, asked_for=False, by=somebody)
        with pytest.raises(PermissionDenied):
            say_yes(offer, by=somebody, channel=Channel.PHONE)

    def test_staff_of_the_other_programme_cannot_pull_it_over(self):
        offer, _by = make_offer()
        other = make_staff(
            "DIRECTOR", Request.objects.none().model.programme.field.related_model.objects.get(code="ADR")
        )

        with pytest.raises(PermissionDenied):
            say_yes(offer, by=other, channel=Channel.PHONE)

    def test_where_everybody_over_there_is_to_be_kept_out_it_stays(self):
        mediator = make_offer()[0]
        there = [one.user for one in _openers_of("ADR")]
        for person in there:
            mediator.matter.ties.create(person=person, answer=TieAnswer.YES, source="NAMED")

        with pytest.raises(NobodyLeft):
            say_yes(mediator)

        assert Request.objects.count() == 1
        assert MoveOffer.objects.get().is_waiting

    def test_a_request_held_for_age_and_one_that_has_ended(self):
        offer, by = make_offer()
        Request.objects.update(is_minor=True)
        with pytest.raises(TransitionRefused):
            say_yes(offer)
        actions.take_back_offer(offer_id=offer.pk, by=by)
        with pytest.raises(TransitionRefused, match="under 18"):
            actions.offer_move(matter_id=offer.matter_id, asked_for=False, by=by)


def _openers_of(code):
    return RoleGrant.objects.filter(programme__code=code)


def test_walls_go_along_so_that_nobody_reads_it_who_must_not():
    offer, _by = make_offer()
    there = make_staff("DIRECTOR", _openers_of("ADR").first().programme)
    offer.matter.ties.create(person=there, answer=TieAnswer.YES, source="NAMED")

    moved = say_yes(offer)

    assert not Request.objects.visible_to(verified(there)).filter(pk=moved.pk).exists()
    other = _openers_of("ADR").exclude(user=there).first().user
    assert Request.objects.visible_to(verified(other)).filter(pk=moved.pk).exists()


def test_somebody_under_18_is_treated_as_such_there_too():
    offer, _by = make_offer()
    Request.objects.update(is_minor=True, minor_cleared_at=timezone.now())

    moved = say_yes(offer)

    assert moved.is_held_for_age


class TestACaseWithOthers:
    def test_it_ends_for_them_in_the_usual_words_and_nothing_of_who_left_stays(self):
        offer, _by = make_offer_in_case()
        case = offer.participant.case
        alex, sam = case.participants.order_by("number")
        for one in (alex, sam):
            make_findable(one)

        say_yes(offer, "name", "contact", "story", message_code(offer))

        case.refresh_from_db()
        assert (case.status, case.ending) == (CaseStatus.ENDED, "REFERRED")
        told = Message.objects.get(entry=sam.entry)
        assert "says nothing about any of the people" in told.body
        with keyring.scope():
            alex = Participant.objects.get(pk=alex.pk)
            source = Request.objects.get(programme__code="MEDIATION")
            assert (alex.name, alex.contact, source.name, source.story, source.others) == ("", {}, "", "", "")
        assert not Message.objects.filter(entry=alex.entry_id).exists()
        assert not Pass.objects.get(pk=alex.entry_id).is_usable
        assert not Token.objects.filter(subject__in=[alex.pk, source.pk]).exists()
        assert Token.objects.filter(subject=sam.pk).exists()
        request, words, messages = kept()
        assert (words[0], words[3]) == ("Alex", "We share a room and cannot sleep.")
        assert request.safe_way == "EMAIL"
        assert messages == ["He calls me names because of my accent."]

    def test_the_others_page_is_the_one_of_any_stop(self, client):
        offer, _by = make_offer_in_case()
        case = offer.participant.case
        say_yes(offer)
        stopped = make_offer_in_case()[0].participant.case
        stop_case(case_id=stopped.pk, reason=StopReason.OFFICE, by=stopped.coordinator)

        pages = []
        for one in (case, stopped):
            use_pass(client, one.participants.get(number=2).entry)
            pages.append([client.get(address).content.decode() for address in ("/my/", "/my/messages/")])
        without_tokens = [[_without_tokens(text) for text in page] for page in pages]

        assert without_tokens[0] == without_tokens[1]

    def test_alone_in_it_nothing_waits_unless_somebody_conducted_it(self):
        offer, _by = make_offer_in_case(CaseStatus.OPENED, names=("Alex",), process="COACHING")
        say_yes(offer, "story")
        assert_gone(offer.matter_id)

        offer, _by = make_offer_in_case(CaseStatus.ARRANGING, names=("Alex",), process="COACHING")
        make_assignment(offer.participant.case, make_neutral(), accepted=True)
        say_yes(offer)
        assert Case.objects.get().ending == "REFERRED"

    def test_another_party_has_nothing_to_say_about_it(self):
        offer, _by = make_offer_in_case()
        sam = offer.participant.case.participants.get(number=2)

        with pytest.raises(PermissionDenied):
            say_yes(offer, by=sam.entry)
        with pytest.raises(PermissionDenied):
            actions.say_no(offer_id=offer.pk, channel=Channel.SELF, by=sam.entry)


def _without_tokens(text):
    """What differs between any two answers: the forms' own tokens, and the minute of a message."""
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"|\d\d:\d\d(:\d\d)?', "", text)


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
