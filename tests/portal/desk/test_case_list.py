"""The case list: pages by place, numbers beside the filters, views somebody keeps, people found by name."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from portal.audit.events import AuditEvent
from portal.audit.models import AuditLink
from portal.cases.actions import write_tie
from portal.cases.statuses import CaseStatus, TieSource
from portal.desk import actions
from portal.desk.models import SavedView
from portal.desk.queries import lists
from portal.vault import tokens
from portal.vault.keystore.models import TokenKind
from tests.factories import make_programme, make_staff, sign_in, verified
from tests.factories.cases import make_case
from tests.factories.texts import make_texts

pytestmark = pytest.mark.django_db
URL = "/portal/cases/"


@pytest.fixture
def staff():
    make_texts()
    return make_staff()


@pytest.fixture
def client(staff):
    client = Client()
    sign_in(client, staff)
    return client


def make_cases(count, staff, **facts):
    """The first made is the newest."""
    now = timezone.now()
    return [
        make_case(coordinator=staff, names=(), opened_at=now - timedelta(hours=number), **facts)
        for number in range(count)
    ]


def shown(page):
    return [row.case.reference for row in page.rows]


def test_pages_follow_one_another_without_a_gap_and_lead_back(staff, monkeypatch):
    monkeypatch.setattr(lists, "PAGE", 2)
    names = [case.reference for case in make_cases(5, staff)]
    viewer = verified(staff)

    first = lists.case_list(viewer, {})
    second = lists.case_list(viewer, {}, after=first.stretch.older)
    third = lists.case_list(viewer, {}, after=second.stretch.older)
    back = lists.case_list(viewer, {}, before=third.stretch.newer)

    assert [*shown(first), *shown(second), *shown(third)] == names
    assert shown(back) == shown(second)
    assert (first.stretch.newer, third.stretch.older) == ("", "")


def test_cases_of_the_same_moment_are_neither_shown_twice_nor_lost(staff, monkeypatch):
    monkeypatch.setattr(lists, "PAGE", 2)
    now = timezone.now()
    names = {make_case(coordinator=staff, names=(), opened_at=now).reference for _number in range(5)}
    viewer, seen, place = verified(staff), [], ""

    for _page in range(3):
        page = lists.case_list(viewer, {}, after=place)
        seen += shown(page)
        place = page.stretch.older

    assert sorted(seen) == sorted(names)


def test_back_to_the_top_shows_a_whole_first_page(staff, monkeypatch):
    monkeypatch.setattr(lists, "PAGE", 3)
    names = [case.reference for case in make_cases(4, staff)]
    viewer = verified(staff)
    second = lists.case_list(viewer, {}, after=lists.case_list(viewer, {}).stretch.older)

    back = lists.case_list(viewer, {}, before=second.stretch.newer)

    assert shown(back) == names[:3]


@pytest.mark.parametrize("place", ["nonsense", "-", "99999999999999999999-0", "1-zz", "12-" + "f" * 31, "\x00"])
@pytest.mark.parametrize("way", ["after", "before"])
def test_a_place_that_does_not_exist_is_the_first_page(staff, client, place, way):
    [case] = make_cases(1, staff)

    response = client.get(URL, {way: place})

    assert response.status_code == 200
    assert case.reference in response.text


def test_numbers_beside_the_filters_say_what_each_would_show(staff):
    make_case(CaseStatus.INVITING, coordinator=staff, names=())
    make_case(CaseStatus.INVITING, coordinator=staff, names=(), process="COACHING")
    make_case(CaseStatus.ENDED, coordinator=staff, names=(), process="COACHING")

    found = lists.case_list(verified(staff), {"status": "INVITING"})

    counts = {facet.name: {choice.code: choice.count for choice in facet.choices} for facet in found.facets}
    assert counts["status"] == {"INVITING": 2, "ENDED": 1}
    assert counts["process"] == {"COACHING": 1, "MEDIATION": 1}
    assert found.total == 2


def test_a_case_one_has_a_tie_to_is_in_no_number(staff):
    hidden, _seen = make_cases(2, staff)
    colleague = make_staff()

    write_tie(matter=hidden.matter, person=colleague, source=TieSource.DECLARED, actor=None)
    found = lists.case_list(verified(colleague), {})

    assert found.total == 1
    assert sum(choice.count for choice in found.facets[0].choices) == 1


def test_a_matter_that_is_being_destroyed_is_in_no_number(staff):
    going, _other = make_cases(2, staff)
    going.matter.status = "DESTROYING"
    going.matter.save()

    found = lists.case_list(verified(staff), {})

    assert found.total == 1
    assert len(found.rows) == 1


def test_two_programmes_are_told_apart_where_somebody_sees_both(staff, client):
    make_cases(1, staff)
    other = make_programme("SECOND", name="Second programme")
    make_case(programme=other, names=())

    assert "Second programme" not in client.get(URL).text


def test_more_than_ten_thousand_is_said_in_words(staff, client, monkeypatch):
    monkeypatch.setattr(lists, "COUNTED_TO", 1)
    make_cases(2, staff)

    assert "more than 10,000 cases" in client.get(URL).text


def test_an_odd_filter_is_left_out_and_the_others_hold(staff, client):
    ended = make_case(CaseStatus.ENDED, coordinator=staff, names=())
    other = make_case(CaseStatus.INVITING, coordinator=staff, names=())

    page = client.get(URL, {"status": "ENDED", "process": "NONSENSE", "programme": "1; drop"}).text

    assert ended.reference in page
    assert other.reference not in page


def test_looking_for_a_person_is_recorded_as_a_search_without_the_words(staff, client):
    case = make_case(names=("Quentin Ash", "Sam"), coordinator=staff)
    person = case.participants.first()
    tokens.index(key_id=case.vault_key, subject=person.pk, kind=TokenKind.NAME, values=[person.name])

    page = client.get(URL, {"q": "quentin ash"}).text

    assert case.reference in page
    event = AuditLink.objects.filter(kind=AuditEvent.SEARCHED).get()
    assert "uentin" not in str(event.payload)


def test_filters_are_kept_for_their_owner_without_the_words_of_a_search(staff, client):
    make_case(CaseStatus.INVITING, coordinator=staff, names=())

    client.post(reverse("portal:desk:save_view") + "?status=INVITING&whose=mine&q=Quentin&evil=1")

    view = SavedView.objects.get()
    assert view.filters == {"status": "INVITING", "whose": "mine"}
    assert "Mine · Invitations" in client.get(URL).text or "Invitations · Mine" in client.get(URL).text


def test_keeping_the_same_filters_twice_keeps_one(staff):
    first = actions.save_view(owner=staff, filters={"status": "ENDED"})
    again = actions.save_view(owner=staff, filters={"status": "ENDED"})

    assert first == again
    assert AuditLink.objects.filter(kind=AuditEvent.VIEW_SAVED).count() == 1


def test_a_view_of_everything_is_refused_and_so_is_one_too_many(staff, client):
    nothing = client.post(reverse("portal:desk:save_view"), follow=True)
    for number in range(actions.MOST_VIEWS):
        actions.save_view(owner=staff, filters={"programme": str(number)})
    full = client.post(reverse("portal:desk:save_view") + "?status=ENDED", follow=True)

    assert "Choose a filter first" in nothing.text
    assert "Remove one first" in full.text
    assert SavedView.objects.count() == actions.MOST_VIEWS


def test_nobody_sees_or_removes_the_view_of_another(staff, client):
    view = actions.save_view(owner=make_staff(), filters={"status": "ENDED"})

    response = client.post(reverse("portal:desk:remove_view", args=[view.pk]))

    assert response.status_code == 404
    assert SavedView.objects.filter(pk=view.pk).exists()


def test_a_view_can_be_removed(staff, client):
    view = actions.save_view(owner=staff, filters={"status": "ENDED"})
    page = client.get(URL, {"status": "ENDED"}).text

    client.post(reverse("portal:desk:remove_view", args=[view.pk]))

    assert "Remove this view" in page
    assert not SavedView.objects.exists()


def test_a_view_of_a_step_that_is_no_more_still_opens(staff, client):
    SavedView.objects.create(owner=staff, filters={"status": "GONE", "old": "x"})

    assert client.get(URL).status_code == 200
