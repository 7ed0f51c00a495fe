"""Some closed cases of each term are drawn by lot and looked at once, by somebody who did not work on them."""

from datetime import datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from portal.cases.actions import TransitionRefused
from portal.oversight.actions import draw_samples, review_case
from portal.oversight.models import Sample, SampledCase
from portal.oversight.queries import queue
from portal.oversight.statuses import Question
from portal.programmes.terms import start_of_term, term_of
from portal.records.actions import close
from portal.records.models import KeptRecord
from tests.factories.closing import make_closable_case
from tests.factories.people import make_staff
from tests.factories.signing_in import sign_in, verified
from tests.factories.texts import make_resolution_texts

pytestmark = pytest.mark.django_db(databases=["default", "keys"])

FINDINGS = dict.fromkeys(Question.values, "YES")


def closed_last_term(count=1):
    programme = make_resolution_texts()
    cases = []
    for _ in range(count):
        case, by = make_closable_case(programme=programme)
        close(matter_id=case.matter_id, by=by)
        cases.append(case)
    last_day = start_of_term(timezone.localdate()) - timedelta(days=1)
    noon = timezone.make_aware(datetime(last_day.year, last_day.month, last_day.day, 12))
    KeptRecord.objects.update(closed_at=noon)
    return cases


def test_the_sample_of_the_last_term_is_drawn_once_by_the_system():
    cases = closed_last_term(4)

    assert draw_samples() == 3
    assert draw_samples() == 0

    sample = Sample.objects.get()
    assert (sample.closed, sample.drawn) == (4, 3)
    assert sample.term == term_of(start_of_term(timezone.localdate()) - timedelta(days=1))
    assert {row.matter_id for row in SampledCase.objects.all()} < {case.matter_id for case in cases}


def test_what_was_closed_in_this_term_is_not_drawn_yet():
    closed_last_term()
    KeptRecord.objects.update(closed_at=timezone.now())

    assert draw_samples() == 0
    assert not SampledCase.objects.exists()


def test_a_case_is_looked_at_once_by_a_director_who_did_not_work_on_it():
    (case,) = closed_last_term()
    draw_samples()
    row = SampledCase.objects.get()
    director = make_staff("DIRECTOR", case.programme)
    review = {"sampled_id": row.pk, "findings": FINDINGS, "words": "The notice came late"}

    for who in (case.coordinator, make_staff("DIRECTOR")):
        with pytest.raises(PermissionDenied):
            review_case(by=who, **review)
    KeptRecord.objects.update(closed_by=director)
    with pytest.raises(PermissionDenied):
        review_case(by=director, **review)
    KeptRecord.objects.update(closed_by=case.coordinator)
    review_case(by=director, **review)

    row = SampledCase.objects.get()
    assert (row.reviewed_by, row.words, row.findings["NOTICE"]) == (director, "The notice came late", "YES")
    with pytest.raises(TransitionRefused):
        review_case(by=director, **review)


def test_the_numbers_of_a_sample_do_not_count_what_a_tie_hides():
    case, *_others = closed_last_term(3)
    draw_samples()
    director, tied = make_staff("DIRECTOR", case.programme), make_staff("DIRECTOR", case.programme)
    case.matter.ties.create(person=tied, source="DECLARED")

    shown = [(line.closed, line.drawn) for who in (director, tied) for line in queue(verified(who)).samples]

    assert shown == [(3, 3), (2, 2)]


def test_a_tie_hides_a_sampled_case_from_the_director_too(client):
    (case,) = closed_last_term()
    draw_samples()
    row = SampledCase.objects.get()
    director = make_staff("DIRECTOR", case.programme)
    case.matter.ties.create(person=director, source="DECLARED")
    sign_in(client, director)

    assert not SampledCase.objects.visible_to(verified(director)).exists()
    assert client.get(reverse("portal:oversight:review", args=[row.pk])).status_code == 404
    assert case.reference not in client.get(reverse("portal:oversight:queue")).content.decode()
    with pytest.raises(PermissionDenied):
        review_case(sampled_id=row.pk, findings=FINDINGS, words="", by=director)


def test_the_review_on_the_screen(client):
    (case,) = closed_last_term()
    draw_samples()
    address = reverse("portal:oversight:review", args=[SampledCase.objects.get().pk])
    queue = reverse("portal:oversight:queue")
    sign_in(client, make_staff("DIRECTOR", case.programme))

    assert case.reference in client.get(queue).content.decode()
    assert client.post(address, {"words": "Kept"}).status_code == 422
    assert client.post(address, FINDINGS | {"words": "Kept"}).url == queue
    again = client.get(address).content.decode()
    assert "Kept" in again
    assert '<form method="post" class="stack stack-lg prose"' not in again

    sign_in(client, case.coordinator)
    assert client.get(queue).status_code == 403
    assert client.get(address).status_code == 404


def test_the_director_of_mediation_has_no_queue(client):
    closed_last_term()
    draw_samples()
    director = make_staff("DIRECTOR")
    sign_in(client, director)

    assert client.get(reverse("portal:oversight:queue")).status_code == 404
    assert client.get(reverse("portal:oversight:review", args=[SampledCase.objects.get().pk])).status_code == 404
    assert reverse("portal:oversight:queue") not in client.get(reverse("portal:desk:home")).content.decode()
