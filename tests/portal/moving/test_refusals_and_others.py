"""What refuses a move, and what others in a case hear of it."""

import re

import pytest
from django.core.exceptions import PermissionDenied

from portal.access.actions import ask_for_access
from portal.cases.actions import TransitionRefused, make_findable
from portal.cases.models import Case, Participant
from portal.cases.statuses import CaseStatus, Channel, StopReason, TieAnswer
from portal.disclosures.subjects import subjects_of
from portal.intake.actions import NobodyLeft
from portal.intake.models import Message, Request
from portal.moving import actions, queries
from portal.moving.models import MoveOffer
from portal.passes.models import Pass
from portal.programmes.queries import current_office
from portal.records.actions import place_hold
from portal.records.statuses import HoldKind
from portal.vault import keyring
from portal.vault.keystore.models import Token
from portal.withdrawals.actions import stop_case
from tests.factories import make_neutral, make_request, make_staff
from tests.factories.cases import make_assignment
from tests.factories.moving import make_offer, make_offer_in_case, message_code, say_yes
from tests.factories.signing_in import use_pass

from .test_moving_over import assert_gone, kept, openers_of

pytestmark = pytest.mark.django_db(transaction=True)


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
        assert "there is a hold" in queries.office_page(offer.matter, subject, current_office()).missing[0].words
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
        there = [one.user for one in openers_of("ADR")]
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
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"|[\d:.+-]+', "", text)
