"""Little is kept, and not for long."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from portal.mail.models import Mailing
from portal.passes.models import Pass
from portal.vault.keystore.models import DataKey
from tests.factories.training import make_certification, make_enrolment, make_learner, make_offering
from training import actions
from training.models import Enrolment, Learner

pytestmark = pytest.mark.django_db


def later(**time):
    return time_machine.travel(timezone.now() + timedelta(**time))


def test_needs_and_food_are_emptied_a_month_after_the_course():
    enrolment = make_enrolment(make_offering(begins_in=10))
    last = enrolment.offering.meetings.last().ends_at

    with time_machine.travel(last + timedelta(days=29)):
        actions.forget_due()
    assert Enrolment.objects.get().food == "No nuts"
    with time_machine.travel(last + timedelta(days=31)):
        counted = actions.forget_due(), actions.forget_due()

    assert Enrolment.objects.get().food == ""
    assert counted == (1, 0)


def test_a_learner_goes_a_year_after_the_last_time_with_pass_mail_and_key():
    enrolment = make_enrolment(make_offering(begins_in=10))
    learner = enrolment.learner
    actions.withdraw(enrolment_id=enrolment.pk, by=learner.entry)
    with later(days=364):
        actions.forget_due()
    assert Learner.objects.count() == 1

    with later(days=366):
        actions.forget_due()

    assert (Learner.objects.count(), Enrolment.objects.count(), Pass.objects.count()) == (0, 0, 0)
    assert not Mailing.objects.filter(vault_key=learner.vault_key).exists()
    assert not DataKey.objects.filter(pk=learner.vault_key).exists()


def test_whoever_is_certified_is_kept_as_long_as_it_holds():
    learner = make_learner()
    make_certification(learner, expires_on=timezone.localdate() + timedelta(days=700))

    with later(days=699):
        actions.forget_due()
        kept = Learner.objects.count()
    with later(days=702):
        actions.forget_due()

    assert (kept, Learner.objects.count()) == (1, 0)


def test_whoever_proved_an_address_and_never_enrolled_goes_the_next_day():
    make_learner()

    with later(days=2):
        actions.forget_due()

    assert Learner.objects.count() == 0
