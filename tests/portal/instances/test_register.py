"""The register of every instance: nothing is left out, nothing incomplete is closed, and Mediation has none of it."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from portal.cases.actions import MatterKept, TransitionRefused
from portal.cases.models import Participant
from portal.cases.statuses import CaseStatus, ConsentKind, Ending, Willing
from portal.instances.actions import excuse_document
from portal.instances.checking import lines_of, missing_in
from portal.instances.finding import FINDERS
from portal.instances.loading import load_one
from portal.instances.models import ExcusedDocument
from portal.instances.required import TABLE
from portal.instances.statuses import DocumentCode
from portal.papers import actions as papers
from portal.plans.models import Resolution
from portal.plans.statuses import Capacity, ResolutionStatus
from portal.records.actions import close
from portal.screening.models import Screening
from portal.withdrawals.models import Withdrawal
from tests.factories.allegations import give_papers, make_allegation, make_routed_allegation
from tests.factories.cases import make_case, make_consent, make_matter
from tests.factories.closing import confirm_all_outside, make_closable_case, make_ended_case
from tests.factories.people import make_staff
from tests.factories.resolutions import make_almost_agreed, sign_as, sign_for
from tests.factories.screening import make_screening
from tests.factories.signing_in import sign_in, verified
from tests.factories.texts import make_resolution_texts, make_texts

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def opened(**facts):
    """Two people are asked; one allegation has its way."""
    matter = make_matter(make_resolution_texts())
    make_routed_allegation(matter)
    case = make_case(CaseStatus.INVITING, matter=matter, coordinator=make_staff(programme=matter.programme), **facts)
    return case, verified(case.coordinator)


def lacks(case, *, names_people=True):
    instance = load_one(case.matter, names_people=names_people)
    return [line.lacks for line in missing_in(instance)]


def codes(case):
    instance = load_one(case.matter)
    return [line.code for line in missing_in(instance)]


def test_each_line_of_the_table_has_its_finder_and_each_code_its_line():
    assert {one.code for one in TABLE} == set(DocumentCode) == set(FINDERS)


def test_what_is_missing_is_said_in_words_for_each_person():
    case, by = opened()
    notice = papers.make_notice(case_id=case.pk, facilitator="Noor", timeline="Ten days.", by=by)
    sam = case.participants.get(number=2)
    papers.send_notice(notice_id=notice.pk, participant_id=sam.pk, by=by)

    said = lacks(case)

    assert "The written notice to Sam has no proof of delivery" in said
    assert "The sheet of rights is not acknowledged by Alex" in said
    assert "The consent of Sam is not on record" in said
    assert "No decision of the office is on record" in said
    assert "The written notice to person 2 has no proof of delivery" in lacks(case, names_people=False)


def test_nothing_is_missing_once_everything_is_there():
    case, by = opened()
    give_papers(case, by)
    make_screening(case.matter)
    for person in case.participants.all():
        make_consent(person, ConsentKind.TAKE_PART)

    assert lacks(case) == []


def test_a_sheet_that_was_not_understood_is_not_acknowledged():
    case, by = opened()
    give_papers(case, by)
    person = case.participants.get(number=1)
    row = papers.say_in_own_words(participant_id=person.pk, words="I have to", channel="SELF", by=person.entry)
    assert "The sheet of rights is not acknowledged by Alex" in lacks(case)

    papers.check_own_words(own_words_id=row.pk, understood=True, by=by)

    assert "The sheet of rights is not acknowledged by Alex" not in lacks(case)


def test_each_allegation_needs_a_way_that_is_signed():
    case, by = opened()
    make_allegation(case.matter, by=by)

    assert "The way of allegation 2 is not decided" in lacks(case)
    assert "The way of allegation 1 is not decided" not in lacks(case)


def test_whoever_declined_withdrew_or_never_answered_has_documents_too():
    case, by = opened(names=("Alex", "Sam", "Kim"))
    Participant.objects.filter(case=case, number=2).update(willing=Willing.NO)
    Participant.objects.filter(case=case, number=3).update(willing=Willing.ASKED)
    Participant.objects.filter(case=case, number=1).update(left_at=timezone.now())
    case.status, case.ending, case.ended_at = CaseStatus.ENDED, Ending.NO_ANSWER, timezone.now()
    case.save()

    said = lacks(case)

    assert "That Sam does not take part is not on record" in said
    assert "Nothing says how Kim was asked" in said
    assert "The withdrawal of Alex is not confirmed" in said
    assert "The sheet of rights is not acknowledged again by Alex, who left" in said

    alex = case.participants.get(number=1)
    Withdrawal.objects.create(vault_key=case.vault_key, participant=alex, stage=CaseStatus.INVITING, channel="SELF")
    papers.say_in_own_words(participant_id=alex.pk, words="I may still report.", channel="PHONE", by=by)
    assert not [line for line in lacks(case) if "who left" in line or "withdrawal" in line]


def test_a_session_that_ended_in_writing_needs_the_agreement_signed_by_all():
    case = make_ended_case(programme=make_resolution_texts())
    assert "The resolution agreement has not been written" in lacks(case)
    assert "The agreement to participate is not signed by Alex" in lacks(case)

    row = Resolution.objects.create(
        vault_key=case.vault_key, case=case, status=ResolutionStatus.SIGNING, made_by=case.coordinator
    )
    assert "The resolution agreement is not signed by all: Alex, Sam, the office" in lacks(case)

    row.status = ResolutionStatus.WITHDRAWN
    row.save()
    assert DocumentCode.RESOLUTION not in codes(case)


def test_what_is_agreed_on_without_meeting_stands_among_the_documents():
    row, director = make_almost_agreed()
    sign_for(row, Capacity.DIRECTOR, director)
    assert "The resolution agreement is not signed by all: Sam" in lacks(row.case)

    sign_as(row, 2)

    instance = load_one(row.case.matter)
    there = [line.code for line in lines_of(instance) if line.is_there]
    assert DocumentCode.RESOLUTION in there


def test_what_is_required_follows_from_the_switches_of_the_programme():
    case = make_ended_case(programme=make_resolution_texts(
        notice_before_consent=False, tracks_allegations=False, cosigns_allegations=False, keeps_final_agreement=False
    ))  # fmt: skip

    assert set(codes(case)) == {DocumentCode.DECISION, DocumentCode.PARTICIPATION}


def test_close_is_refused_while_a_document_is_missing_and_says_which():
    case = make_ended_case(programme=make_resolution_texts())
    confirm_all_outside(case.matter, case.coordinator)

    with pytest.raises(TransitionRefused) as refused:
        close(matter_id=case.matter_id, by=case.coordinator)

    assert "There is no written notice to Sam" in str(refused.value)


def test_in_mediation_close_asks_for_no_document():
    case = make_ended_case(programme=make_texts())
    confirm_all_outside(case.matter, case.coordinator)

    assert close(matter_id=case.matter_id, by=case.coordinator).pk


def test_only_the_director_excuses_a_document_and_only_a_missing_one():
    case, by = opened()
    sam = case.participants.get(number=2)
    asked = {"matter_id": case.matter_id, "code": "NOTICE", "about": sam.pk, "reason": "Handed over before we began"}
    director = make_staff("DIRECTOR", case.programme)

    for who in (by, make_staff("DIRECTOR")):
        with pytest.raises(PermissionDenied):
            excuse_document(by=who, **asked)
    excuse_document(by=director, **asked)

    assert "There is no written notice to Sam" not in lacks(case)
    with pytest.raises(TransitionRefused):
        excuse_document(by=director, **asked)
    with pytest.raises(TransitionRefused):
        excuse_document(by=director, **(asked | {"code": "NOTHING"}))
    with pytest.raises(IntegrityError), transaction.atomic():
        ExcusedDocument.objects.create(
            vault_key=case.vault_key, matter=case.matter, code="NOTICE", about=sam.pk, reason="x", excused_by=director
        )


def test_a_tied_director_excuses_nothing_and_finds_nothing(client):
    case, _by = opened()
    director = make_staff("DIRECTOR", case.programme)
    case.matter.ties.create(person=director, source="DECLARED")
    sam = case.participants.get(number=2)
    sign_in(client, director)

    with pytest.raises(PermissionDenied):
        excuse_document(matter_id=case.matter_id, code="NOTICE", about=sam.pk, reason="x", by=director)

    assert client.get(reverse("portal:instances:instance", args=[case.reference])).status_code == 404
    assert case.reference not in client.get(reverse("portal:instances:register")).content.decode()
    assert case.reference not in client.get(reverse("portal:instances:completeness")).content.decode()


def test_a_closed_record_takes_no_excuse():
    case, by = make_closable_case(programme=make_resolution_texts())
    close(matter_id=case.matter_id, by=by)
    instance = load_one(case.matter)

    assert all(line.excuse or line.is_there for line in lines_of(instance))
    with pytest.raises((MatterKept, PermissionDenied)):
        excuse_document(
            matter_id=case.matter_id, code="SHEET", about=case.pk, reason="x", by=make_staff("DIRECTOR", case.programme)
        )
    assert Screening.objects.count() == 0
