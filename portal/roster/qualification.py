"""Why somebody may or may not conduct a process on a day, said so that a person can act on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from django.template.defaultfilters import date as written_date
from django.utils.translation import gettext as _

from portal.programmes.processes import definition

from .models import Credential, NeutralProfile
from .statuses import PrivilegeRoute, Skill

if TYPE_CHECKING:
    from portal.accounts.models import User

# State law: the privilege covers a mediator with so many hours of training, beside one of the routes.
PRIVILEGE_HOURS = 30


class NotQualified(Exception):
    """Some of these neutrals may not conduct this. `reasons` says why, person by person."""

    def __init__(self, reasons: dict[User, str]) -> None:
        self.reasons = reasons
        super().__init__(" ".join(reasons.values()))


def check_qualified(neutrals: Iterable[User], *, process: str, on: date) -> None:
    """Raises NotQualified unless each of them may conduct the process on that day."""
    people = list(neutrals)
    profiles = {
        profile.user_id: profile
        for profile in NeutralProfile.objects.filter(user__in=people)
        .select_related("user")
        .prefetch_related("credentials")
    }
    reasons = {person: why_not(person, profiles.get(person.pk), process=process, on=on) for person in people}
    refused = {person: reason for person, reason in reasons.items() if reason}
    if refused:
        raise NotQualified(refused)


def why_not(person: User, profile: NeutralProfile | None, *, process: str, on: date) -> str:
    """The reason why this person may not conduct it; "" when they may."""
    name = {"name": person.get_full_name()}
    if profile is None:
        return _("%(name)s is not on the roster.") % name
    if not (profile.is_active and person.is_active):
        return _("%(name)s cannot be asked at the moment.") % name
    if profile.terms_signed_on is None:
        return _("%(name)s has not signed the terms of service and confidentiality.") % name
    skill = Skill(definition(process).skill)
    of_skill = [one for one in profile.credentials.all() if one.skill == skill and not one.is_revoked]
    return _lacking(of_skill, on) % (name | {"skill": skill.label, "day": _edge(of_skill, on)})


def qualifies_for_privilege(profile: NeutralProfile, on: date) -> bool:
    """Whether the state's mediator privilege covers this person: enough hours of training, and a route."""
    credentials = [one for one in profile.credentials.all() if one.skill == Skill.MEDIATION and one.is_current(on)]
    return sum(one.hours for one in credentials) >= PRIVILEGE_HOURS and profile.privilege_route != PrivilegeRoute.NONE


def _lacking(of_skill: Sequence[Credential], on: date) -> str:
    if not of_skill:
        return _("%(name)s has no credential for this: %(skill)s.")
    if any(one.is_current(on) for one in of_skill):
        return ""
    if all(one.granted_on > on for one in of_skill):
        return _("The credential of %(name)s for %(skill)s holds only from %(day)s.")
    return _("The credential of %(name)s for %(skill)s ended on %(day)s.")


def _edge(of_skill: Sequence[Credential], on: date) -> str:
    """The day to name: the last one on which a credential held, or the first on which one will."""
    ended = [one.expires_on for one in of_skill if one.expires_on and one.expires_on < on]
    later = [one.granted_on for one in of_skill if one.granted_on > on]
    days = [max(ended)] if ended else sorted(later)[:1]
    return written_date(days[0], "l, j F Y") if days else ""
