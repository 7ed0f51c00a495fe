"""Resolution agreements: written in versions, signed by four hands, sealed, followed."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from portal.agreements.statuses import SigningMethod
from portal.audit.events import AuditEvent
from portal.audit.models import AuditLink
from portal.cases.actions import TransitionRefused
from portal.cases.statuses import CaseStatus, Channel
from portal.documents.rendering import digest
from portal.plans import actions
from portal.plans.gates import missing_to_open
from portal.plans.models import ResolutionSignature, SealedCopy
from portal.plans.queries import is_whole
from portal.plans.statuses import Capacity, CheckInState, ResolutionStatus
from portal.records.actions import finish_case
from portal.withdrawals.actions import withdraw
from tests.factories import make_staff, verified
from tests.factories.resolutions import (
    day,
    director_of,
    fetch,
    make_agreed_resolution,
    make_kept_case,
    make_open_resolution,
    sign_as,
    sign_for,
)

pytestmark = pytest.mark.django_db


def refused(action, **arguments):
    with pytest.raises(TransitionRefused) as refusal:
        action(**arguments)
    return str(refusal.value)


def leave(row, number, **facts):
    person = row.case.participants.get(number=number)
    usual = {"kind": "GRADUATION", "leaves_on": day(80), "effect": "GOES_ON"}
    by = row.case.coordinator
    return actions.say_leaving(resolution_id=row.pk, participant_id=person.pk, by=by, **(usual | facts))


def words_of(row):
    return [line.words for line in missing_to_open(fetch(row))]


def test_with_the_last_of_four_signatures_it_holds_and_is_sealed():
    row = make_agreed_resolution()

    assert row.status == ResolutionStatus.AGREED
    assert row.copy.pdf.startswith(b"%PDF")
    link = AuditLink.objects.get(kind=AuditEvent.DOCUMENT_SEALED)
    assert link.payload["facts"]["sha256"] == row.copy.sha256 == digest(row.copy.pdf)
    assert len(link.payload["facts"]["signers"]) == 4
    assert is_whole(row.copy)


def test_one_changed_byte_of_the_stored_copy_shows():
    row = make_agreed_resolution()
    copy = SealedCopy.objects.get()
    changed = bytearray(copy.pdf)
    changed[-10] ^= 1
    copy.pdf, copy.sha256 = bytes(changed), digest(bytes(changed))
    copy.save()

    # Even with the digest beside it changed along: the audit chain was told another one.
    assert not is_whole(SealedCopy.objects.select_related("resolution__case__matter").get(pk=copy.pk))
    assert fetch(row).is_agreed


def test_nobody_signs_in_two_capacities():
    row = make_open_resolution()
    director = director_of(row.case)
    sign_for(row, Capacity.COORDINATOR, director)

    assert "signed already" in refused(sign_for, row=row, capacity=Capacity.DIRECTOR, by=director)
    with pytest.raises(IntegrityError), transaction.atomic():
        ResolutionSignature.objects.create(
            vault_key=row.vault_key,
            resolution=row,
            officer=director,
            capacity=Capacity.DIRECTOR,
            typed_name="x",
            method="DEVICE",
            agreed_to_electronic=True,
            text_sha256=row.text_sha256,
        )


@pytest.mark.parametrize("role", ["COORDINATOR", "CASE_MANAGER", "NEUTRAL", "CHAIR"])
def test_only_a_director_approves(role):
    row = make_open_resolution()
    somebody = verified(make_staff(role, programme=row.case.programme))

    with pytest.raises(PermissionDenied):
        sign_for(row, Capacity.DIRECTOR, somebody)


def test_nobody_signs_for_another_party_and_paper_is_ticked_by_staff():
    row = make_open_resolution()
    alex, sam = row.case.participants.select_related("entry")
    facts = {"resolution_id": row.pk, "typed_name": "Sam", "agreed_to_electronic": True}
    with pytest.raises(PermissionDenied):
        actions.sign_resolution(participant_id=sam.pk, method=SigningMethod.OWN_PAGE, by=alex.entry, **facts)

    signature = actions.sign_resolution(
        participant_id=sam.pk, method=SigningMethod.PAPER, by=row.case.coordinator, **facts
    )

    assert (signature.method, signature.agreed_to_electronic, signature.recorded_by) == (
        "PAPER",
        False,
        row.case.coordinator,
    )


def test_a_party_of_another_case_cannot_sign_here():
    row, other = make_open_resolution(), make_kept_case()
    stranger = other.participants.select_related("entry").first()

    with pytest.raises(PermissionDenied):
        actions.sign_resolution(
            participant_id=stranger.pk,
            resolution_id=row.pk,
            typed_name="x",
            method=SigningMethod.OWN_PAGE,
            agreed_to_electronic=True,
            by=stranger.entry,
        )


def test_signing_twice_is_signing_once():
    row = make_open_resolution()

    assert sign_as(row, 1) == sign_as(row, 1)
    assert AuditLink.objects.filter(kind=AuditEvent.RESOLUTION_SIGNED).count() == 1


def test_a_change_makes_a_version_that_nobody_has_signed():
    row = make_open_resolution()
    sign_as(row, 1)

    newer = actions.revise_resolution(resolution_id=row.pk, by=row.case.coordinator)

    assert (newer.version, newer.status, newer.signatures.count()) == (2, "DRAFT", 0)
    assert fetch(row).status == ResolutionStatus.REPLACED
    assert fetch(row).signatures.count() == 1
    assert [one.what for one in newer.commitments.all()] == ["Stay away from bench four", "Move one lab session"]
    assert newer.leavings.count() == 2
    assert "not possible" in refused(sign_as, row=row, number=2)


def test_after_the_last_signature_nobody_withdraws_alone():
    row = make_agreed_resolution()
    sam = row.case.participants.select_related("entry").get(number=2)

    said = refused(actions.withdraw_from_resolution, participant_id=sam.pk, channel=Channel.SELF, by=sam.entry)

    assert "Everyone has signed" in said
    assert fetch(row).is_agreed


def test_leaving_the_case_before_the_last_signature_leaves_nothing_agreed():
    row = make_open_resolution()
    sign_as(row, 1)
    sam = row.case.participants.select_related("entry").get(number=2)

    withdraw(participant_id=sam.pk, channel=Channel.SELF, by=sam.entry)

    assert fetch(row).status == ResolutionStatus.WITHDRAWN
    assert not SealedCopy.objects.exists()


def test_leaving_the_case_after_the_last_signature_changes_nothing():
    row = make_agreed_resolution()
    sam = row.case.participants.select_related("entry").get(number=2)

    withdraw(participant_id=sam.pk, channel=Channel.SELF, by=sam.entry)

    assert fetch(row).is_agreed


def test_another_version_can_begin_after_somebody_withdrew():
    row = make_open_resolution()
    sam = row.case.participants.select_related("entry").get(number=2)
    actions.withdraw_from_resolution(participant_id=sam.pk, channel=Channel.SELF, by=sam.entry)

    newer = actions.begin_resolution(case_id=row.case_id, by=row.case.coordinator)

    assert (newer.version, newer.covers) == (2, "Remarks in the lab in October")


def test_the_case_is_not_finished_while_one_is_being_signed():
    row = make_open_resolution()
    by = director_of(row.case)

    assert "Waiting for Alex to sign" in refused(finish_case, case_id=row.case_id, by=by)
    for number in (1, 2):
        sign_as(row, number)
    sign_for(row, Capacity.COORDINATOR, row.case.coordinator)
    sign_for(row, Capacity.DIRECTOR, by)

    assert finish_case(case_id=row.case_id, by=by).status == CaseStatus.ENDED


def test_what_was_agreed_is_followed_after_the_case_has_ended():
    row = make_agreed_resolution()
    by = row.case.coordinator
    finish_case(case_id=row.case_id, by=by)
    first = row.commitments.first()

    actions.check_in_term(commitment_id=first.pk, state=CheckInState.NOT_DONE, words="Seen there", by=by)
    actions.report_resolution_breach(resolution_id=row.pk, to_whom="The director", words="Twice", by=by)

    assert row.commitments.first().status == "NOT_DONE"
    assert row.breaches.get().words == "Twice"
