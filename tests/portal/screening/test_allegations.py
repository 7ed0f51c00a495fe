"""Allegations: each with a way of its own and two names under it, and what Title IX never allows."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse

from portal.cases.actions import TransitionRefused, move_case
from portal.cases.models import Tie
from portal.cases.statuses import CaseStatus
from portal.cases.transitions import missing
from portal.records.retention import class_of
from portal.screening import actions
from portal.screening.models import Allegation, AllegationRoute
from portal.screening.statuses import AllegationWay, Standing
from tests.factories.allegations import make_allegation, make_routed_allegation
from tests.factories.cases import make_case, make_matter
from tests.factories.office import make_programme, make_resolution_programme
from tests.factories.people import make_staff
from tests.factories.requests import make_request
from tests.factories.screening import make_finding, make_scores
from tests.factories.signing_in import sign_in, verified
from tests.factories.texts import make_resolution_texts

pytestmark = pytest.mark.django_db(databases=["default", "keys"])

TITLE_IX = {"law": "TITLE_IX", "basis": "SEX"}


def matter_here(**switches):
    return make_matter(make_resolution_programme(**switches))


def route(row, way="MEDIATION", by=None, reason="Both want to talk."):
    return actions.route_allegation(
        allegation_id=row.pk, way=AllegationWay(way), reason=reason, by=by or verified(row.added_by)
    )


def test_two_allegations_go_two_ways():
    matter = matter_here()
    make_routed_allegation(matter, "MEDIATION")
    make_routed_allegation(matter, "FORMAL", what="Sam pushed Alex.")

    ways = {row.number: row.way_in_force.way for row in matter.allegations.prefetch_related("routes")}

    assert ways == {1: "MEDIATION", 2: "FORMAL"}


def test_a_way_counts_only_when_the_director_has_signed_it_too():
    row = make_allegation(matter_here())
    waiting = route(row)
    director = verified(make_staff("DIRECTOR", row.matter.programme))

    assert waiting.standing == Standing.WAITING
    with pytest.raises(PermissionDenied):
        actions.sign_way(route_id=waiting.pk, agrees=True, by=verified(row.added_by))
    with pytest.raises(PermissionDenied):
        actions.sign_way(route_id=waiting.pk, agrees=True, by=verified(make_staff("DIRECTOR")))
    with pytest.raises(TransitionRefused, match="already"):
        route(row, "SUPPORT")

    signed = actions.sign_way(route_id=waiting.pk, agrees=True, by=director)

    assert (signed.standing, signed.signed_by) == (Standing.IN_FORCE, director)
    with pytest.raises(TransitionRefused, match="already"):
        actions.sign_way(route_id=waiting.pk, agrees=False, words="No", by=director)


def test_a_director_does_not_sign_what_they_decided_themselves():
    row = make_allegation(matter_here())
    director = verified(make_staff("DIRECTOR", row.matter.programme))
    waiting = route(row, by=director)

    with pytest.raises(PermissionDenied):
        actions.sign_way(route_id=waiting.pk, agrees=True, by=director)
    with pytest.raises(IntegrityError), transaction.atomic():
        AllegationRoute.objects.filter(pk=waiting.pk).update(signed_by=director)


def test_what_the_director_sends_back_is_decided_anew():
    row = make_allegation(matter_here())
    director = verified(make_staff("DIRECTOR", row.matter.programme))

    back = actions.sign_way(route_id=route(row).pk, agrees=False, words="What about safety?", by=director)

    assert (back.standing, back.signer_words) == (Standing.SENT_BACK, "What about safety?")
    assert route(row, "SUPPORT").standing == Standing.WAITING


def test_without_the_switch_a_way_holds_at_once():
    row = make_allegation(matter_here(cosigns_allegations=False))

    assert route(row).standing == Standing.IN_FORCE


def test_where_allegations_are_not_tracked_none_is_written_down():
    with pytest.raises(TransitionRefused):
        make_allegation(make_matter(make_programme()))


@pytest.mark.parametrize("named_is", [["STAFF"], ["FACULTY"], ["POSTDOC"], ["STUDENT", "STAFF"]])
@pytest.mark.parametrize("way", ["MEDIATION", "RESTORATIVE_JUSTICE", "FACILITATION"])
def test_what_an_employee_did_to_a_student_is_never_settled(named_is, way):
    row = make_allegation(matter_here(), **TITLE_IX, named_is=named_is, formal_complaint="F-1")

    with pytest.raises(TransitionRefused, match="never settled informally"):
        route(row, way)


@pytest.mark.parametrize("way", ["COACHING", "SUPPORT", "FORMAL", "OTHER_OFFICE", "NOTHING"])
def test_support_and_the_formal_way_are_always_open(way):
    row = make_allegation(matter_here(), **TITLE_IX, named_is=["STAFF"])

    assert route(row, way).way == way


def test_under_title_ix_the_complaint_and_the_people_are_known_first():
    row = make_allegation(matter_here(), **TITLE_IX, named_is=[])
    with pytest.raises(TransitionRefused, match=r"who is a student.*formal complaint"):
        route(row)

    facts = {"named_is": ["STUDENT"], "formal_complaint": "F-2026-7"}
    actions.change_allegation(allegation_id=row.pk, facts=facts, by=verified(row.added_by))

    assert route(row).way == "MEDIATION"


def test_no_step_is_taken_while_a_formal_process_runs():
    row = make_routed_allegation(matter := matter_here())
    case = make_case(CaseStatus.OPENED, matter=matter)
    assert missing(case, "invite") != []
    before = {line.words for line in missing(case, "invite")}
    by = verified(row.added_by)

    actions.note_formal_process(allegation_id=row.pk, since=date(2026, 11, 1), paused_on=None, by=by)
    running = {line.words for line in missing(case, "invite")} - before
    actions.note_formal_process(allegation_id=row.pk, since=date(2026, 11, 1), paused_on=date(2026, 11, 5), by=by)
    resting = {line.words for line in missing(case, "invite")} - before

    assert [words for words in running if "has to rest" in words]
    assert resting == set()
    with pytest.raises(TransitionRefused, match="after it has begun"):
        actions.note_formal_process(allegation_id=row.pk, since=None, paused_on=date(2026, 11, 5), by=by)


def test_a_change_of_the_people_takes_back_a_way_that_no_longer_holds():
    row = make_routed_allegation(matter_here(), **TITLE_IX, formal_complaint="F-1")

    actions.change_allegation(allegation_id=row.pk, facts={"named_is": ["FACULTY"]}, by=verified(row.added_by))

    assert row.routes.get().standing == Standing.SENT_BACK
    # Saying the same again changes nothing.
    actions.change_allegation(allegation_id=row.pk, facts={"named_is": ["FACULTY"]}, by=verified(row.added_by))


def test_after_the_last_signature_nothing_about_it_changes():
    row = make_routed_allegation(matter := matter_here())
    other = make_routed_allegation(matter, "FORMAL")
    case = make_case(CaseStatus.HELD, matter=matter)
    by = verified(row.added_by)

    assert actions.bar_formal_process([row], case=case, actor=by) == [row]
    row.refresh_from_db()
    assert actions.bar_formal_process([row], case=case, actor=by) == []

    for refused in (
        lambda: route(row, "FORMAL"),
        lambda: actions.change_allegation(allegation_id=row.pk, facts={"what": "Other"}, by=by),
        lambda: actions.note_formal_process(allegation_id=row.pk, since=date(2026, 11, 1), paused_on=None, by=by),
    ):
        with pytest.raises(TransitionRefused, match="signed agreement"):
            refused()
    assert Allegation.objects.get(pk=other.pk).barred_on is None


def test_a_case_goes_on_only_when_every_allegation_has_its_way():
    matter = matter_here()
    case = make_case(CaseStatus.OPENED, matter=matter)
    words = lambda: " ".join(line.words for line in missing(case, "invite"))  # noqa: E731

    assert "No allegation has been written down" in words()
    row = make_allegation(matter)
    assert "way of allegation 1 is not decided" in words()
    waiting = route(row, "FORMAL")
    assert "Waiting for the director" in words()
    director = verified(make_staff("DIRECTOR", matter.programme))
    actions.sign_way(route_id=waiting.pk, agrees=True, by=director)
    assert "No allegation goes this way" in words()
    make_routed_allegation(matter)
    assert "llegation" not in words()


def test_a_case_is_opened_for_the_allegations_that_go_its_way():
    programme = make_resolution_texts()
    request = make_request(programme=programme)
    by = make_staff(programme=programme)
    finding = make_finding(scores=make_scores(programme))
    with pytest.raises(TransitionRefused, match="No allegation has been written down"):
        actions.decide(request_id=request.pk, finding=finding, by=verified(by))

    make_routed_allegation(request.matter)
    actions.decide(request_id=request.pk, finding=finding, by=verified(by))

    request.refresh_from_db()
    assert request.case.process == "MEDIATION"


def test_coaching_needs_no_allegation():
    case = make_case(CaseStatus.OPENED, matter=matter_here(), process="COACHING", names=("Alex",))

    assert not [line for line in missing(case, "invite") if "llegation" in line.words]


def test_one_allegation_under_title_ix_keeps_the_record_for_seven_years():
    matter = matter_here(retention_years=3)
    make_allegation(matter)
    assert class_of(matter) == "OFFICE"

    make_allegation(matter, **TITLE_IX)

    assert class_of(matter) == "TIX-7Y"


def test_somebody_with_a_tie_decides_nothing_and_sees_nothing(client):
    request = make_request(programme=make_resolution_texts())
    row = make_allegation(request.matter)
    tied = make_staff("DIRECTOR", request.programme)
    Tie.objects.create(matter=request.matter, person=tied, source="NAMED")
    sign_in(client, tied)

    with pytest.raises(PermissionDenied):
        route(row, by=verified(tied))
    assert client.get(reverse("portal:screening:allegations", args=[request.reference])).status_code == 404


def test_inviting_is_refused_in_the_same_words():
    matter = matter_here()
    case = make_case(CaseStatus.OPENED, matter=matter)
    by = make_staff(programme=matter.programme)

    with pytest.raises(TransitionRefused, match="No allegation has been written down"):
        move_case(case_id=case.pk, step="invite", actor=verified(by))
