"""The agreement to participate: one text for everyone, signed by everyone."""

import pytest
from django.core.exceptions import PermissionDenied

from portal.agreements.actions import prepare_agreement, sign, sign_as_neutral
from portal.agreements.gates import everyone_signed, in_force
from portal.agreements.models import Agreement, Signature
from portal.agreements.queries import preview_text, signed_pdf
from portal.agreements.statuses import SigningMethod
from portal.cases.actions import TransitionRefused
from portal.cases.models import Case
from portal.cases.statuses import AssignmentEnd, CaseStatus
from tests.factories import make_neutral, make_staff, verified
from tests.factories.cases import make_assignment, make_case, make_participant
from tests.factories.sessions import make_booked_case, make_gathered_session, sign_all

pytestmark = pytest.mark.django_db


def _sign(session, person, *, by=None, method=SigningMethod.OWN_PAGE, **facts):
    agreement = in_force(session.case)
    usual = {"typed_name": person.name, "agreed_to_electronic": True}
    return sign(
        agreement_id=agreement.pk, participant_id=person.pk, method=method, by=by or person.entry, **(usual | facts)
    )


def _words_missing(case):
    return [line.words for line in everyone_signed(Case.objects.get(pk=case.pk))]


def test_the_same_people_and_words_make_no_second_version():
    case, pair = make_booked_case()
    first = prepare_agreement(case, session_at=None, actor=pair[0])

    second = prepare_agreement(Case.objects.get(pk=case.pk), session_at=None, actor=pair[0])

    assert second == first
    assert Agreement.objects.count() == 1


def test_another_mediator_makes_a_new_version_that_nobody_has_signed():
    session, pair = make_gathered_session()
    case = session.case
    sign_all(case, pair)
    assert _words_missing(case) == []
    case.assignments.filter(neutral=pair[1]).update(ended_at=session.created_at, end_reason=AssignmentEnd.OBJECTION)
    make_assignment(case, make_neutral(first_name="Nadia", last_name="Haddad"), accepted=True)

    agreement = prepare_agreement(Case.objects.get(pk=case.pk), session_at=None, actor=pair[0])

    assert agreement.version == 2
    assert "Nadia Haddad" in agreement.text
    assert len(_words_missing(case)) == 4


def test_nobody_signs_before_everyone_is_in_the_room():
    case, pair = make_booked_case()
    prepare_agreement(case, session_at=None, actor=pair[0])
    person = case.participants.first()

    with pytest.raises(TransitionRefused, match="together at the start"):
        _sign(type("S", (), {"case": case}), person)

    assert not Signature.objects.exists()


def test_signing_twice_is_signing_once():
    session, _pair = make_gathered_session()
    person = session.case.participants.first()
    first = _sign(session, person)

    assert _sign(session, person, typed_name="Somebody Else") == first
    assert Signature.objects.get().typed_name == person.name


def test_nobody_signs_for_somebody_else_on_their_own_page():
    session, _pair = make_gathered_session()
    alex, sam = session.case.participants.all()

    with pytest.raises(PermissionDenied):
        _sign(session, sam, by=alex.entry)

    assert not Signature.objects.exists()


def test_a_stranger_cannot_tick_a_paper_signature():
    session, _pair = make_gathered_session()
    person = session.case.participants.first()

    with pytest.raises(PermissionDenied):
        _sign(session, person, by=verified(make_neutral()), method=SigningMethod.PAPER)


def test_a_mediator_and_a_coordinator_note_signatures_on_paper_and_on_the_device():
    session, pair = make_gathered_session()
    alex, sam = session.case.participants.all()

    on_device = _sign(session, alex, by=pair[0], method=SigningMethod.DEVICE)
    on_paper = _sign(session, sam, by=session.case.coordinator, method=SigningMethod.PAPER)

    assert (on_device.recorded_by, on_device.agreed_to_electronic) == (pair[0], True)
    assert (on_paper.recorded_by, on_paper.agreed_to_electronic) == (session.case.coordinator, False)


def test_one_mediator_does_not_sign_for_the_other_on_a_screen():
    session, pair = make_gathered_session()

    with pytest.raises(PermissionDenied):
        sign_as_neutral(
            agreement_id=in_force(session.case).pk,
            neutral=pair[1],
            typed_name="Jonas Thiel",
            method=SigningMethod.OWN_PAGE,
            agreed_to_electronic=True,
            by=pair[0],
        )


def test_an_older_version_cannot_be_signed_any_more():
    session, pair = make_gathered_session()
    old = in_force(session.case)
    make_participant(session.case, name="Robin")
    prepare_agreement(Case.objects.get(pk=session.case_id), session_at=None, actor=pair[0])

    with pytest.raises(TransitionRefused, match="newer version"):
        sign(
            agreement_id=old.pk,
            participant_id=session.case.participants.first().pk,
            typed_name="Alex",
            method=SigningMethod.PAPER,
            agreed_to_electronic=False,
            by=pair[0],
        )


def test_who_has_not_signed_is_named():
    session, pair = make_gathered_session()
    sam = session.case.participants.last()
    sign_all(session.case, pair, leave_out=sam)

    assert _words_missing(session.case) == ["Waiting for Sam to sign"]


def test_the_preview_names_its_reader_and_nobody_else():
    case, pair = make_booked_case()
    alex, _sam = case.participants.all()

    text = preview_text(case, reader=alex)

    assert "Alex" in text
    assert "Sam" not in text
    assert not any(neutral.get_full_name() in text for neutral in pair)
    assert "between Alex and [everyone else who takes part], who take part" in " ".join(text.split())
    assert "nobody else" not in text


def test_the_signed_copy_is_a_tagged_pdf_and_the_same_each_time():
    session, pair = make_gathered_session()
    sign_all(session.case, pair)
    agreement = in_force(session.case)

    copy = signed_pdf(agreement)

    assert copy.startswith(b"%PDF-")
    assert copy == signed_pdf(Agreement.objects.get(pk=agreement.pk))


def test_without_an_agreement_nothing_can_start():
    case = make_case(coordinator=make_staff())

    assert _words_missing(case) == ["Everyone has to be in the room and to sign the agreement to participate"]


def test_nobody_signs_when_the_session_is_over():
    session, _pair = make_gathered_session()
    Case.objects.filter(pk=session.case_id).update(status=CaseStatus.HELD)

    with pytest.raises(TransitionRefused, match="Nothing is to be signed now"):
        _sign(session, session.case.participants.first())

    assert not Signature.objects.exists()
