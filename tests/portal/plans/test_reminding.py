"""Reminders before and after a day, and what people say of their own promises."""

from datetime import datetime, time, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db.utils import IntegrityError
from django.urls import reverse
from django.utils import timezone

from portal.cases.actions import TransitionRefused
from portal.cases.models import Case, Telling
from portal.cases.statuses import Channel
from portal.mail.models import Mailing
from portal.plans import actions
from portal.plans.models import CheckIn, Commitment
from portal.plans.statuses import CheckInState, CommitmentStatus
from tests.factories import sign_in, use_pass
from tests.factories.plans import enforcer_of, make_plan, make_plan_in_force, make_record, named
from tests.factories.resolutions import make_agreed_resolution

pytestmark = pytest.mark.django_db


@pytest.fixture
def on(time_machine):
    """Go to noon, so many days before or after the day on which a commitment is due."""

    def go(commitment, days):
        noon = datetime.combine(commitment.due_on, time(12)) + timedelta(days=days)
        time_machine.move_to(timezone.make_aware(noon), tick=False)

    return go


def reminded():
    """Who was written to since the last look."""
    actions.remind_of_commitments()
    sent = sorted((row.kind, row.address) for row in Mailing.objects.all())
    Mailing.objects.all().delete()
    return sent


def with_mail(plan, name="Rae"):
    person = named(plan, name)
    person.contact = {"way": "EMAIL", "email": f"{name.lower()}@example.net"}
    person.save()
    return person


def in_force():
    plan = make_plan_in_force()
    with_mail(plan)
    Mailing.objects.all().delete()
    return plan, plan.commitments.get()


def test_a_week_before_the_day_whoever_promised_hears_it_once_in_neutral_words(on):
    _plan, row = in_force()
    on(row, -8)
    assert reminded() == []

    on(row, -7)
    assert reminded() == [("NEWS", "rae@example.net")]
    on(row, -3)
    assert reminded() == []


def test_once_the_day_has_passed_they_and_the_office_hear_it_once(on):
    plan, row = in_force()
    on(row, 1)

    assert reminded() == [("NEWS", "rae@example.net"), ("STAFF_NEWS", plan.case.coordinator.email)]
    on(row, 9)
    assert reminded() == []


def test_whoever_wants_no_mail_is_told_by_staff(on):
    plan, row = in_force()
    rae = named(plan, "Rae")
    rae.contact = {"way": "PHONE", "phone": "617-555-0100"}
    rae.save()
    on(row, -7)

    assert reminded() == []
    assert Telling.objects.filter(told_at=None, entry=rae.entry).count() == 1


def test_what_is_done_or_not_in_force_or_support_is_nobodys_reminder(on):
    plan, row = in_force()
    actions.check_in(commitment_id=row.pk, state=CheckInState.DONE, words="", by=plan.case.coordinator)
    draft = make_plan()
    Mailing.objects.all().delete()
    on(row, 1)
    assert reminded() == []

    Commitment.objects.filter(pk=row.pk).update(status=CommitmentStatus.OPEN, settled_on=None, is_support=True)
    assert reminded() == []
    assert draft.commitments.get().reminded_at is None


def test_a_paused_case_waits(on):
    plan, row = in_force()
    Case.objects.filter(pk=plan.case.pk).update(paused_at=timezone.now())
    on(row, 1)
    assert reminded() == []

    Case.objects.filter(pk=plan.case.pk).update(paused_at=None)
    assert len(reminded()) == 2


def test_another_day_brings_another_reminder(on):
    plan, kept = make_record()
    row = kept.commitments.get()
    office = enforcer_of(plan.case.programme)
    Mailing.objects.all().delete()
    on(row, -7)
    assert reminded() == [("STAFF_NEWS", office.email)]

    later = row.due_on + timedelta(days=30)
    actions.move_due_day(commitment_id=row.pk, due_on=later, reason="The paint was late", by=office)
    row.refresh_from_db()
    on(row, -6)

    assert reminded() == [("STAFF_NEWS", office.email)]


def test_an_agreement_that_is_kept_reminds_whoever_coordinates(on):
    row = make_agreed_resolution()
    term = row.commitments.filter(owner=None).get()
    Mailing.objects.all().delete()
    on(term, -7)

    assert ("STAFF_NEWS", row.case.coordinator.email) in reminded()


def say(plan, person, state=CheckInState.ON_THE_WAY, **facts):
    usual = {"words": "", "channel": Channel.SELF, "by": person.entry}
    row = plan.commitments.get()
    return actions.say_how_it_goes(commitment_id=row.pk, participant_id=person.pk, state=state, **(usual | facts))


def test_whoever_promised_says_how_it_goes_and_it_settles_nothing():
    plan, row = in_force()
    rae = named(plan, "Rae")

    look = say(plan, rae, CheckInState.SAID_DONE, words="Painted on Sunday")

    assert (look.said_by, look.noted_by, look.channel) == (rae, None, Channel.SELF)
    assert Commitment.objects.get(pk=row.pk).status == CommitmentStatus.OPEN
    assert [mail.kind for mail in Mailing.objects.all()] == ["STAFF_NEWS"]
    assert b"Sunday" not in CheckIn.objects.values_list("words", flat=True).get().ciphertext


@pytest.mark.parametrize("state", [CheckInState.DONE, CheckInState.PARTLY, CheckInState.NOT_DONE])
def test_what_settles_it_is_not_theirs_to_say(state):
    plan, _row = in_force()

    with pytest.raises(TransitionRefused):
        say(plan, named(plan, "Rae"), state)


def test_nobody_speaks_of_a_promise_of_somebody_else():
    plan, _row = in_force()

    with pytest.raises(PermissionDenied):
        say(plan, named(plan, "Han"))
    with pytest.raises(PermissionDenied):
        say(plan, named(plan, "Rae"), by=named(plan, "Han").entry)


def test_staff_write_down_what_somebody_told_them(client):
    plan, row = in_force()
    sign_in(client, plan.case.coordinator)
    url = reverse("portal:plans:check_in", args=[plan.case.reference, row.pk])

    refused = client.post(url, {"state": "DONE", "channel": "PHONE"})
    kept = client.post(url, {"state": "OBSTACLE", "channel": "PHONE", "words": "No paint"})

    assert (refused.status_code, kept.status_code) == (422, 302)
    look = CheckIn.objects.get()
    assert (look.said_by.name, look.noted_by, look.channel) == ("Rae", plan.case.coordinator, Channel.PHONE)
    assert "Rae (By phone)" in client.get(plan.get_absolute_url()).text


def test_on_their_own_page_people_say_it_of_their_own_promise_alone(client):
    plan, _row = in_force()
    rae, han = named(plan, "Rae"), named(plan, "Han")
    use_pass(client, rae.entry)
    assert "/my/plan/1/" in client.get("/my/plan/").text

    assert client.post("/my/plan/1/", {}).status_code == 422
    page = client.post("/my/plan/1/", {"state": "OBSTACLE", "words": "No paint"}, follow=True)
    assert "Something is in the way. No paint" in page.text

    client.cookies.clear()
    use_pass(client, han.entry)
    other = client.get("/my/plan/").text
    assert "Repaint the practice room" in other
    assert "No paint" not in other
    assert client.get("/my/plan/1/").status_code == 404


def test_before_a_plan_is_in_force_there_is_nothing_to_say():
    plan = make_plan()

    with pytest.raises(TransitionRefused):
        say(plan, named(plan, "Rae"))


def test_a_row_says_who_looked_or_whose_word_it_is():
    _plan, row = in_force()

    with pytest.raises(IntegrityError):
        CheckIn.objects.create(vault_key=row.vault_key, commitment=row, state="ON_THE_WAY")
