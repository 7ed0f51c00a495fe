"""Where records are kept, close keeps: who reads it then, how long, and the two signatures at the end."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from portal.cases.actions import MatterGone, MatterKept, TransitionRefused, lock_matter, write_note
from portal.cases.models import Case, Matter
from portal.cases.statuses import MatterStatus
from portal.intake.models import Request
from portal.passes.models import Pass, PassSession
from portal.records import actions, destruction
from portal.records.models import KeptRecord, PurgeRun, Receipt
from portal.records.retention import years_later
from portal.records.statuses import HoldKind
from portal.reports.models import WaitingStatistic
from portal.vault.keystore.models import DataKey
from tests.factories.closing import make_closable_case, make_ended_case
from tests.factories.people import make_staff
from tests.factories.signing_in import sign_in, verified
from tests.factories.texts import make_resolution_texts

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def closed(**facts):
    """A case that was closed in the Coordinator's programme, and who closed it."""
    case, by = make_closable_case(programme=make_resolution_texts(), **facts)
    actions.close(matter_id=case.matter_id, by=by)
    return case, by


def due(case):
    """Its years are over."""
    KeptRecord.objects.update(concluded_on=date(2010, 1, 1), keep_until=timezone.localdate())
    return make_staff("DIRECTOR", case.programme)


def test_closing_keeps_the_rows_and_the_key_and_ends_the_pages_of_everybody():
    case, by = closed()

    kept = KeptRecord.objects.get()

    assert (kept.matter_id, kept.retention_class, kept.closed_by) == (case.matter_id, "OFFICE", by)
    assert kept.keep_until == years_later(kept.concluded_on, 7)
    assert DataKey.objects.filter(pk=case.matter_id).exists()
    assert case.participants.first().name == "Alex"
    assert not Pass.objects.usable().exists()
    assert not PassSession.objects.exists()
    assert WaitingStatistic.objects.get().programme == "ADR"
    assert not PurgeRun.objects.exists()


def test_a_kept_record_is_read_by_few_and_changed_by_nobody():
    case, by = closed()
    director, manager = make_staff("DIRECTOR", case.programme), make_staff("CASE_MANAGER", case.programme)
    neutral = case.assignments.first().neutral
    entry = case.participants.first().entry

    for who in (director, by):
        assert case in Case.objects.visible_to(verified(who))
        assert case.matter in Matter.objects.visible_to(verified(who))
        assert Request.objects.visible_to(verified(who)).exists()
    for who in (verified(manager), verified(neutral), entry, verified(make_staff("DIRECTOR"))):
        assert case not in Case.objects.visible_to(who)
        assert case.matter not in Matter.objects.visible_to(who)
        assert not Request.objects.visible_to(who).exists()
    with pytest.raises(MatterKept):
        write_note(matter_id=case.matter_id, body="One more word", by=director)
    assert lock_matter(case.matter_id, kept_too=True).is_kept


def test_where_records_go_everything_goes_as_before():
    case, by = make_closable_case()

    run = actions.close(matter_id=case.matter_id, by=by)
    destruction.finish(run.pk)

    assert not KeptRecord.objects.exists()
    assert not Matter.objects.filter(pk=case.matter_id).exists()


def test_nothing_is_disposed_of_before_its_day_or_under_a_hold():
    case, by = closed()
    with pytest.raises(TransitionRefused, match="kept until"):
        actions.propose_disposal(matter_id=case.matter_id, reason="Too early", by=by)

    director = due(case)
    hold = actions.place_hold(matter_id=case.matter_id, kind=HoldKind.RECORDS_REQUEST, reason="Asked", by=director)
    with pytest.raises(TransitionRefused, match="hold"):
        actions.propose_disposal(matter_id=case.matter_id, reason="Over", by=by)
    actions.release_hold(hold_id=hold.pk, by=director)

    assert actions.propose_disposal(matter_id=case.matter_id, reason="Over", by=by).is_proposed


def test_two_different_people_sign_a_disposal():
    case, by = closed()
    director = due(case)

    with pytest.raises(TransitionRefused, match="Nobody has proposed"):
        actions.sign_disposal(matter_id=case.matter_id, by=director)
    actions.propose_disposal(matter_id=case.matter_id, reason="Its years are over", by=by)
    with pytest.raises(TransitionRefused, match="already"):
        actions.propose_disposal(matter_id=case.matter_id, reason="Again", by=director)
    with pytest.raises(TransitionRefused, match="Somebody else"):
        actions.sign_disposal(matter_id=case.matter_id, by=by)
    with pytest.raises(PermissionDenied):
        actions.sign_disposal(matter_id=case.matter_id, by=make_staff("CASE_MANAGER", case.programme))
    run = actions.sign_disposal(matter_id=case.matter_id, by=director)
    destruction.finish(run.pk)

    assert not Matter.objects.filter(pk=case.matter_id).exists()
    assert not DataKey.objects.filter(pk=case.matter_id).exists()
    assert Receipt.objects.get().programme == case.programme
    # It was counted on the day it was closed, and is not counted twice.
    assert WaitingStatistic.objects.count() == 1


def test_a_proposal_can_be_taken_back():
    case, by = closed()
    director = due(case)
    actions.propose_disposal(matter_id=case.matter_id, reason="Over", by=by)

    kept = actions.take_back_disposal(matter_id=case.matter_id, by=director)

    assert (kept.proposed_by, kept.proposed_at, kept.proposal) == (None, None, "")
    assert actions.take_back_disposal(matter_id=case.matter_id, by=director) == kept


def test_a_hold_placed_between_the_signature_and_the_key_keeps_the_record():
    case, by = closed()
    director = due(case)
    actions.propose_disposal(matter_id=case.matter_id, reason="Over", by=by)
    run = actions.sign_disposal(matter_id=case.matter_id, by=director)
    Matter.objects.filter(pk=case.matter_id).update(status=MatterStatus.KEPT)
    actions.place_hold(matter_id=case.matter_id, kind=HoldKind.LITIGATION, reason="Court", by=director)
    Matter.objects.filter(pk=case.matter_id).update(status=MatterStatus.DESTROYING)

    with pytest.raises(destruction.OnHold):
        destruction.finish(run.pk)

    kept = KeptRecord.objects.select_related("matter").get()
    assert (kept.matter.status, kept.is_proposed) == (MatterStatus.KEPT, False)


def test_only_a_kept_record_is_disposed_of():
    case = make_ended_case(programme=make_resolution_texts())

    with pytest.raises(MatterGone):
        actions.propose_disposal(matter_id=case.matter_id, reason="Over", by=case.coordinator)


def test_an_idle_matter_is_asked_about_and_never_ends_by_itself():
    case = make_ended_case(programme=make_resolution_texts())
    long_ago = timezone.now() - timedelta(days=400)
    Matter.objects.update(last_activity_at=long_ago)

    assert actions.ask_about_idle() == 1
    Matter.objects.update(idle_asked_at=long_ago)

    assert actions.end_idle() == 0
    assert Matter.objects.get(pk=case.matter_id).status == MatterStatus.OPEN


@pytest.mark.parametrize(
    ("day", "later"), [(date(2026, 11, 27), date(2033, 11, 27)), (date(2024, 2, 29), date(2031, 3, 1))]
)
def test_seven_years_are_seven_years_and_not_a_day_less(day, later):
    assert years_later(day, 7) == later


def test_the_screens_from_close_to_the_second_signature(client):
    case, by = make_closable_case(programme=make_resolution_texts())
    address = reverse("portal:records:close", args=[case.reference])
    kept = reverse("portal:records:kept", args=[case.reference])
    sign_in(client, by)

    assert "Close and keep" in client.get(address).content.decode()
    assert client.get(kept).status_code == 404
    assert client.post(address, follow=True).redirect_chain[-1][0] == kept
    assert client.get(address).url == kept
    page = client.get(case.get_absolute_url()).content.decode()
    assert "Closed and kept" in page
    assert "Keep the note" not in page

    director = due(case)
    assert client.post(kept, {"reason": ""}).status_code == 422
    client.post(kept, {"reason": "Its years are over"})
    assert "Somebody else has to sign too" in client.get(kept).content.decode()
    client.post(reverse("portal:records:sign_disposal", args=[case.reference]))
    assert KeptRecord.objects.get().is_proposed

    sign_in(client, director)
    assert case.reference in client.get(reverse("portal:records:kept_records")).content.decode()
    gone = client.post(reverse("portal:records:sign_disposal", args=[case.reference]), follow=True)
    assert "Destroyed" in gone.content.decode()
    assert client.get(kept).status_code == 404


def test_a_second_thought_on_the_screen(client):
    case, by = closed()
    due(case)
    sign_in(client, by)
    client.post(reverse("portal:records:kept", args=[case.reference]), {"reason": "Over"})

    client.post(reverse("portal:records:take_back", args=[case.reference]))

    assert not KeptRecord.objects.get().is_proposed


def test_the_list_asks_as_often_for_one_as_for_three(client, django_assert_max_num_queries):
    case, by = closed()
    sign_in(client, by)
    address = reverse("portal:records:kept_records")
    with django_assert_max_num_queries(15):
        assert case.reference in client.get(address).content.decode()
    more = [make_closable_case(programme=case.programme)[0] for _ in range(2)]
    for one in more:
        actions.close(matter_id=one.matter_id, by=make_staff(programme=case.programme))

    with django_assert_max_num_queries(15):
        page = client.get(address).content.decode()

    assert all(one.reference in page for one in (case, *more))
