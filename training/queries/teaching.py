"""Who could teach, and how much everybody teaches already."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet
from django.utils import timezone

from portal.accounts.models import User
from training.levels import Level
from training.models import Certification, Meeting, Offering, TrainerAssignment
from training.statuses import OfferingStatus

# How far the workload looks ahead, and back.
AHEAD = timedelta(days=90)
_HELD = (OfferingStatus.DRAFT, OfferingStatus.OPEN, OfferingStatus.FINISHED)


@dataclass(frozen=True)
class TrainerLoad:
    """How much somebody teaches in the ninety days to come, and taught in those before."""

    trainer: User
    is_certified: bool
    courses: int
    hours_ahead: float
    hours_behind: float

    @property
    def words(self) -> str:
        return f"{self.trainer} ({self.hours_ahead:g} h)"


def trainers_on(offering: Offering) -> list[TrainerAssignment]:
    return list(TrainerAssignment.objects.filter(offering=offering).select_related("trainer"))


def who_could_teach() -> QuerySet[User]:
    """Certified trainers, everybody on the roster of neutrals, and whoever has taught here."""
    certified = Certification.objects.current(timezone.localdate()).filter(level=Level.TRAINER)
    known = Q(neutral_profile__is_active=True) | Q(pk__in=certified.values("learner__user")) | Q(teaches__isnull=False)
    return get_user_model().objects.active().filter(known).distinct().by_name()


def workload() -> list[TrainerLoad]:
    """Everybody who could teach, the least busy first. Constant queries however many people."""
    now = timezone.now()
    near = Meeting.objects.filter(
        starts_at__gt=now - AHEAD, starts_at__lt=now + AHEAD, offering__status__in=_HELD
    ).values_list("offering__trainers__trainer", "offering", "starts_at", "ends_at")
    taught: dict[UUID, list[tuple]] = {}
    for trainer, offering, starts, ends in near:
        taught.setdefault(trainer, []).append((offering, starts, ends))
    certified = set(
        Certification.objects.current(timezone.localdate())
        .filter(level=Level.TRAINER)
        .values_list("learner__user", flat=True)
    )
    loads = [_load(one, taught.get(one.pk, []), one.pk in certified) for one in who_could_teach()]
    return sorted(loads, key=lambda load: (load.hours_ahead, str(load.trainer)))


def _load(trainer: User, meetings: list[tuple], is_certified: bool) -> TrainerLoad:
    now = timezone.now()
    hours = [(offering, starts > now, (ends - starts).total_seconds() / 3600) for offering, starts, ends in meetings]
    return TrainerLoad(
        trainer=trainer,
        is_certified=is_certified,
        courses=len({offering for offering, ahead, _hours in hours if ahead}),
        hours_ahead=sum(much for _offering, ahead, much in hours if ahead),
        hours_behind=sum(much for _offering, ahead, much in hours if not ahead),
    )
