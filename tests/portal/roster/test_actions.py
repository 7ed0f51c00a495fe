from datetime import date, time

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from portal.audit.models import AuditLink
from portal.roster import actions
from portal.roster.models import Credential, NeutralProfile, StandingTie
from tests.factories.people import make_staff, make_user
from tests.factories.roster import make_credential, make_profile

pytestmark = pytest.mark.django_db


def kinds():
    return list(AuditLink.objects.order_by("seq").values_list("kind", flat=True))


def test_the_roster_is_kept_by_those_who_may():
    manager, person = make_staff("TRAINING_MANAGER"), make_user()

    neutral = actions.add_neutral(user=person, by=manager, about="Mediates since 2019.", tier="LEAD")

    assert NeutralProfile.objects.get() == neutral
    assert kinds() == ["NEUTRAL_ADDED"]
    with pytest.raises(PermissionDenied):
        actions.add_neutral(user=make_user(), by=make_staff("CASE_MANAGER"))


def test_neutrals_change_their_own_words_and_not_what_the_office_knows():
    neutral = make_profile(tier="CO")

    actions.change_neutral(neutral_id=neutral.pk, facts={"about": "I listen."}, by=neutral.user)
    actions.change_neutral(neutral_id=neutral.pk, facts={"about": "I listen."}, by=neutral.user)

    neutral.refresh_from_db()
    assert neutral.about == "I listen."
    assert kinds() == ["NEUTRAL_CHANGED"]
    with pytest.raises(PermissionDenied):
        actions.change_neutral(neutral_id=neutral.pk, facts={"tier": "LEAD"}, by=neutral.user)
    with pytest.raises(PermissionDenied):
        actions.change_neutral(neutral_id=neutral.pk, facts={"about": "?"}, by=make_profile().user)
    with pytest.raises(ValueError, match="user"):
        actions.change_neutral(neutral_id=neutral.pk, facts={"user": 1}, by=make_staff("TRAINING_MANAGER"))


def grant(neutral, by, **facts):
    usual = {
        "skill": "MEDIATION",
        "granted_on": date(2026, 1, 1),
        "expires_on": date(2028, 1, 1),
        "hours": 40,
        "evidence": "Certificate 12",
    }
    return actions.grant_credential(neutral=neutral, by=by, **(usual | facts))


def test_nobody_vouches_for_themselves():
    manager = make_staff("TRAINING_MANAGER")
    own, other = make_profile(manager), make_profile()

    credential = grant(other, manager)

    assert Credential.objects.get() == credential
    assert kinds() == ["CREDENTIAL_GRANTED"]
    with pytest.raises(PermissionDenied):
        grant(own, manager)
    with pytest.raises(PermissionDenied):
        grant(other, other.user)


@pytest.mark.parametrize(
    "facts", [{"expires_on": date(2025, 1, 1)}, {"hours": 0}, {"evidence": ""}, {"skill": "JUGGLING"}]
)
def test_a_credential_that_cannot_be_right_is_refused(facts):
    with pytest.raises(ValidationError):
        grant(make_profile(), make_staff("TRAINING_MANAGER"), **facts)


def test_the_database_itself_refuses_a_credential_without_end_or_evidence():
    neutral = make_profile()

    for facts in ({"expires_on": date(2020, 1, 1)}, {"evidence": ""}, {"revoked_reason": "Left"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            make_credential(neutral, **facts)


def test_a_credential_is_taken_back_once_with_a_reason():
    manager, credential = make_staff("TRAINING_MANAGER"), make_credential(make_profile())

    with pytest.raises(ValidationError):
        actions.revoke_credential(credential_id=credential.pk, reason=" ", by=manager)
    actions.revoke_credential(credential_id=credential.pk, reason="Moved away", by=manager)
    actions.revoke_credential(credential_id=credential.pk, reason="Again", by=manager)

    credential.refresh_from_db()
    assert (credential.is_revoked, credential.revoked_reason) == (True, "Moved away")
    assert kinds() == ["CREDENTIAL_ENDED"]
    with pytest.raises(PermissionDenied):
        actions.revoke_credential(credential_id=credential.pk, reason="?", by=make_staff("CASE_MANAGER"))


def test_neutrals_set_their_own_hours():
    neutral = make_profile()
    evening = (2, time(18), time(21, 30))

    actions.set_weekly_hours(neutral=neutral, spans=[(0, time(8), time(12))], by=neutral.user)
    actions.set_weekly_hours(neutral=neutral, spans=[evening], by=neutral.user)

    assert [(row.weekday, row.starts, row.ends) for row in neutral.weekly_hours.all()] == [evening]
    assert kinds() == ["HOURS_CHANGED", "HOURS_CHANGED"]
    with pytest.raises(PermissionDenied):
        actions.set_weekly_hours(neutral=neutral, spans=[], by=make_profile().user)


@pytest.mark.parametrize(
    "spans",
    [
        [(0, time(7), time(9))],
        [(0, time(21), time(22, 30))],
        [(0, time(9, 15), time(10))],
        [(0, time(10), time(10))],
        [(7, time(10), time(11))],
        [(0, time(9), time(12)), (0, time(11), time(13))],
    ],
)
def test_hours_outside_the_hours_of_sessions_change_nothing(spans):
    neutral = make_profile()
    before = actions.set_weekly_hours(neutral=neutral, spans=[(1, time(9), time(10))], by=neutral.user)

    with pytest.raises(ValidationError), transaction.atomic():
        actions.set_weekly_hours(neutral=neutral, spans=spans, by=neutral.user)

    assert list(neutral.weekly_hours.all()) == before


def test_standing_ties_are_declared_and_ended():
    neutral, colleague = make_profile(), make_user()

    to_unit = actions.add_standing_tie(neutral=neutral, unit="ENG", by=neutral.user)
    to_person = actions.add_standing_tie(neutral=neutral, person=colleague, by=make_staff("TRAINING_MANAGER"))
    actions.end_standing_tie(tie_id=to_unit.pk, by=neutral.user)

    assert list(StandingTie.objects.all()) == [to_person]
    assert kinds() == ["STANDING_TIE_DECLARED", "STANDING_TIE_DECLARED", "STANDING_TIE_ENDED"]
    for refused in (
        lambda: actions.add_standing_tie(neutral=neutral, unit="ENG", by=colleague),
        lambda: actions.end_standing_tie(tie_id=to_person.pk, by=colleague),
    ):
        with pytest.raises(PermissionDenied):
            refused()


def test_a_tie_to_nothing_or_twice_to_the_same_is_refused():
    neutral = make_profile()
    actions.add_standing_tie(neutral=neutral, unit="ENG", by=neutral.user)

    for unit in ("", "ENG"):
        with pytest.raises(ValidationError), transaction.atomic():
            actions.add_standing_tie(neutral=neutral, unit=unit, by=neutral.user)
