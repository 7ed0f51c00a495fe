from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from portal.accounts import actions
from portal.accounts.models import RoleGrant, User
from portal.accounts.roles import ROLES, Permission
from portal.audit.events import AuditEvent
from tests.factories import make_programme, make_staff, make_user
from tests.portal.accounts.steps import give, kinds, today

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("office")]


def test_a_role_counts_from_its_first_day_to_its_last(director):
    person = make_user()
    give(person, by=director, starts_on=today(1), ends_on=today(2))

    seen = []
    for days in range(4):
        with time_machine.travel(timezone.now() + timedelta(days=days)):
            seen.append(User.objects.get(pk=person.pk).may(Permission.CONDUCT))

    assert seen == [False, True, True, False]


def test_a_permission_belongs_to_its_programme():
    mediation, other = make_programme(), make_programme("COORDINATOR", conducts=[])
    coordinator = make_staff("COORDINATOR", programme=other)

    assert coordinator.may(Permission.OPEN_CASES, other)
    assert not coordinator.may(Permission.OPEN_CASES, mediation)
    assert coordinator.programmes_with(Permission.OPEN_CASES) == {other.pk}
    assert coordinator.programmes_with(Permission.PLACE_HOLD) == set()


def test_a_superuser_may_nothing():
    superuser = make_user(is_superuser=True)
    assert not any(superuser.may(permission) for permission in Permission)


def test_somebody_whose_account_is_closed_may_nothing():
    person = make_staff("COORDINATOR", is_active=False)
    assert not any(person.may(permission) for permission in Permission)


def test_what_somebody_may_costs_one_query(django_assert_num_queries):
    person = User.objects.get(pk=make_staff("DIRECTOR").pk)
    with django_assert_num_queries(1):
        assert person.may(Permission.OPEN_CASES)
        assert person.may(Permission.PLACE_HOLD)
        assert person.programmes_with(Permission.SCREEN)


def test_every_role_says_in_words_what_it_is():
    assert all(str(role.label) and str(role.description).endswith(".") for role in ROLES.values())
    assert {role.code for role in ROLES.values()} == set(ROLES)


# Giving and ending


def test_a_director_gives_a_role_and_it_is_recorded(director):
    person = make_user()

    grant = give(person, by=director)

    assert (grant.user, grant.granted_by, grant.role) == (person, director, "NEUTRAL")
    assert kinds() == [AuditEvent.ROLE_GRANTED]


@pytest.mark.parametrize("role", ["COORDINATOR", "CASE_MANAGER", "NEUTRAL", "AUDITOR", "LEAD"])
def test_only_those_who_manage_people_give_roles(role):
    with pytest.raises(PermissionDenied):
        give(make_user(), by=make_staff(role))
    assert kinds() == []


def test_nobody_gives_themselves_a_role_or_ends_their_own(director):
    with pytest.raises(PermissionDenied):
        give(director, by=director)
    with pytest.raises(PermissionDenied):
        actions.end_role(grant_id=director.grants.get().pk, by=director)


def test_a_director_reaches_into_no_other_programme(director):
    other = make_programme("COORDINATOR", conducts=[])
    theirs = make_staff("COORDINATOR", programme=other)

    with pytest.raises(PermissionDenied):
        give(make_user(), by=director, programme=other)
    with pytest.raises(PermissionDenied):
        actions.end_role(grant_id=theirs.grants.get().pk, by=director)
    for change in (actions.deactivate_person, actions.reset_factor):
        with pytest.raises(PermissionDenied):
            change(user_id=theirs.pk, by=director)


def test_a_role_bound_to_a_programme_needs_one_and_others_take_none(director):
    with pytest.raises(PermissionDenied):
        give(make_user(), by=director, programme=None)
    with pytest.raises(PermissionDenied):
        give(make_user(), "EDITOR", by=director, programme=make_programme())


def test_the_same_role_is_held_once_and_again_after_its_end(director):
    person = make_user()
    grant = give(person, by=director)

    with pytest.raises(actions.NotPossible):
        give(person, by=director)
    actions.end_role(grant_id=grant.pk, by=director)
    give(person, by=director)

    assert person.grants.count() == 2


def test_a_role_whose_last_day_has_passed_can_be_given_anew(director):
    person = make_user()
    with time_machine.travel(timezone.now() - timedelta(days=30)):
        give(person, by=None, ends_on=today(1))

    give(person, by=director)

    assert person.grants.valid().count() == 1
    assert person.grants.filter(ended_at=None).count() == 1


def test_the_database_itself_refuses_two_at_once(director):
    person = make_user()
    give(person, by=director)
    give(person, "EDITOR", by=director)
    for facts in ({"role": "NEUTRAL", "programme": make_programme()}, {"role": "EDITOR"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            RoleGrant.objects.create(user=person, interest="none", **facts)


def test_ending_twice_is_ending_once(director):
    grant = give(make_user(), by=director)
    for _ in range(2):
        actions.end_role(grant_id=grant.pk, by=director)
    assert kinds().count(AuditEvent.ROLE_ENDED) == 1


def test_roles_bring_people_into_the_groups_of_the_cms_and_take_them_out(director):
    person = make_user()
    person.groups.add(Group.objects.create(name="Somebody else's group"))

    grant = give(person, "EDITOR", by=director)
    give(person, "COORDINATOR", by=director)
    with_roles = set(person.groups.values_list("name", flat=True))
    actions.end_role(grant_id=grant.pk, by=director)
    after = set(person.groups.values_list("name", flat=True))

    assert with_roles == {"Editors", "Fact checkers", "Somebody else's group"}
    assert after == {"Fact checkers", "Somebody else's group"}


def test_the_timer_ends_what_has_run_out_and_begins_what_starts(director):
    editor, moderator = make_user(), make_user()
    give(editor, "EDITOR", by=director, ends_on=today())
    give(moderator, "MODERATOR", by=director, starts_on=today(1))

    with time_machine.travel(timezone.now() + timedelta(days=1)):
        ended = [actions.settle_roles(), actions.settle_roles()]

    assert ended == [1, 0]
    assert editor.groups.count() == 0
    assert [group.name for group in moderator.groups.all()] == ["Moderators"]
