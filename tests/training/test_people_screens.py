"""The roster of training, one person, and their certifications, as the office sees them."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from portal.accounts.models import User
from portal.audit.models import AuditLink
from portal.mail.models import Mailing
from portal.mail.statuses import MailKind
from portal.roster.models import NeutralProfile
from portal.roster.queries import who_may_conduct
from tests.counting import full_cost
from tests.factories import make_staff, make_user, sign_in, verified
from tests.factories.training import (
    make_certification,
    make_course,
    make_credit,
    make_enrolment,
    make_learner,
    make_offering,
    make_requirement,
)
from training import actions
from training.models import Certification, Credit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("office")]
PEOPLE = "/portal/training/people/"


@pytest.fixture
def manager(client):
    user = make_staff("TRAINING_MANAGER")
    sign_in(client, user)
    return user


def names(response):
    return {line.learner.name for line, _unit in response.context["lines"]}


@pytest.fixture
def everybody():
    """One at each standing with the basic level, which asks for four hours."""
    today = timezone.localdate()
    make_requirement("BASIC", "HOURS", 4)
    people = {name: make_learner(name) for name in ("None", "Begun", "Ready", "Current", "Expired", "Revoked")}
    make_credit(people["Begun"], amount=4)
    make_credit(people["Ready"], amount=16)
    make_certification(people["Current"], expires_on=today + timedelta(days=20))
    make_certification(people["Expired"], expires_on=today - timedelta(days=1))
    make_certification(
        people["Revoked"], revoked_at=timezone.now(), revoked_by=make_staff(), revoked_reason="Never came"
    )
    return people


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("?standing=CURRENT&level=BASIC", {"Current"}),
        ("?standing=EXPIRED&level=BASIC", {"Expired"}),
        ("?standing=REVOKED", {"Revoked"}),
        ("?standing=READY", {"Ready"}),
        ("?standing=UNDER_WAY&level=BASIC", {"Begun"}),
        ("?standing=NONE", {"None"}),
        ("?standing=CURRENT&level=LEAD", set()),
        ("?within=30", {"Current"}),
        ("?within=30&level=LEAD", set()),
        ("?unit=LAW", {"Begun"}),
        ("?within=soon&standing=HAPPY&page=none", {"None", "Begun", "Ready", "Current", "Expired", "Revoked"}),
    ],
)
def test_the_roster_is_narrowed_by_what_stands_in_the_address(client, manager, office, everybody, asked, found):
    office.units = [*office.units, {"code": "LAW", "label": "Law school"}]
    office.save()
    client.post(f"{PEOPLE}{everybody['Begun'].pk}/change/", {"name": "Begun", "unit": "LAW"})

    assert names(client.get(PEOPLE + asked)) == found


def test_somebody_with_a_later_certification_is_not_about_to_end(client, manager, everybody):
    make_certification(
        everybody["Current"],
        granted_on=timezone.localdate(),
        expires_on=timezone.localdate() + timedelta(days=400),
    )

    assert names(client.get(f"{PEOPLE}?within=30")) == set()


def test_one_person_is_found_by_any_spelling_of_their_address_and_it_never_stands_in_ours(client, manager):
    learner = make_learner("Robin", "robin.vale@example.org")

    missing = client.post(f"{PEOPLE}find/", {"address": "nobody@example.org"})
    found = client.post(f"{PEOPLE}find/", {"address": " Robin.Vale+courses@EXAMPLE.org"})

    assert "Nobody with this address" in missing.content.decode()
    assert "nobody@example.org" in missing.content.decode()
    assert found.url == f"{PEOPLE}{learner.pk}/"


def test_a_person_is_credited_certified_and_taken_back_with_a_reason(client, manager):
    learner = make_learner("Robin")
    make_requirement("BASIC", "HOURS", 4)
    page = f"{PEOPLE}{learner.pk}/"
    hours = {"kind": "HOURS", "amount": "4.25", "category": "MEDIATION", "earned_on": "2026-05-03", "note": "At Elm"}

    client.post(f"{page}certify/BASIC/", {})
    assert Certification.objects.count() == 0
    client.post(f"{page}credit/", hours)
    client.post(f"{page}certify/BASIC/", {})
    held = Certification.objects.get()
    silent = client.post(f"{page}take-back/{held.pk}/", {"reason": ""})
    client.post(f"{page}take-back/{held.pk}/", {"reason": "The hours were somebody else's"})

    assert Credit.objects.get().amount == 17
    assert silent.status_code == 422
    held.refresh_from_db()
    assert held.is_revoked
    assert "taken back" in client.get(page).content.decode()


def test_a_renewal_is_a_new_certification(client, manager):
    learner = make_learner()
    make_requirement("BASIC", "HOURS", 4)
    make_credit(learner)
    old = make_certification(learner, expires_on=timezone.localdate() + timedelta(days=10))
    assert f"/certify/{old.level}/" in client.get(f"{PEOPLE}due/").content.decode()

    client.post(f"{PEOPLE}{learner.pk}/certify/BASIC/", {})

    new = Certification.objects.exclude(pk=old.pk).get()
    assert (new.renews, new.expires_on > old.expires_on) == (old, True)
    assert client.get(f"{PEOPLE}due/").context["due"].ending == []


def test_what_is_due_names_who_is_ready_and_whose_certification_ends(client, manager, everybody):
    due = client.get(f"{PEOPLE}due/").context["due"]

    assert [(level, learner.name) for level, learner in due.ready] == [("BASIC", "Ready")]
    ending = [(line.certification.learner.name, line.is_over, bool(line.left)) for line in due.ending]
    assert ending == [("Expired", True, True), ("Current", False, True)]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"amount": "1.1"}, "whole quarter hours"),
        ({"kind": "REFERENCE", "amount": "1.5"}, "whole quarter hours"),
        ({"kind": "MODULE", "amount": "1"}, "Which course was it?"),
        ({"earned_on": "2999-01-01"}, "has not come yet"),
        ({"earned_on": "yesterday"}, "valid date"),
        ({"amount": "many"}, "number"),
    ],
)
def test_a_credit_that_cannot_be_is_told_and_kept_as_typed(client, manager, change, words):
    learner = make_learner()
    facts = {"kind": "HOURS", "amount": "2", "earned_on": "2026-05-03", "note": "At the lake"} | change

    response = client.post(f"{PEOPLE}{learner.pk}/credit/", facts)

    assert response.status_code == 422
    assert words in response.content.decode()
    assert "At the lake" in response.content.decode()
    assert Credit.objects.count() == 0


def test_nobody_certifies_or_credits_themselves(client, manager):
    learner = make_learner()
    learner.user = manager
    learner.save()
    page = f"{PEOPLE}{learner.pk}/"

    assert client.get(page).status_code == 200
    assert [client.get(f"{page}{step}/").status_code for step in ("credit", "certify/BASIC")] == [404, 404]
    held = make_certification(learner)
    assert client.post(f"{page}take-back/{held.pk}/", {"reason": "x"}).status_code == 404


def test_a_name_is_corrected_and_a_unit_that_does_not_exist_is_refused(client, manager):
    learner = make_learner("Robn")
    page = f"{PEOPLE}{learner.pk}/change/"

    refused = client.post(page, {"name": "Robin", "unit": "MOON"})
    client.post(page, {"name": "Robin", "unit": ""})

    learner.refresh_from_db()
    assert (refused.status_code, learner.name) == (422, "Robin")
    assert "LEARNER_CHANGED" in set(AuditLink.objects.values_list("kind", flat=True))


def test_the_screens_about_people_cost_the_same_with_one_and_three(client, manager):
    make_requirement("BASIC", "HOURS", 4)
    course = make_course()

    def one_more(name):
        learner = make_learner(name)
        make_credit(learner, course=course)
        make_certification(learner, expires_on=timezone.localdate() + timedelta(days=9))
        make_enrolment(make_offering(course), learner)
        return learner

    first = one_more("One")
    pages = [PEOPLE, f"{PEOPLE}?level=BASIC&standing=CURRENT&within=90", f"{PEOPLE}due/", f"{PEOPLE}{first.pk}/"]
    costs = [full_cost(client, page) for page in pages]
    one_more("Two"), one_more("Three")
    for _number in range(2):
        make_enrolment(make_offering(course), first)
        make_credit(first, course=course)

    assert [full_cost(client, page) for page in pages] == costs
    assert max(costs) <= 16


def test_a_learner_who_will_be_a_neutral_is_invited_to_sign_in_and_stands_on_the_roster(client):
    director, learner = make_staff("DIRECTOR"), make_learner("Ada Maria Vale", "ada@example.org")
    sign_in(client, director)
    page = f"/portal/training/people/{learner.pk}/account/"
    assert 'value="Ada Maria"' in client.get(page).content.decode()

    refused = client.post(page, {"first_name": "Ada Maria", "last_name": ""})
    assert (refused.status_code, User.objects.filter(email="ada@example.org").count()) == (422, 0)
    client.post(page, {"first_name": "Ada Maria", "last_name": "Vale"})

    user = User.objects.get(email="ada@example.org")
    learner.refresh_from_db()
    assert (learner.user, user.has_usable_password(), user.grants.count()) == (user, False, 0)
    assert NeutralProfile.objects.get().user == user
    assert Mailing.objects.filter(kind=MailKind.STAFF_INVITATION).count() == 1
    assert client.post(page, {"first_name": "Ada", "last_name": "Vale"}).status_code == 404
    assert not who_may_conduct(process="MEDIATION", on=timezone.localdate()).exists()


def test_an_account_with_the_same_address_is_joined_and_not_made_twice():
    director, learner = verified(make_staff("DIRECTOR")), make_learner("Ada Vale", "ada@example.org")
    user = make_user(email="ada@example.org")

    for _twice in range(2):
        actions.give_account(learner_id=learner.pk, first_name="Ada", last_name="Vale", by=director)

    learner.refresh_from_db()
    assert (learner.user, NeutralProfile.objects.get().user) == (user, user)
    assert not Mailing.objects.filter(kind=MailKind.STAFF_INVITATION).exists()


def test_who_runs_courses_and_keeps_no_people_cannot_invite(client):
    manager, learner = make_staff("TRAINING_MANAGER"), make_learner("Ada Vale")
    sign_in(client, manager)

    assert client.get(f"/portal/training/people/{learner.pk}/account/").status_code == 404
    assert "The director invites them" in client.get(f"/portal/training/people/{learner.pk}/").content.decode()
    with pytest.raises(PermissionDenied):
        actions.give_account(learner_id=learner.pk, first_name="Ada", last_name="Vale", by=verified(manager))
