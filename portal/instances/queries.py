"""The register, the report of what is missing, and one instance with its documents."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import QuerySet
from django.utils import timezone

from portal.cases.models import Matter
from portal.cases.statuses import MatterStatus
from portal.intake.models import Request
from portal.passes.models import Pass
from portal.screening.queries import matter_behind

from .checking import Line, lines_of
from .loading import Instance, load, load_one
from .policies import SEES_REGISTER, may_excuse, sees_register

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.accounts.viewer import Viewer
    from portal.cases.models import Case
    from portal.programmes.models import Programme


def registered(viewer: Viewer) -> QuerySet[Matter]:
    """Every instance that this viewer may look up, the newest first; none of a programme that destroys its records."""
    if isinstance(viewer, Pass):
        return Matter.objects.none()
    programmes = viewer.programmes_with(SEES_REGISTER)
    rows = Matter.objects.visible_to(viewer).filter(programme__in=programmes, programme__destroys_at_close=False)
    return rows.order_by("-first_contact_at", "pk")


@dataclass(frozen=True)
class RegisterLine:
    """One instance in a list: no names, for lists are looked at more often than a case."""

    instance: Instance
    lines: list[Line]

    @property
    def missing(self) -> list[Line]:
        return [line for line in self.lines if line.is_missing]

    @property
    def there(self) -> int:
        return sum(line.is_there for line in self.lines)

    @property
    def excused(self) -> int:
        return sum(line.excuse is not None for line in self.lines)

    @property
    def is_whole(self) -> bool:
        return not self.missing

    @property
    def is_closed(self) -> bool:
        return self.instance.matter.is_kept

    @property
    def closed_on(self) -> date | None:
        kept = getattr(self.instance.matter, "kept", None)
        return timezone.localdate(kept.closed_at) if kept else None


def register_lines(matters: QuerySet[Matter]) -> list[RegisterLine]:
    return [RegisterLine(one, lines_of(one)) for one in load(matters)]


@dataclass(frozen=True)
class Completeness:
    """Of all instances that are open: which of them miss what, and what share misses nothing."""

    programmes: list[Programme]
    open: int
    whole: int
    lacking: list[RegisterLine]
    closed: int

    @property
    def share(self) -> int | None:
        return round(100 * self.whole / self.open) if self.open else None


def completeness(viewer: Viewer) -> Completeness:
    rows = registered(viewer)
    lines = register_lines(rows.filter(status=MatterStatus.OPEN))
    lacking = [line for line in lines if not line.is_whole]
    # Those that have ended first: only their documents keep them from being closed.
    lacking.sort(key=lambda line: (not line.instance.is_ended, line.instance.began_at))
    programmes = {line.instance.matter.programme_id: line.instance.matter.programme for line in lines}
    closed = rows.filter(status=MatterStatus.KEPT).count()
    return Completeness(list(programmes.values()), len(lines), len(lines) - len(lacking), lacking, closed)


@dataclass(frozen=True)
class InstancePage:
    opened: Case | Request
    line: RegisterLine
    may_excuse: bool


def instance_page(viewer: User, reference: str) -> InstancePage | None:
    """The documents of one instance with the people's names; None when there is none for this viewer."""
    matter, opened = matter_behind(viewer, reference)
    if matter is None or opened is None or not sees_register(viewer, matter.programme):
        return None
    instance = load_one(matter, names_people=True)
    return InstancePage(opened, RegisterLine(instance, lines_of(instance)), may_excuse(viewer, matter))
