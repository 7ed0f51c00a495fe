"""What a resolution agreement has to say before anybody signs it."""

import pytest
from django.core.exceptions import PermissionDenied

from portal.cases.actions import TransitionRefused
from portal.cases.statuses import CaseStatus
from portal.documents.rendering import digest
from portal.plans import actions
from portal.plans.gates import missing_to_open, resolution_settled
from portal.plans.models import Resolution
from portal.screening import actions as screening
from portal.screening.statuses import AllegationWay
from tests.factories import make_case, make_staff, verified
from tests.factories.allegations import make_routed_allegation
from tests.factories.resolutions import (
    change,
    day,
    fetch,
    make_kept_case,
    make_open_resolution,
    make_resolution,
    sign_as,
    term,
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


def test_a_programme_that_keeps_no_agreement_has_none():
    case = make_case(CaseStatus.HELD, coordinator=verified(make_staff()))

    with pytest.raises(PermissionDenied):
        actions.begin_resolution(case_id=case.pk, by=case.coordinator)
    assert resolution_settled(case) == []


def test_an_agreement_says_all_it_has_to_before_anybody_signs():
    case = make_kept_case()
    row = actions.begin_resolution(case_id=case.pk, by=case.coordinator)

    said = refused(actions.open_resolution, resolution_id=row.pk, by=case.coordinator)

    for words in (
        "what the agreement settles",
        "promise something",
        "breach",
        "look at it",
        "whether Alex",
        "whether Sam",
    ):
        assert words in said
    assert not Resolution.objects.exclude(status="DRAFT").exists()


def test_an_acknowledgement_and_the_order_of_days_are_asked_for():
    row = make_resolution()
    by = row.case.coordinator
    assert words_of(row) == []

    change(row, by=by, wording="ACKNOWLEDGEMENT")
    assert words_of(row) == ["Write down the acknowledgement"]
    change(row, by=by, review_on=day(300))
    assert words_of(row) == ["The review has to come before the end"]


def test_graduation_and_separation_fit_the_days():
    row = make_resolution()

    leave(row, 1, effect="ENDS")
    assert words_of(row) == ["Something is due from Alex after they have left; it would end before"]
    leave(row, 1, effect="REVIEW", leaves_on=day(50))
    assert words_of(row) == ["The review has to come before Alex leaves"]
    leave(row, 1, effect="REVIEW", leaves_on=day(61))
    assert words_of(row) == []
    leave(row, 2, kind="SEPARATION", effect="GOES_ON", leaves_on=day(10))
    assert words_of(row) == []
    assert "what leaving means" in refused(leave, row=row, number=2, effect="")


def test_the_words_are_fixed_when_the_signing_is_opened():
    row = make_open_resolution()

    assert "Stay away from bench four" in row.text
    assert "School of Science" in row.text
    assert row.text_sha256 == digest(row.text)
    assert "not possible" in refused(term, row=row, by=row.case.coordinator)


def two_ways():
    """An agreement about an allegation that is talked about, beside one that goes to the formal process."""
    case = make_kept_case()
    type(case.programme).objects.filter(pk=case.programme.pk).update(tracks_allegations=True)
    mediated = make_routed_allegation(case.matter, case.process)
    formal = make_routed_allegation(case.matter, "FORMAL")
    row = make_resolution(case=case)
    change(row, by=case.coordinator, allegations=[mediated.pk])
    return row, mediated, formal


def goes_to_the_formal_process(allegation):
    screening.route_allegation(
        allegation_id=allegation.pk, way=AllegationWay.FORMAL, reason="She changed her mind.", by=allegation.added_by
    )


def test_what_goes_to_the_formal_process_is_settled_by_no_agreement():
    """Else the last signature would bar the very process that it was sent to (C11, R12)."""
    row, mediated, formal = two_ways()
    case = row.case

    with pytest.raises(TransitionRefused, match=f"cannot settle allegation {formal.number}: it goes another way"):
        change(row, by=case.coordinator, covers="Something else", allegations=[mediated.pk, formal.pk])

    assert list(fetch(row).allegations.all()) == [mediated]
    assert fetch(row).covers == "Remarks in the lab in October"


def test_what_is_sent_elsewhere_meanwhile_has_to_be_taken_out_before_anybody_signs():
    row, mediated, _formal = two_ways()
    assert words_of(row) == []

    goes_to_the_formal_process(mediated)

    assert words_of(row) == [f"This cannot settle allegation {mediated.number}: it goes another way."]
    assert "goes another way" in refused(actions.open_resolution, resolution_id=row.pk, by=row.case.coordinator)


def test_nobody_signs_what_settles_an_allegation_that_was_sent_elsewhere_meanwhile():
    row, mediated, _formal = two_ways()
    actions.open_resolution(resolution_id=row.pk, by=row.case.coordinator)
    sign_as(row, 1)

    goes_to_the_formal_process(mediated)

    assert "goes another way" in refused(sign_as, row=row, number=2)
    assert row.signatures.count() == 1
    mediated.refresh_from_db()
    assert mediated.barred_on is None
