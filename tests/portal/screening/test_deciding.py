"""What stands against a decision, and who may let it go on all the same."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from portal.audit.events import AuditEvent
from portal.cases.actions import TransitionRefused
from portal.cases.models import Case
from portal.cases.statuses import Ending, TieSource
from portal.intake.actions import end_request
from portal.intake.models import Message
from portal.intake.statuses import Direction, RequestStatus
from portal.screening.actions import decide, read_second
from portal.screening.models import Screening
from portal.screening.statuses import Band, Decision, Reader, Standing
from tests.factories import make_staff, verified
from tests.factories.requests import make_request
from tests.factories.screening import (
    make_finding,
    make_scores,
    make_waiting_screening,
    make_weighing_programme,
)
from tests.portal.cases.people import events

pytestmark = pytest.mark.django_db


def staff(role="CASE_MANAGER", programme=None):
    return verified(make_staff(role, programme=programme))


def tried(request, by, **facts):
    return decide(request_id=request.pk, finding=make_finding(**facts), by=by)


def told(request):
    return Message.objects.filter(entry=request.entry, direction=Direction.FROM_OFFICE).count()


def test_suitable_asks_to_go_through_the_stops_first():
    request = make_request()

    with pytest.raises(TransitionRefused, match="Go through the stops first"):
        tried(request, staff(), gone_through=False)

    assert Screening.objects.count() == 0


@pytest.mark.parametrize("role", ["CASE_MANAGER", "COORDINATOR", "DIRECTOR"])
@pytest.mark.parametrize("stop", ["S1", "S2", "S3", "S4", "S7", "S9", "S12"])
def test_a_stop_that_nobody_may_lift_is_lifted_by_nobody(role, stop):
    request = make_request()

    with pytest.raises(TransitionRefused, match=f"{stop} stands in the way, and nobody may lift that"):
        tried(request, staff(role), stops=[stop], override="We want to all the same")

    assert Case.objects.count() == 0


def test_a_stop_is_lifted_only_with_a_reason():
    request = make_request()

    with pytest.raises(TransitionRefused, match="S13 stands in the way"):
        tried(request, staff(), stops=["S13"], override="  ")
    screening = tried(request, staff(), stops=["S13"], override="A pair from the next town has said yes")

    assert (screening.standing, screening.stops) == (Standing.IN_FORCE, ["S13"])
    assert Case.objects.count() == 1


@pytest.mark.parametrize(
    ("stop", "role", "reader"),
    [
        ("S14", "CASE_MANAGER", Reader.COORDINATOR),
        ("S14", "COORDINATOR", Reader.NONE),
        ("S6", "COORDINATOR", Reader.DIRECTOR),
        ("S6", "DIRECTOR", Reader.NONE),
    ],
)
def test_whoever_may_not_lift_a_stop_needs_somebody_who_may(stop, role, reader):
    request = make_request()

    screening = tried(request, staff(role), stops=[stop], override="There is a plan for it")

    assert screening.reader == reader
    assert (Case.objects.count(), told(request)) == ((0, 0) if reader else (1, 1))


def test_several_stops_ask_for_the_gravest_reader():
    request = make_request()

    screening = tried(request, staff(), stops=["S14", "S13", "S6"], override="There is a plan for it")

    assert screening.reader == Reader.DIRECTOR


def test_a_referral_needs_no_reason_against_a_stop():
    request = make_request()

    screening = tried(
        request, staff(), decision=Decision.REFER, process="", refer_to="the Title IX office", stops=["S3"]
    )

    assert (screening.standing, screening.stops) == (Standing.IN_FORCE, ["S3"])


def test_where_criteria_are_not_weighed_no_score_is_kept():
    request = make_request()

    screening = tried(request, staff(), scores={"W1": {"1": 0}})

    assert (screening.band, screening.scores, screening.people) == ("", {}, [])


def weighing(**scores):
    programme = make_weighing_programme()
    return make_request(programme=programme), programme, make_scores(programme, **scores)


def test_where_they_are_weighed_a_good_fit_opens_the_case_at_once():
    request, programme, scores = weighing()

    screening = tried(request, staff(programme=programme), scores=scores)

    assert (screening.band, screening.reader, screening.scores) == (Band.SUITABLE, "", scores)
    assert Case.objects.count() == 1


def test_the_middle_band_asks_for_safeguards_and_a_second_reader():
    request, programme, scores = weighing(every=2)

    with pytest.raises(TransitionRefused, match="Choose at least one"):
        tried(request, staff(programme=programme), scores=scores)
    screening = tried(request, staff(programme=programme), scores=scores, safeguards=["SUPPORTER"])

    assert (screening.band, screening.standing) == (Band.WITH_SAFEGUARDS, Standing.WAITING)
    assert (Case.objects.count(), told(request)) == (0, 0)


@pytest.mark.parametrize(
    ("scores", "words"),
    [({"every": 1}, "not advised"), ({"every": 4, "W1": {"1": 4, "2": 1}}, "not advised")],
)
def test_against_the_band_only_with_a_reason_and_a_second_reader(scores, words):
    request, programme, scores = weighing(**scores)

    with pytest.raises(TransitionRefused, match=f"The criteria say: {words}"):
        tried(request, staff(programme=programme), scores=scores)
    screening = tried(request, staff(programme=programme), scores=scores, override="She asked for it twice, in writing")

    assert (screening.band, screening.reader) == (Band.NOT_ADVISED, Reader.ANOTHER)


def test_too_little_known_is_no_band_to_go_on_with():
    request, programme, _scores = weighing()

    with pytest.raises(TransitionRefused, match="not enough information"):
        tried(request, staff(programme=programme))


def test_too_great_a_gap_in_power_asks_for_a_form_without_one_room():
    request, programme, scores = weighing(every=4, W4={"ALL": 1})

    with pytest.raises(TransitionRefused, match="A talk in one room is not advised"):
        tried(request, staff(programme=programme), scores=scores, safeguards=["SUPPORTER"])
    screening = tried(request, staff(programme=programme), scores=scores, safeguards=["SEPARATE_ROOMS"])

    assert screening.safeguards == ["SEPARATE_ROOMS"]


def test_safeguards_of_a_stop_come_along_by_themselves():
    request, programme, scores = weighing(every=4)

    screening = tried(
        request,
        staff("DIRECTOR", programme),
        process="RESTORATIVE_JUSTICE",
        scores=scores,
        stops=["S6"],
        override="Words are carried by two specialists",
    )

    assert screening.safeguards == ["SPECIALISTS", "SEPARATE_ROOMS", "NO_CONTACT"]


def waiting():
    programme = make_weighing_programme()
    request = make_request(programme=programme)
    decider = staff("COORDINATOR", programme)
    return make_waiting_screening(request, decider, own_words="It was good to meet you."), request, decider, programme


def test_the_second_reader_agrees_and_the_case_opens():
    screening, request, _decider, programme = waiting()
    reader = staff(programme=programme)

    read_second(screening_id=screening.pk, agrees=True, by=reader)

    screening.refresh_from_db()
    request.refresh_from_db()
    assert (screening.standing, screening.read_by) == (Standing.IN_FORCE, reader)
    assert (request.status, request.case.process) == (RequestStatus.CASE_OPENED, "MEDIATION")
    assert "It was good to meet you." in Message.objects.filter(direction=Direction.FROM_OFFICE).last().body
    assert AuditEvent.SCREENING_READ in events(request)


def test_the_second_reader_sends_it_back_and_it_is_decided_anew():
    screening, request, decider, programme = waiting()

    read_second(screening_id=screening.pk, agrees=False, words="Talk with Sam first", by=staff(programme=programme))
    again = tried(request, decider, scores=make_scores(programme))

    screening.refresh_from_db()
    assert (screening.standing, screening.reader_words) == (Standing.SENT_BACK, "Talk with Sam first")
    assert again.standing == Standing.IN_FORCE
    assert Case.objects.count() == 1


def test_nobody_is_their_own_second_reader():
    screening, _request, decider, _programme = waiting()

    with pytest.raises(PermissionDenied):
        read_second(screening_id=screening.pk, agrees=True, by=decider)
    with pytest.raises(IntegrityError), transaction.atomic():
        Screening.objects.filter(pk=screening.pk).update(
            standing=Standing.IN_FORCE, read_by=decider, read_at=screening.decided_at
        )


def test_somebody_with_a_tie_is_no_second_reader():
    screening, request, _decider, programme = waiting()
    tied = staff(programme=programme)
    request.matter.ties.create(person=tied, source=TieSource.DECLARED)

    with pytest.raises(PermissionDenied):
        read_second(screening_id=screening.pk, agrees=True, by=tied)


def test_who_reads_in_place_of_the_director_has_to_be_the_director():
    request = make_request()
    screening = tried(request, staff("COORDINATOR"), stops=["S6"], override="There is a plan for it")

    with pytest.raises(PermissionDenied):
        read_second(screening_id=screening.pk, agrees=True, by=staff("COORDINATOR"))
    read_second(screening_id=screening.pk, agrees=True, by=staff("DIRECTOR"))

    assert Case.objects.count() == 1


def test_a_second_answer_of_a_second_reader_is_refused():
    screening, _request, _decider, programme = waiting()
    read_second(screening_id=screening.pk, agrees=True, by=staff(programme=programme))

    with pytest.raises(TransitionRefused, match="read it already"):
        read_second(screening_id=screening.pk, agrees=False, words="No", by=staff(programme=programme))

    assert Case.objects.count() == 1


def test_while_one_decision_waits_there_is_no_other():
    _screening, request, decider, programme = waiting()

    with pytest.raises(TransitionRefused, match="waits for a second reader already"):
        tried(request, decider, scores=make_scores(programme))


def test_what_has_ended_meanwhile_is_not_opened_by_a_reader():
    screening, request, _decider, programme = waiting()
    end_request(request_id=request.pk, ending=Ending.NOT_PURSUED, by=request.entry)

    with pytest.raises(TransitionRefused, match="ended meanwhile"):
        read_second(screening_id=screening.pk, agrees=True, by=staff(programme=programme))

    screening.refresh_from_db()
    assert screening.standing == Standing.WAITING
