"""Promise 28: closing an account deletes and orphans nothing; open work is handed over first."""

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import models

from portal.accounts import actions, open_work
from portal.cases.statuses import CaseStatus
from tests.factories import make_assignment, make_case, make_office, make_staff

pytestmark = pytest.mark.django_db

# What belongs to an account itself, and says nothing about a matter.
PART_OF_THE_ACCOUNT = {
    "portal.AccountInvitation.user",
    "portal.StaffSession.user",
    "portal.NeutralProfile.user",
    "portal.StandingTie.neutral",
    "portal.StandingTie.person",
    "portal.WeeklyHours.neutral",
    "otp_totp.TOTPDevice.user",
    "otp_static.StaticDevice.user",
    "wagtailusers.UserProfile.user",
}


def relations():
    for model in apps.get_models():
        for field in model._meta.get_fields():
            concrete = isinstance(field, models.ForeignKey)
            if concrete and field.related_model is get_user_model() and not model._meta.auto_created:
                yield f"{model._meta.label}.{field.name}", field.remote_field.on_delete


def test_no_relation_lets_somebody_take_a_matter_with_them():
    ours = {name: rule for name, rule in relations() if name.startswith("portal.")}
    assert len(ours) > 10

    cascading = {name for name, rule in ours.items() if rule is models.CASCADE}

    # A tie goes with its matter; it is about a person, and tells nothing once that person is gone.
    assert cascading - PART_OF_THE_ACCOUNT <= {"portal.Tie.person"}


@pytest.mark.parametrize("work", ["coordinates", "was asked", "conducts"])
def test_an_account_with_open_work_is_not_closed_until_it_is_handed_over(work):
    make_office()
    director, person = make_staff("DIRECTOR"), make_staff("COORDINATOR")
    case = make_case(coordinator=person if work == "coordinates" else None)
    if work != "coordinates":
        make_assignment(case, person, accepted=work == "conducts")

    with pytest.raises(actions.NotPossible):
        actions.deactivate_person(user_id=person.pk, by=director)

    person.refresh_from_db()
    assert person.is_active
    assert len(open_work.of(person)) == 1


def test_work_that_is_done_holds_nobody_back():
    make_office()
    director, person = make_staff("DIRECTOR"), make_staff("COORDINATOR")
    make_assignment(make_case(CaseStatus.ENDED, coordinator=person), person, accepted=True)

    actions.deactivate_person(user_id=person.pk, by=director)

    person.refresh_from_db()
    assert not person.is_active
