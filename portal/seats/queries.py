"""The seats of a programme: who sits, who acts, and who does the work while nobody does (C39)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from portal.accounts.models import RoleGrant, User
from portal.accounts.roles import ROLES, SEATS, Permission, Role
from portal.cases.models import Case, Task
from portal.intake.models import Request
from portal.programmes.models import Programme

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass
class Seat:
    role: Role
    programme: Programme
    holders: list[RoleGrant] = field(default_factory=list)
    acting: list[RoleGrant] = field(default_factory=list)
    # Named for later.
    coming: list[RoleGrant] = field(default_factory=list)
    # Who does the work today: those who act, those who sit, whoever covers, or who it falls to.
    does_it: list[User] = field(default_factory=list)

    @property
    def is_vacant(self) -> bool:
        return not self.holders

    @property
    def is_attended(self) -> bool:
        """Somebody sits here or acts for it, and is here today."""
        return bool(_present(self.acting) or _present(self.holders))

    @property
    def falls_to(self) -> str:
        return str(ROLES[self.role.falls_to].label) if self.role.falls_to else ""


@dataclass(frozen=True)
class Waiting:
    """Somebody who is away, or no longer here, and what waits for them; no numbers, which would tell of cases."""

    person: User | None
    what: list[str]


@dataclass(frozen=True)
class ProgrammeSeats:
    programme: Programme
    seats: list[Seat]
    waiting: list[Waiting]


def seats_for(viewer: User) -> list[ProgrammeSeats]:
    """Of the programmes whose people this person manages, and of no other."""
    led = Programme.objects.filter(pk__in=viewer.programmes_with(Permission.MANAGE_PEOPLE))
    programmes = list(led)
    grants = RoleGrant.objects.filter(programme__in=programmes, ended_at=None, user__is_active=True)
    rows = list(grants.select_related("user__cover", "programme").order_by("starts_on", "pk"))
    mine = [[one for one in rows if one.programme_id == programme.pk] for programme in programmes]
    return [_of(programme, grants, viewer) for programme, grants in zip(programmes, mine, strict=True)]


def _of(programme: Programme, grants: list[RoleGrant], viewer: User) -> ProgrammeSeats:
    seats = {role.code: _seat(role, programme, [one for one in grants if one.role == role.code]) for role in SEATS}
    for seat in seats.values():
        seat.does_it = who_does(seat.role.code, seats)
    here = [one for one in _today(grants) if not one.user.is_away]
    return ProgrammeSeats(programme, list(seats.values()), _waiting(programme, here, viewer))


def _seat(role: Role, programme: Programme, grants: list[RoleGrant]) -> Seat:
    today = _today(grants)
    return Seat(
        role=role,
        programme=programme,
        holders=[one for one in today if not one.is_acting],
        acting=[one for one in today if one.is_acting],
        coming=[one for one in grants if one.starts_on > timezone.localdate()],
    )


def _today(grants: Iterable[RoleGrant]) -> list[RoleGrant]:
    day = timezone.localdate()
    return [one for one in grants if one.starts_on <= day and (one.ends_on is None or one.ends_on >= day)]


def _present(grants: Iterable[RoleGrant]) -> list[User]:
    return [one.user for one in grants if not one.user.is_away]


def who_does(code: str, seats: Mapping[str, Seat]) -> list[User]:
    """Who acts, sits, or covers; else whoever does the work of the seat that this one falls to. Empty: nobody."""
    seat = seats[code]
    covers = [one.user.cover for one in seat.holders if one.user.cover and not one.user.cover.is_away]
    found = _present(seat.acting) or _present(seat.holders) or covers
    if found or not seat.role.falls_to:
        return list(dict.fromkeys(found))
    return who_does(seat.role.falls_to, seats)


def _waiting(programme: Programme, here: list[RoleGrant], viewer: User) -> list[Waiting]:
    """Open work of those who are away or can no longer do it, so that somebody takes it over.

    None that a tie hides from the viewer: a hand-over takes it along all the same.
    """
    cases = Case.objects.visible_to(viewer).open().filter(programme=programme)
    requests = Request.objects.visible_to(viewer).open().filter(programme=programme, assigned_to__isnull=False)
    tasks = Task.objects.visible_to(viewer).open().filter(case__programme=programme)
    staff = {one.user_id for one in here if one.definition.opens_everything}
    kinds = (
        (_("Open cases"), set(cases.order_by().values_list("coordinator", flat=True)) - staff),
        (_("Open requests"), set(requests.order_by().values_list("assigned_to", flat=True)) - staff),
        (_("Tasks"), set(tasks.order_by().values_list("person", flat=True)) - {one.user_id for one in here}),
    )
    found: dict[UUID | None, list[str]] = defaultdict(list)
    for words, missing in kinds:
        for person in missing:
            found[person].append(words)
    people = User.objects.in_bulk([pk for pk in found if pk is not None])
    lines = [Waiting(people.get(pk) if pk else None, what) for pk, what in found.items()]
    return sorted(lines, key=lambda line: str(line.person or ""))


def possible_people(programme: Programme, *, besides: User | None = None) -> list[User]:
    """Who may take work over: whoever coordinates in this programme today."""
    grants = RoleGrant.objects.valid().filter(programme=programme, user__is_active=True).select_related("user")
    found = {one.user for one in grants if Permission.COORDINATE in one.permissions and one.user != besides}
    return sorted(found, key=lambda person: (person.last_name, person.first_name))
