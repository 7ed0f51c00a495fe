"""Reminders ninety, thirty and seven days before a certification ends, each once."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from portal.mail.models import Mailing
from portal.mail.rendering import write
from tests.factories import make_staff
from tests.factories.training import make_certification, make_learner
from training import actions
from training.models import RenewalReminder

pytestmark = pytest.mark.django_db


def ending_in(days, learner=None, **facts):
    expires_on = timezone.localdate() + timedelta(days=days)
    return make_certification(learner or make_learner(), expires_on=expires_on, **facts)


def sent():
    return list(RenewalReminder.objects.order_by("pk").values_list("days", flat=True))


def test_each_reminder_goes_out_on_its_day_and_once():
    certification = ending_in(120)
    told = []
    # From noon to noon: near midnight the clock's summer hour would lead into the next day.
    noon = timezone.localtime().replace(hour=12)
    for days in (91, 90, 89, 31, 30, 29, 8, 7, 6, 0, -1):
        with time_machine.travel(noon + timedelta(days=120 - days)):
            told.append(actions.remind_of_renewals() + actions.remind_of_renewals())

    assert told == [0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 0]
    assert sent() == [90, 30, 7]
    assert {one.vault_key for one in Mailing.objects.all()} == {certification.learner.vault_key}


def test_whoever_is_first_seen_late_hears_once_of_what_is_nearest():
    ending_in(20)

    assert [actions.remind_of_renewals() for _ in range(3)] == [1, 0, 0]
    assert sent() == [30]


def test_what_was_taken_back_ended_or_was_renewed_is_not_reminded_of():
    ending_in(-1)
    taken = ending_in(20, revoked_at=timezone.now(), revoked_by=make_staff(), revoked_reason="Asked to")
    renewed = ending_in(20)
    ending_in(500, learner=renewed.learner, granted_on=timezone.localdate())

    assert actions.remind_of_renewals() == 0
    assert sent() == []
    assert taken.is_revoked


def test_the_mail_names_the_day_and_the_page_and_no_level():
    ending_in(7)
    actions.remind_of_renewals()
    mailing = Mailing.objects.get()

    letter = write(mailing.kind, mailing.context)

    assert "/my/training/learning/" in letter.body
    assert "Basic" not in letter.subject + letter.body


def test_somebody_with_an_account_is_sent_to_their_sign_in():
    learner = make_learner()
    learner.user = make_staff("NEUTRAL")
    learner.save()
    ending_in(7, learner=learner)

    actions.remind_of_renewals()

    assert Mailing.objects.get().context["path"] == "/portal/learning/"
