"""From a certification to a mediation, for as long as it holds."""

from datetime import timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.core.management import call_command
from django.utils import timezone

from portal.vault import keyring
from tests.factories import make_case, make_profile, make_staff, verified
from tests.factories.texts import make_texts
from tests.factories.training import make_credit, make_learner, make_requirement
from training import actions
from training.models import Certification

from .actors import is_signed_in


@pytest.fixture
def manager(live_server):
    cache.clear()
    make_texts()
    call_command("seed_site", first=True)
    with keyring.scope():
        yield make_staff("TRAINING_MANAGER", first_name="Greta", last_name="Lindqvist")


def may_be_chosen(coordinator, case):
    coordinator.open(f"{case.get_absolute_url()}pair/")
    return coordinator.page.get_by_role("checkbox", name="Jonas Thiel").count() > 0


def test_a_certified_person_can_be_chosen_from_that_day_and_not_after_the_last(person, manager):
    dana = make_staff(first_name="Dana", last_name="Okafor")
    case = make_case(coordinator=dana)
    profile = make_profile(make_staff("NEUTRAL", first_name="Jonas", last_name="Thiel"), tier="CO")
    learner = make_learner("Jonas Thiel", address=profile.user.email)
    make_requirement("CO_MEDIATOR", minimum=32, category="MEDIATION")
    make_credit(learner, amount=128)
    before, after, ended = person(), person(), person()
    is_signed_in(before, dana)
    assert not may_be_chosen(before, case)

    actions.grant_certification(learner_id=learner.pk, level="CO_MEDIATOR", by=verified(manager))
    assert may_be_chosen(before, case)

    last_day = Certification.objects.get().expires_on
    days = (last_day - timezone.localdate()).days
    with time_machine.travel(timezone.now() + timedelta(days=days)):
        is_signed_in(after, dana)
        assert may_be_chosen(after, case)
    with time_machine.travel(timezone.now() + timedelta(days=days + 1)):
        is_signed_in(ended, dana)
        assert not may_be_chosen(ended, case)
