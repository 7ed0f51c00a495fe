"""Imminent risk: written down and told at once, looked at afterwards, kept apart and not for long."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from portal.accounts.models import RoleGrant
from portal.audit.events import AuditEvent
from portal.audit.queries import office_timeline
from portal.cases.actions import TransitionRefused
from portal.cases.models import Matter, Tie
from portal.cases.statuses import CaseStatus
from portal.disclosures.models import Disclosure
from portal.emergencies import actions
from portal.emergencies.models import BreakGlass
from portal.emergencies.statuses import Finding
from portal.mail.models import Mailing
from portal.records.actions import close
from portal.records.destruction import finish
from portal.vault.keystore.models import DataKey
from tests.counting import cost
from tests.factories import make_neutral, make_programme, make_request, make_staff, sign_in, verified
from tests.factories.cases import make_case
from tests.factories.closing import make_closable_case
from tests.factories.texts import make_texts

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    make_texts()
    return make_case(CaseStatus.ARRANGING, coordinator=make_staff(), accepted=[make_neutral()])


@pytest.fixture
def director(case):
    return make_staff("DIRECTOR", email="head@example.edu")


def sent(**changes):
    usual = {"threat": "Said he has a knife and goes there tonight", "recipients": "Campus police, Officer Lund"}
    usual |= {"told": "Name and hall", "told_at": timezone.localtime().strftime("%Y-%m-%dT%H:%M"), "least": "on"}
    return usual | changes


def broken(case, by=None):
    facts = {"threat": "A knife", "recipients": "Campus police", "told": "Name and hall", "told_at": timezone.now()}
    return actions.break_glass(matter_id=case.matter_id, reference=case.reference, by=by or case.coordinator, **facts)


@pytest.mark.parametrize("who", ["coordinator", "mediator"])
def test_it_is_two_clicks_from_a_case_for_everybody_who_opens_it(case, director, client, who):
    person = case.coordinator if who == "coordinator" else case.assignments.get().neutral
    sign_in(client, person)
    first = reverse("portal:screening:emergency", args=[case.reference])
    second = reverse("portal:emergencies:tell", args=[case.reference])

    assert first in client.get(case.get_absolute_url()).text
    assert second in client.get(first).text
    client.post(second, sent())

    row = BreakGlass.objects.get()
    assert (row.threat, row.opened_by) == (sent()["threat"], person)


def test_it_is_two_clicks_from_a_request_too(client):
    request = make_request()
    sign_in(client, make_staff())
    first = reverse("portal:screening:emergency", args=[request.reference])

    assert first in client.get(request.get_absolute_url()).text
    client.post(reverse("portal:emergencies:tell", args=[request.reference]), sent())

    assert BreakGlass.objects.get().matter_id == request.matter_id


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"threat": ""}, "Please answer"),
        ({"recipients": " "}, "Please answer"),
        ({"least": ""}, "If you told more, say what above"),
        ({"told_at": "2999-01-01T10:00"}, "has not come yet"),
        ({"told_at": "just now"}, "valid date"),
    ],
)
def test_without_threat_and_recipients_nothing_is_kept_and_nothing_typed_is_lost(case, client, change, words):
    sign_in(client, case.coordinator)

    page = client.post(reverse("portal:emergencies:tell", args=[case.reference]), sent(**change))

    assert (page.status_code, words in page.text, "Name and hall" in page.text) == (422, True, True)
    assert not BreakGlass.objects.exists()


def test_the_director_hears_at_once_in_neutral_words(case, director):
    row = broken(case)

    mail = Mailing.objects.get(vault_key=row.vault_key)
    assert (mail.address, mail.context, mail.kind) == ("head@example.edu", {}, "STAFF_NEWS")


def test_each_programme_names_its_own_people(case, director):
    on_call = make_staff("CASE_MANAGER", email="night@example.edu")
    other = make_programme("ADR", destroys_at_close=False)
    head = make_staff("DIRECTOR", programme=other, email="other@example.edu")
    actions.name_people(programme=case.programme, director=director, on_call=on_call, keep_days=7, by=director)

    row = broken(case)
    there = make_case(programme=other, coordinator=make_staff(programme=other))
    elsewhere = broken(there)

    assert {one.address for one in Mailing.objects.filter(vault_key=row.vault_key)} == {
        "head@example.edu",
        "night@example.edu",
    }
    assert Mailing.objects.get(vault_key=elsewhere.vault_key).address == "other@example.edu"
    assert set(BreakGlass.objects.visible_to(verified(on_call))) == {row}
    assert set(BreakGlass.objects.visible_to(verified(head))) == {elsewhere}


def test_somebody_from_another_programme_cannot_be_named_and_nobody_else_names(case, director):
    stranger = make_staff("DIRECTOR", programme=make_programme("ADR"))

    with pytest.raises(TransitionRefused, match="role in this programme"):
        actions.name_people(programme=case.programme, director=stranger, on_call=director, keep_days=7, by=director)
    with pytest.raises(PermissionDenied):
        actions.name_people(programme=case.programme, director=director, on_call=director, keep_days=7, by=stranger)


def test_a_director_with_a_tie_neither_hears_nor_reads_even_when_the_case_is_gone(case, director):
    second = make_staff("DIRECTOR", email="second@example.edu")
    Tie.objects.create(matter=case.matter, person=director, answer="YES", source="NAMED")

    row = broken(case)
    Matter.objects.filter(pk=case.matter_id).update(last_activity_at=timezone.now())
    Tie.objects.all().delete()

    assert {one.address for one in Mailing.objects.filter(vault_key=row.vault_key)} == {"second@example.edu"}
    assert not BreakGlass.objects.visible_to(verified(director)).exists()
    assert BreakGlass.objects.visible_to(verified(second)).exists()


def test_a_tie_that_comes_later_hides_it_at_once_and_mail_goes_to_somebody_else(case, director):
    second = make_staff("DIRECTOR", email="second@example.edu")
    row = broken(case)
    assert BreakGlass.objects.visible_to(verified(director)).exists()

    Tie.objects.create(matter=case.matter, person=director, answer="YES", source="DECLARED")
    BreakGlass.objects.update(director_told_at=timezone.now() - timedelta(days=4))
    Mailing.objects.all().delete()
    actions.remind_of_reviews()

    assert not BreakGlass.objects.visible_to(verified(director)).exists()
    assert [one.address for one in Mailing.objects.filter(vault_key=row.vault_key)] == [second.email]


def test_whoever_was_named_and_has_no_role_there_any_more_neither_hears_nor_reads(case, director):
    on_call = make_staff("CASE_MANAGER", email="night@example.edu")
    actions.name_people(programme=case.programme, director=director, on_call=on_call, keep_days=7, by=director)
    on_call.grants.update(ended_at=timezone.now(), ended_by=director)
    RoleGrant.objects.create(user=on_call, role="DIRECTOR", programme=make_programme("ADR"), interest="Their work")

    row = broken(case)

    assert not BreakGlass.objects.visible_to(verified(on_call)).exists()
    assert [one.address for one in Mailing.objects.filter(vault_key=row.vault_key)] == [director.email]


def test_the_register_of_the_case_names_threat_and_recipients(case, director):
    broken(case)

    line = Disclosure.objects.get()
    assert (line.basis, line.interest, line.recipient) == ("EMERGENCY", "A knife", "Campus police")


def test_whoever_told_reads_it_no_more_and_neither_do_those_of_the_case(case, director, client):
    row = broken(case)
    sign_in(client, case.coordinator)

    assert client.get(row.get_absolute_url()).status_code == 404
    assert client.get(reverse("portal:emergencies:emergencies")).status_code == 403


def test_the_director_looks_at_it_once_and_from_then_on_the_days_count(case, director, client):
    row = broken(case)
    sign_in(client, director)
    assert reverse("portal:emergencies:emergencies") in client.get(reverse("portal:desk:home")).text

    empty = client.post(row.get_absolute_url(), {"finding": "TOO_MUCH", "words": ""})
    client.post(row.get_absolute_url(), {"finding": "TOO_MUCH", "words": "The hall was enough"})
    again = client.post(row.get_absolute_url(), {"finding": "RIGHT", "words": "Changed my mind"})

    row.refresh_from_db()
    assert empty.status_code == 422
    assert (row.finding, row.review) == ("TOO_MUCH", "The hall was enough")
    assert row.delete_on == timezone.localdate() + timedelta(days=30)
    assert again.status_code == 200


def test_nobody_looks_at_what_they_told_themselves(case, director):
    row = broken(case, by=director)

    with pytest.raises(PermissionDenied):
        actions.review(record_id=row.pk, finding=Finding.RIGHT, words="Fine", by=verified(director))


def test_unseen_it_is_brought_to_mind_every_three_days(case, director):
    row = broken(case)
    BreakGlass.objects.update(director_told_at=timezone.now() - timedelta(days=4))

    assert actions.remind_of_reviews() == 1
    assert actions.remind_of_reviews() == 0
    assert Mailing.objects.filter(vault_key=row.vault_key).count() == 2


def test_after_its_days_the_key_and_the_row_are_gone(case, director):
    row = broken(case)
    actions.review(record_id=row.pk, finding=Finding.RIGHT, words="Fine", by=verified(director))
    assert actions.forget_due() == 0
    BreakGlass.objects.update(delete_on=timezone.localdate())

    assert actions.forget_due() == 1

    assert not DataKey.objects.filter(pk=row.vault_key).exists()
    assert not BreakGlass.objects.exists()
    assert not Mailing.objects.filter(vault_key=row.vault_key).exists()
    assert office_timeline()[0].kind == AuditEvent.GLASS_FORGOTTEN


def test_somebody_with_a_tie_or_from_elsewhere_finds_nothing_to_tell(case, client):
    sign_in(client, make_staff("DIRECTOR", programme=make_programme("ADR")))
    assert client.get(reverse("portal:emergencies:tell", args=[case.reference])).status_code == 404

    Tie.objects.create(matter=case.matter, person=case.coordinator, answer="YES", source="NAMED")
    with pytest.raises(PermissionDenied):
        broken(case)


def test_the_list_asks_the_same_number_of_questions_however_many_rows(case, director, client):
    sign_in(client, director)
    broken(case)
    one = cost(client, reverse("portal:emergencies:emergencies"))
    broken(case)
    broken(case)

    assert cost(client, reverse("portal:emergencies:emergencies")) == one <= 15


@pytest.mark.django_db(transaction=True)
@pytest.mark.sqlite
def test_it_outlives_a_case_that_is_destroyed():
    case, by = make_closable_case()
    director = make_staff("DIRECTOR", programme=case.programme)
    tied = make_staff("DIRECTOR", programme=case.programme)
    row = broken(case, by=by)
    Tie.objects.create(matter=case.matter, person=tied, answer="YES", source="DECLARED")

    finish(close(matter_id=case.matter_id, by=by).pk)

    left = BreakGlass.objects.visible_to(verified(director)).get(pk=row.pk)
    assert (left.matter_id, left.threat) == (None, "A knife")
    assert not BreakGlass.objects.visible_to(verified(tied)).exists()
    assert not Disclosure.objects.exists()
