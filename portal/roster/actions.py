"""Every change to the roster."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record

from .models import Background, Credential, NeutralProfile, StandingTie, WeeklyHours
from .policies import can_change_page, can_grant, can_keep_background, can_manage_roster, can_see_paper
from .statuses import StandingTieKind
from .week import Span

if TYPE_CHECKING:
    from uuid import UUID

    from portal.accounts.models import User

# What neutrals say of themselves; the rest of their page says what the office knows of them.
OWN_FACTS = frozenset({"about", "pronouns", "languages"})
OFFICE_FACTS = frozenset(
    {"tier", "privilege_route", "terms_signed_on", "cases_at_once", "cases_a_month", "is_external", "is_active"}
)


@transaction.atomic
def add_neutral(*, user: User, by: User, **facts: Any) -> NeutralProfile:
    """Put somebody on the roster. They conduct nothing until a credential says what they were trained for."""
    if not can_manage_roster(by):
        raise PermissionDenied
    neutral = NeutralProfile(user=user, added_by=by, **facts)
    neutral.full_clean()
    neutral.save()
    record(AuditEvent.NEUTRAL_ADDED, actor=by, subject=neutral)
    return neutral


@transaction.atomic
def change_neutral(*, neutral_id: int, facts: Mapping[str, Any], by: User) -> NeutralProfile:
    neutral = NeutralProfile.objects.select_for_update().get(pk=neutral_id)
    if not can_change_page(by, neutral) or (set(facts) - OWN_FACTS and not can_manage_roster(by)):
        raise PermissionDenied
    unknown = set(facts) - OWN_FACTS - OFFICE_FACTS
    if unknown:
        raise ValueError(f"not a fact of a neutral: {sorted(unknown)}")
    changed = sorted(name for name, value in facts.items() if getattr(neutral, name) != value)
    for name in changed:
        setattr(neutral, name, facts[name])
    if changed:
        neutral.full_clean()
        neutral.save(update_fields=changed)
        record(AuditEvent.NEUTRAL_CHANGED, actor=by, subject=neutral, fields=changed)
    return neutral


def lock_neutrals(people: Iterable[UUID]) -> None:
    """Take turns with everybody who asks these neutrals, so that two at once pass no limit. In id order."""
    list(NeutralProfile.objects.select_for_update().filter(user__in=list(people)).order_by("pk"))


@transaction.atomic
def grant_credential(
    *,
    neutral: NeutralProfile,
    skill: str,
    granted_on: date,
    expires_on: date | None,
    hours: int,
    evidence: str,
    by: User,
) -> Credential:
    """Write down what somebody was trained for. Nobody can do that for themselves."""
    if not can_grant(by, neutral):
        raise PermissionDenied
    credential = Credential(
        neutral=neutral,
        skill=skill,
        granted_on=granted_on,
        expires_on=expires_on,
        hours=hours,
        evidence=evidence,
        granted_by=by,
    )
    credential.full_clean()
    credential.save()
    record(AuditEvent.CREDENTIAL_GRANTED, actor=by, subject=credential, skill=skill, until=expires_on)
    return credential


@transaction.atomic
def revoke_credential(*, credential_id: int, reason: str, by: User) -> Credential:
    """Take a credential back, from this moment on. A second time changes nothing."""
    credential = Credential.objects.select_for_update().select_related("neutral").get(pk=credential_id)
    if not can_grant(by, credential.neutral):
        raise PermissionDenied
    if credential.is_revoked:
        return credential
    if not reason.strip():
        raise ValidationError(_("Please say why."))
    credential.revoked_at, credential.revoked_by, credential.revoked_reason = timezone.now(), by, reason.strip()
    credential.save(update_fields=["revoked_at", "revoked_by", "revoked_reason"])
    record(AuditEvent.CREDENTIAL_ENDED, actor=by, subject=credential, skill=credential.skill)
    return credential


@transaction.atomic
def set_weekly_hours(*, neutral: NeutralProfile, spans: Sequence[Span], by: User) -> list[WeeklyHours]:
    """Replace the hours in which somebody usually has time. Each span is (weekday, start, end), in half hours."""
    if not can_change_page(by, neutral):
        raise PermissionDenied
    if any(moment.minute % 30 or moment.second for _day, *ends in spans for moment in ends):
        raise ValidationError(_("Hours start and end on the hour or the half hour."))
    spans = sorted(spans)
    if any(one[0] == other[0] and one[2] > other[1] for one, other in pairwise(spans)):
        raise ValidationError(_("Two of these times overlap."))
    neutral.weekly_hours.all().delete()
    made = [WeeklyHours(neutral=neutral, weekday=day, starts=starts, ends=ends) for day, starts, ends in spans]
    for row in made:
        row.full_clean()
        row.save()
    record(AuditEvent.HOURS_CHANGED, actor=by, subject=neutral, spans=len(made))
    return made


@transaction.atomic
def add_standing_tie(*, neutral: NeutralProfile, by: User, unit: str = "", person: User | None = None) -> StandingTie:
    """A unit or a colleague whose cases this neutral is never asked to conduct."""
    if not can_change_page(by, neutral):
        raise PermissionDenied
    kind = StandingTieKind.PERSON if person else StandingTieKind.UNIT
    tie = StandingTie(neutral=neutral, kind=kind, unit=unit, person=person, added_by=by)
    tie.full_clean()
    tie.save()
    record(AuditEvent.STANDING_TIE_DECLARED, actor=by, subject=tie, kind=kind)
    return tie


@transaction.atomic
def end_standing_tie(*, tie_id: int, by: User) -> None:
    tie = StandingTie.objects.select_for_update().select_related("neutral").get(pk=tie_id)
    if not can_change_page(by, tie.neutral):
        raise PermissionDenied
    record(AuditEvent.STANDING_TIE_ENDED, actor=by, subject=tie, kind=tie.kind)
    tie.delete()


@transaction.atomic
def add_background(*, person: User, by: User, **facts: Any) -> Background:
    """Write down a degree or experience. It informs and decides nothing; nobody has looked at the paper yet."""
    if not can_keep_background(by, person):
        raise PermissionDenied
    row = Background(person=person, added_by=by, **facts)
    row.full_clean()
    row.save()
    record(AuditEvent.BACKGROUND_CHANGED, actor=by, subject=row, kind_of=row.kind)
    return row


@transaction.atomic
def see_paper(*, background_id: int, by: User) -> Background:
    """The paper was looked at today. Nobody does that for themselves; a second time keeps the first day."""
    row = Background.objects.select_for_update(of=("self",)).select_related("person").get(pk=background_id)
    if not can_see_paper(by, row.person):
        raise PermissionDenied
    if row.seen_on is None:
        row.seen_on, row.seen_by = timezone.localdate(), by
        row.save(update_fields=["seen_on", "seen_by"])
        record(AuditEvent.BACKGROUND_CHANGED, actor=by, subject=row, seen=True)
    return row


@transaction.atomic
def remove_background(*, background_id: int, by: User) -> None:
    """Take a line out again. Twice is once."""
    row = Background.objects.select_for_update(of=("self",)).select_related("person").filter(pk=background_id).first()
    if row is None:
        return
    if not can_keep_background(by, row.person):
        raise PermissionDenied
    record(AuditEvent.BACKGROUND_CHANGED, actor=by, subject=row, removed=True)
    row.delete()
