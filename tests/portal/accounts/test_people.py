import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django_otp.plugins.otp_totp.models import TOTPDevice

from portal.accounts import actions, open_work
from portal.accounts.models import StaffSession, User
from portal.accounts.roles import Permission
from portal.audit.events import AuditEvent
from tests.factories import make_device, make_programme, make_staff, make_user
from tests.portal.accounts.steps import give, kinds, today

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("office")]


def test_an_account_is_not_closed_while_open_work_waits(director, monkeypatch):
    monkeypatch.setattr(open_work, "_SOURCES", [lambda _user, _programme: ["Coordinates one case."]])
    person = make_staff("COORDINATOR")

    with pytest.raises(actions.NotPossible, match="Coordinates one case"):
        actions.deactivate_person(user_id=person.pk, by=director)

    person.refresh_from_db()
    assert person.is_active


def test_a_closed_account_keeps_its_name_and_can_be_opened_again(director):
    person = make_staff("EDITOR")
    actions.deactivate_person(user_id=person.pk, by=director)
    closed = User.objects.get(pk=person.pk)

    actions.reactivate_person(user_id=person.pk, by=director)

    assert not closed.is_active
    assert str(closed) == str(person)
    assert User.objects.get(pk=person.pk).may(Permission.USE_CMS)
    assert person.groups.count() == 1
    assert kinds() == [AuditEvent.STAFF_DEACTIVATED, AuditEvent.STAFF_REACTIVATED]


def test_nobody_closes_their_own_account(director):
    with pytest.raises(PermissionDenied):
        actions.deactivate_person(user_id=director.pk, by=director)


def test_people_cannot_be_deleted_from_under_their_work(director):
    person = make_user()
    give(person, by=director)
    from django.db.models import ProtectedError

    with pytest.raises(ProtectedError):
        director.delete()
    with pytest.raises(ProtectedError):
        person.delete()


def test_a_reset_takes_factor_and_sessions_and_sends_a_way_back(director):
    person = make_staff("NEUTRAL")
    make_device(person)
    StaffSession.objects.create(user=person, session_key="x")

    actions.reset_factor(user_id=person.pk, by=director)

    assert not TOTPDevice.objects.filter(user=person).exists()
    assert not person.sign_ins.open().exists()
    assert person.invitations.usable("ENROL").count() == 1
    assert AuditEvent.FACTOR_RESET in kinds()


def test_away_until_with_a_cover_and_back_again(director):
    person, cover = make_staff("COORDINATOR"), make_user()

    actions.set_away(user_id=person.pk, until=today(7), cover=cover, by=person)
    away = User.objects.get(pk=person.pk)
    actions.set_away(user_id=person.pk, until=None, cover=cover, by=director)
    back = User.objects.get(pk=person.pk)

    assert (away.is_away, away.cover) == (True, cover)
    assert (back.is_away, back.cover) == (False, None)


def test_away_is_said_by_oneself_or_by_those_who_manage_people():
    with pytest.raises(PermissionDenied):
        actions.set_away(user_id=make_user().pk, until=today(1), cover=None, by=make_staff("COORDINATOR"))


@pytest.mark.parametrize("state", ["works there", "comes later", "closed"])
def test_nobody_reaches_into_another_programme_not_even_before_or_after_somebody_works_there(state):
    other = make_staff("DIRECTOR", programme=make_programme("ADR", destroys_at_close=False))
    person = make_staff("COORDINATOR")
    if state == "comes later":
        person.grants.update(starts_on=today(3))
    if state == "closed":
        User.objects.filter(pk=person.pk).update(is_active=False)
    facts = {"user_id": person.pk, "by": other}

    for step in (actions.reset_factor, actions.deactivate_person, actions.reactivate_person):
        with pytest.raises(PermissionDenied):
            step(**facts)
    with pytest.raises(PermissionDenied):
        actions.set_away(until=today(7), cover=make_user(), **facts)


def test_nobody_covers_for_themselves(director):
    person = make_user()
    with pytest.raises(actions.NotPossible):
        actions.set_away(user_id=person.pk, until=today(1), cover=person, by=director)
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.filter(pk=person.pk).update(cover=person.pk)
