"""Of several papers of one kind: which of them counts for the register."""

import pytest
from django.utils import timezone

from portal.cases.models import Participant
from portal.cases.statuses import ConsentKind, Willing
from portal.handbook.models import Notice
from portal.papers import actions as papers
from portal.papers.models import OwnWords
from portal.scheduling.statuses import BookingStatus
from portal.sessions.models import Session
from tests.factories.cases import make_consent
from tests.factories.closing import make_ended_case
from tests.factories.scheduling import local_time, make_booking
from tests.factories.texts import make_resolution_texts

from .test_register import lacks, opened

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def test_the_last_own_words_of_their_occasion_count():
    case, by = opened()
    alex = case.participants.get(number=1)
    before = "The sheet of rights is not acknowledged by Alex"

    def say(occasion, understood):
        OwnWords.objects.create(
            vault_key=case.vault_key,
            participant=alex,
            occasion=occasion,
            sheet=Notice.objects.first(),
            words="I may say no.",
            channel="SELF",
            understood=understood,
            checked_by=by,
            checked_at=timezone.now(),
        )
        return before in lacks(case)

    assert say("BEFORE", understood=True) is False
    assert say("LEAVING", understood=False) is False
    assert say("BEFORE", understood=False) is True
    assert say("LEAVING", understood=True) is True
    assert say("BEFORE", understood=True) is False


def test_an_older_notice_that_arrived_is_proof_as_well_and_one_that_was_sent_is_none():
    case, by = opened()
    first = papers.make_notice(case_id=case.pk, facilitator="Noor", timeline="Ten days.", by=by)
    alex, sam = case.participants.all()
    for person, result in ((alex, "HANDED_OVER"), (sam, "SENT")):
        papers.note_delivery(notice_id=first.pk, participant_id=person.pk, way="IN_PERSON", result=result, by=by)

    papers.make_notice(case_id=case.pk, facilitator="Jonas", timeline="Ten days.", by=by)

    said = lacks(case)
    assert "The written notice to Alex has no proof of delivery" not in said
    assert "The written notice to Sam has no proof of delivery" in said


def test_an_answer_is_on_record_only_where_the_same_was_said():
    case, _by = opened()
    alex, sam = case.participants.all()
    Participant.objects.filter(pk=sam.pk).update(willing=Willing.NO)
    make_consent(alex, ConsentKind.TAKE_PART, yes=False)
    make_consent(sam, ConsentKind.TAKE_PART)
    make_consent(alex, ConsentKind.CONTACT)

    said = lacks(case)
    assert "The consent of Alex is not on record" in said
    assert "That Sam does not take part is not on record" in said

    make_consent(alex, ConsentKind.TAKE_PART)
    make_consent(sam, ConsentKind.TAKE_PART, yes=False)
    assert not [line for line in lacks(case) if "on record" in line and "decision" not in line]


def test_the_last_session_that_was_held_says_whether_something_is_signed():
    case = make_ended_case(programme=make_resolution_texts())
    asked = "The resolution agreement has not been written"
    assert asked in lacks(case)

    def hold(number, outcome):
        case.bookings.update(status=BookingStatus.USED)
        facts = {"case": case, "booking": make_booking(case, starts_at=local_time(number)), "outcome": outcome}
        Session.objects.create(vault_key=case.vault_key, number=number, status="ENDED", **facts)
        return asked in lacks(case)

    assert hold(2, "NOT_HELD") is True
    assert hold(3, "NONE") is False
    assert hold(4, "PARTIAL") is True
