"""The page of a case whose record is kept: what it waits for, how it ends without a session, and what it costs."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.cases.models import Case
from portal.cases.statuses import CaseStatus, Ending, Willing
from portal.party.queries import own_place
from portal.party.tasks import tasks_of
from portal.plans.models import Commitment
from portal.plans.statuses import Capacity
from portal.records.actions import finish_case
from portal.screening.models import Allegation
from tests.factories.allegations import give_papers, make_allegation, make_routed_allegation
from tests.factories.cases import make_case, make_matter
from tests.factories.people import make_staff
from tests.factories.resolutions import make_almost_agreed, sign_as, sign_for
from tests.factories.signing_in import verified
from tests.factories.texts import make_resolution_texts

from .test_cases import _client, _queries

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept_case():
    """One in which everybody has the papers and takes part, and nobody has met yet."""
    programme = make_resolution_texts()
    matter = make_matter(programme)
    make_routed_allegation(matter)
    by = verified(make_staff(programme=programme, first_name="Cora"))
    case = make_case(CaseStatus.INVITING, matter=matter, coordinator=by, names=("Alex", "Sam"))
    give_papers(case, by)
    case.participants.update(willing=Willing.YES)
    Case.objects.filter(pk=case.pk).update(status=CaseStatus.ARRANGING)
    return Case.objects.select_related("matter", "coordinator", "programme").get(pk=case.pk)


def agreed():
    """Signed by all before anybody met."""
    row, director = make_almost_agreed()
    sign_for(row, Capacity.DIRECTOR, director)
    sign_as(row, 2)
    return row


def page_of(case):
    return _client(case.coordinator).get(case.get_absolute_url())


def test_it_costs_at_most_twenty_queries_with_a_long_story_and_several_allegations(kept_case):
    for number in range(3):
        make_routed_allegation(kept_case.matter, what=f"Remark {number}", way="FORMAL")
    with transaction.atomic():
        for number in range(300):
            record(AuditEvent.CASE_MOVED, actor=kept_case.coordinator, matter=kept_case.matter, number=number)

    assert _queries(_client(kept_case.coordinator), kept_case.get_absolute_url()) <= 20


def test_what_is_missing_before_anybody_meets_is_said_as_the_gates_say_it(kept_case):
    make_allegation(kept_case.matter)
    for person in kept_case.participants.all():
        person.own_words.all().delete()
        person.notice_deliveries.all().delete()

    html = page_of(kept_case).text

    assert "The way of allegation 2 is not decided yet" in html
    assert "Waiting for Sam to say in their own words" in html
    assert "There is no proof yet that Sam has the written notice" in html

    kept_case.written_notices.all().delete()
    assert "The written notice has not been made yet" in page_of(kept_case).text


def test_a_way_that_waits_for_the_director_is_waited_for(kept_case):
    row = Allegation.objects.get(matter=kept_case.matter)
    row.routes.update(standing="WAITING")

    assert "Waiting for the director to sign the way of allegation 1" in page_of(kept_case).text


def test_how_often_somebody_was_tried_is_counted_in_the_query_that_fetches_them(kept_case):
    sam = kept_case.participants.get(number=2)
    for result in ("SPOKE", "BOUNCED", "NOT_REACHED"):
        sam.attempts.create(vault_key=sam.vault_key, route="STAFF_PHONE", result=result)

    assert "2 times" in page_of(kept_case).text


def test_what_is_signed_by_all_before_anybody_met_waits_for_no_mediator_and_can_be_finished():
    row = agreed()

    html = page_of(row.case).text

    assert "mediator is needed" not in html
    assert "was settled by a signed agreement" not in html
    assert "Finish the case" in html


def test_and_it_went_all_the_way():
    row = agreed()

    assert finish_case(case_id=row.case_id, by=row.case.coordinator).ending == Ending.DONE


def test_nobody_is_asked_when_they_are_free_once_all_have_signed():
    row = agreed()
    alex = row.case.participants.select_related("entry").get(number=1)

    titles = [task.title for task in tasks_of(own_place(alex.entry))]

    assert "Tell us when you are free" not in titles
    assert "Read the agreement to participate" not in titles
    assert "The agreement" in titles


def test_what_closing_does_is_said_as_the_programme_has_it(kept_case):
    html = page_of(kept_case).text

    assert "The record is kept." in html
    assert "destroys the key" not in html
    assert "destroys the key" in page_of(make_case(CaseStatus.ARRANGING, coordinator=make_staff())).text


def test_what_was_agreed_and_still_runs_is_said_and_keeps_nobody_from_finishing():
    row = agreed()

    finish = f"/portal/close/{row.case.reference}/finish/"

    assert "2 promises of the agreement run, the last until" in page_of(row.case).text
    assert "nobody is reminded of it any more" in _client(row.case.coordinator).get(finish).text

    Commitment.objects.filter(resolution=row).update(due_on=timezone.localdate() - timedelta(days=1))

    assert "of the agreement run" not in page_of(row.case).text
    assert finish_case(case_id=row.case_id, by=row.case.coordinator).ending == Ending.DONE
