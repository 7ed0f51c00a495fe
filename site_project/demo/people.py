"""The invented people of the demo office, enrolled the way real ones are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta
from secrets import token_hex

from django.contrib.auth.hashers import make_password
from django.utils import timezone

from portal.accounts.actions import enrol, grant_role, invite_person
from portal.accounts.models import AccountInvitation, User
from portal.accounts.roles import ROLES
from portal.programmes.models import Programme
from portal.programmes.terms import end_of_term
from portal.roster.actions import add_neutral, grant_credential, set_weekly_hours

# Shown by `make run`; only a development database ever holds these accounts.
PASSWORD = "harbor lanterns at dusk"  # noqa: S105


@dataclass(frozen=True)
class Person:
    first: str
    last: str
    unit: str
    role: str
    office_wide: bool = False
    programme: str = "MEDIATION"

    @property
    def email(self) -> str:
        return f"{self.first}.{self.last}@example.edu".lower()


STAFF = (
    Person("Ruth", "Halloran", "", "DIRECTOR"),
    Person("Dana", "Okafor", "", "COORDINATOR"),
    Person("Luis", "Ferrer", "", "CASE_MANAGER"),
    Person("Greta", "Lindqvist", "", "TRAINING_MANAGER"),
    Person("Tomas", "Novak", "", "AUDITOR"),
    Person("Ivo", "Brandt", "HUM", "INTERN"),
    # They decide on plans and follow them, and open no case.
    Person("Chidi", "Eze", "", "CHAIR"),
    Person("Edda", "Lange", "", "CONDUCT_OFFICE"),
    # The Coordinator's programme has people of its own, who see nothing of the other one.
    Person("Imani", "Brooks", "", "DIRECTOR", programme="ADR"),
    Person("Noor", "Rahman", "", "COORDINATOR", programme="ADR"),
    Person("Felix", "Adler", "", "CASE_MANAGER", programme="ADR"),
    Person("Mina", "Sato", "", "EDITOR", office_wide=True),
    Person("Owen", "Price", "", "MODERATOR", office_wide=True),
    Person("Carla", "Reyes", "", "LEAD", office_wide=True),
)
NEUTRALS = (
    Person("Priya", "Nair", "LIB", "NEUTRAL"),
    Person("Jonas", "Thiel", "SCI", "NEUTRAL"),
    Person("Amara", "Diallo", "ENG", "NEUTRAL"),
    Person("Henry", "Castle", "LIB", "NEUTRAL"),
    Person("Sofia", "Marin", "HUM", "NEUTRAL"),
    Person("Kenji", "Mori", "ENG", "NEUTRAL"),
    Person("Nadia", "Haddad", "SCI", "NEUTRAL"),
    Person("Peter", "Voss", "ADMIN", "NEUTRAL"),
)
# Trained for circles as well.
CIRCLE_FACILITATORS = frozenset({"Amara", "Henry", "Sofia", "Kenji", "Nadia"})
EVERYBODY = STAFF + NEUTRALS


def person(first: str) -> User:
    """One of them as a user, by first name."""
    one = next(one for one in EVERYBODY if one.first == first)
    return User.objects.get(email=one.email)


def seed_people() -> None:
    programmes = {one.code: one for one in Programme.objects.all()}
    missing = [one for one in EVERYBODY if not User.objects.filter(email=one.email).exists()]
    # One hash for all: Argon2 is slow on purpose, and everybody here has the same password.
    password_hash = make_password(PASSWORD) if missing else ""
    for one in missing:
        _enrol(one, programmes[one.programme], password_hash)
    for place, one in enumerate(NEUTRALS):
        user = User.objects.get(email=one.email)
        if not hasattr(user, "neutral_profile"):
            _put_on_roster(user, lead=place % 2 == 0)
            if place % 2 == 0:
                _train_further(user)


def _enrol(one: Person, programme: Programme, password_hash: str) -> None:
    user = invite_person(email=one.email, by=None, first_name=one.first, last_name=one.last, unit=one.unit)
    invitation = AccountInvitation.objects.get(user=user, used_at=None)
    enrol(invitation_id=invitation.pk, password_hash=password_hash, secret=token_hex(20), moment=-1)
    grant_role(
        user_id=user.pk,
        role=one.role,
        programme=None if one.office_wide else programme,
        starts_on=timezone.localdate(),
        ends_on=end_of_term(timezone.localdate()) if ROLES[one.role].ends_with_term else None,
        interest="Their work in the demo office",
        by=None,
    )


def _put_on_roster(user: User, *, lead: bool) -> None:
    manager = person("Greta")
    profile = add_neutral(
        user=user,
        by=manager,
        tier="LEAD" if lead else "CO",
        about="Trained at Harborview. Listens first, then helps people find their own words.",
        terms_signed_on=timezone.localdate() - timedelta(days=400),
    )
    grant_credential(
        neutral=profile,
        skill="MEDIATION",
        granted_on=timezone.localdate() - timedelta(days=300),
        expires_on=date(timezone.localdate().year + 2, 6, 30),
        hours=40,
        evidence="Certificate of the basic course, seen by the training manager",
        by=manager,
    )
    if user.first_name in CIRCLE_FACILITATORS:
        grant_credential(
            neutral=profile,
            skill="RJ",
            granted_on=timezone.localdate() - timedelta(days=200),
            expires_on=date(timezone.localdate().year + 2, 6, 30),
            hours=24,
            evidence="Certificate of the course for circles, seen by the training manager",
            by=manager,
        )
    spans = [(weekday, time(9, 0), time(20, 0)) for weekday in range(7)]
    set_weekly_hours(neutral=profile, spans=spans, by=user)


def _train_further(user: User) -> None:
    """Leads coach and facilitate as well."""
    for skill, hours in (("COACHING", 24), ("FACILITATION", 16)):
        grant_credential(
            neutral=user.neutral_profile,
            skill=skill,
            granted_on=timezone.localdate() - timedelta(days=250),
            expires_on=date(timezone.localdate().year + 2, 6, 30),
            hours=hours,
            evidence="Certificate of the further course, seen by the training manager",
            by=person("Greta"),
        )
