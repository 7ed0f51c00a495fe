from datetime import date, timedelta

import pytest
from django.utils import timezone

from portal.roster import queries
from portal.roster.models import NeutralProfile
from portal.roster.queries import NotQualified
from tests.factories.people import make_staff, make_user
from tests.factories.roster import make_credential, make_neutral, make_profile
from tests.factories.signing_in import make_pass

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate


def conductors(process="MEDIATION", on=None):
    return set(queries.who_may_conduct(process, on or TODAY()))


def test_only_trained_current_active_people_who_signed_the_terms_may_conduct():
    mediator = make_neutral()
    make_neutral(skill="COACHING")
    expired = make_profile()
    make_credential(expired, granted_on=date(2020, 1, 1), expires_on=date(2021, 1, 1))
    revoked = make_profile()
    make_credential(revoked, revoked_at=timezone.now(), revoked_by=make_user(), revoked_reason="Left")
    make_credential(make_profile(terms_signed_on=None))
    make_credential(make_profile(is_active=False))
    make_neutral(is_active=False)
    make_profile()

    assert conductors() == {mediator}


def test_a_credential_counts_on_its_last_day_and_not_on_the_next():
    neutral = make_profile()
    credential = make_credential(neutral, expires_on=TODAY() + timedelta(days=10))

    assert conductors(on=credential.expires_on) == {neutral.user}
    assert conductors(on=credential.expires_on + timedelta(days=1)) == set()
    assert conductors(on=credential.granted_on - timedelta(days=1)) == set()


def test_every_reason_against_a_neutral_is_told():
    day = TODAY()
    fit, stranger = make_neutral(), make_user(first_name="Ada", last_name="Stranger")
    resting, unsigned, untrained = make_profile(is_active=False), make_profile(terms_signed_on=None), make_profile()
    ended, later, withdrawn = make_profile(), make_profile(), make_profile()
    make_credential(ended, granted_on=date(2020, 1, 1), expires_on=date(2021, 3, 1))
    make_credential(later, granted_on=day + timedelta(days=5), expires_on=None)
    make_credential(withdrawn, revoked_at=timezone.now(), revoked_by=make_user(), revoked_reason="Left")
    profiles = [resting, unsigned, untrained, ended, later, withdrawn]
    people = [fit, stranger, *(profile.user for profile in profiles)]

    with pytest.raises(NotQualified) as refusal:
        queries.check_qualified(people, process="MEDIATION", on=day)

    reasons = refusal.value.reasons
    assert set(reasons) == set(people) - {fit}
    assert reasons[stranger] == "Ada Stranger is not on the roster."
    assert "cannot be asked" in reasons[resting.user]
    assert "has not signed" in reasons[unsigned.user]
    assert "has no credential" in reasons[untrained.user]
    assert "has no credential" in reasons[withdrawn.user]
    assert "ended on Monday, 1 March 2021" in reasons[ended.user]
    assert "only from" in reasons[later.user]


def test_a_qualified_pair_passes():
    queries.check_qualified([make_neutral(), make_neutral()], process="MEDIATION", on=TODAY())


@pytest.mark.parametrize(
    ("hours", "route", "covered"),
    [(30, "FOUR_YEARS", True), (29, "FOUR_YEARS", False), (30, "NONE", False)],
)
def test_the_mediator_privilege_needs_thirty_hours_and_a_route(hours, route, covered):
    neutral = make_profile(privilege_route=route)
    make_credential(neutral, hours=hours)

    assert queries.qualifies_for_privilege(neutral, TODAY()) is covered


def test_the_list_is_filtered_and_shows_the_load_that_was_handed_in():
    coordinator = make_staff("COORDINATOR")
    engineer, scientist = make_neutral(unit="ENG"), make_neutral(unit="SCI", skill="COACHING")
    resting = make_profile(is_active=False)

    def listed(**filters):
        return {line.neutral.user for line in queries.roster(coordinator, on=TODAY(), **filters)}

    assert listed() == {engineer, scientist}
    assert listed(inactive=True) == {engineer, scientist, resting.user}
    assert listed(unit="ENG") == {engineer}
    assert listed(skill="COACHING") == {scientist}
    assert listed(tier="CO") == set()
    (line,) = queries.roster(coordinator, on=TODAY(), unit="ENG")
    assert (line.skills, line.has_privilege) == (["Mediation"], True)
    assert not line.ends_soon


def test_a_neutral_sees_only_their_own_line():
    neutral, _other = make_neutral(), make_neutral()

    assert [line.neutral.user for line in queries.roster(neutral, on=TODAY())] == [neutral]


def test_a_pass_sees_nobody_on_the_roster():
    make_neutral()

    assert list(NeutralProfile.objects.visible_to(make_pass().entry)) == []
