"""Reading the roster. `who_may_conduct` is the only answer to "who may conduct this, on that day?"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Any

from django.contrib.auth import get_user_model
from django.db.models import QuerySet

from portal.programmes.processes import definition

from .models import Credential, NeutralProfile, WeeklyHours
from .policies import can_see_roster
from .qualification import NotQualified, check_qualified, qualifies_for_privilege, why_not
from .statuses import Skill, Weekday
from .week import slots_of

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.accounts.viewer import Viewer

__all__ = ["NotQualified", "check_qualified", "qualifies_for_privilege", "who_may_conduct", "why_not"]

SOON = timedelta(days=60)


@dataclass(frozen=True)
class RosterLine:
    """One neutral as the list shows them."""

    neutral: NeutralProfile
    current: list[Credential]
    has_privilege: bool
    ends_soon: bool

    @property
    def skills(self) -> list[str]:
        return [str(label) for code, label in Skill.choices if any(one.skill == code for one in self.current)]

    @property
    def next_expiry(self) -> date | None:
        return min((one.expires_on for one in self.current if one.expires_on), default=None)


def who_may_conduct(process: str, on: date) -> QuerySet[User]:
    """Everybody who is trained and current for this process on this day, has signed the terms and can be asked."""
    skilled = Credential.objects.current(on).filter(skill=definition(process).skill)
    profiles = NeutralProfile.objects.can_be_asked().filter(pk__in=skilled.values("neutral"))
    return get_user_model().objects.filter(pk__in=profiles.values("user")).order_by("last_name", "first_name", "pk")


def roster(
    viewer: Viewer,
    *,
    on: date,
    skill: str = "",
    unit: str = "",
    tier: str = "",
    inactive: bool = False,
) -> list[RosterLine]:
    """The roster as a list."""
    profiles = NeutralProfile.objects.visible_to(viewer).select_related("user").prefetch_related("credentials")
    if not inactive:
        profiles = profiles.active()
    if unit:
        profiles = profiles.filter(user__unit=unit)
    if tier:
        profiles = profiles.filter(tier=tier)
    lines = [_line(profile, on) for profile in profiles]
    return [line for line in lines if not skill or any(one.skill == skill for one in line.current)]


def people_with_background(viewer: Viewer) -> QuerySet[User]:
    """Whose degrees and experience this person may read: everybody's for who sees the roster, else their own."""
    people = get_user_model().objects.all()
    return people if can_see_roster(viewer) else people.filter(pk=viewer.pk)  # type: ignore[arg-type]


def hours_in_words(neutral: NeutralProfile) -> list[tuple[str, str]]:
    """Each day of the usual week with its spans: ("Monday", "18:00 to 21:00")."""
    spans = list(neutral.weekly_hours.all())
    days = [(label, [span for span in spans if span.weekday == day]) for day, label in Weekday.choices]
    return [
        (str(label), ", ".join(f"{span.starts:%H:%M}–{span.ends:%H:%M}" for span in of_day)) for label, of_day in days
    ]


def week_grid(neutral: NeutralProfile) -> list[dict[str, Any]]:
    """The usual week as the grid of times shows it, a day with its half hours each."""
    spans = list(neutral.weekly_hours.all())
    return [
        {
            "label": label,
            "is_weekday": day <= Weekday.FRIDAY,
            "slots": [
                {"value": value, "label": value[2:], "is_chosen": _is_in(value, day, spans)} for value in slots_of(day)
            ],
        }
        for day, label in Weekday.choices
    ]


def _is_in(value: str, day: int, spans: list[WeeklyHours]) -> bool:
    start = time.fromisoformat(value[2:])
    return any(span.weekday == day and span.starts <= start < span.ends for span in spans)


def _line(profile: NeutralProfile, on: date) -> RosterLine:
    current = [one for one in profile.credentials.all() if one.is_current(on)]
    ends_soon = any(one.expires_on and one.expires_on <= on + SOON for one in current)
    return RosterLine(profile, current, qualifies_for_privilege(profile, on), ends_soon)
