"""The life of a measure. Every step is one transaction that checks, changes, records and tells whom it concerns."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.accounts.models import RoleGrant, User
from portal.accounts.roles import ROLES, Permission
from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.cases.actions import MatterGone, TransitionRefused, check_channel, lock_case, lock_matter, touch
from portal.cases.models import Case, Participant
from portal.cases.statuses import Channel, TieAnswer
from portal.intake.actions import news
from portal.intake.models import Request
from portal.mail.actions import enqueue
from portal.mail.statuses import MailKind
from portal.passes.models import Pass
from portal.screening.actions import mark_to_screen_again
from portal.screening.statuses import Trigger

from .models import Measure, MeasureReview
from .policies import can_ask, can_decide, can_see_to
from .statuses import ONLY_WHERE_KEPT, RUNNING, YEARS_KEPT, Basis, MeasureKind, MeasureStatus, OwnerRole

if TYPE_CHECKING:
    from portal.accounts.viewer import Viewer

LONGEST = timedelta(days=180)
AGAIN_AFTER = timedelta(days=7)


@transaction.atomic
def ask_for_measure(
    *,
    whose: Participant | Request,
    kind: MeasureKind,
    wish: str,
    channel: Channel,
    by: Viewer,
    basis: Basis = Basis.POLICY,
) -> Measure:
    """Write down what somebody needs; those who decide hear of it.

    Raises PermissionDenied, MatterGone, or TransitionRefused where the law's years could not be kept.
    """
    matter = lock_matter(whose.vault_key)
    if not can_ask(by, whose, matter):
        raise PermissionDenied
    check_channel(channel, by)
    _check_kept(basis, destroys=matter.programme.destroys_at_close)
    person = {"participant": whose} if isinstance(whose, Participant) else {"request": whose}
    measure = Measure.objects.create(
        vault_key=matter.pk,
        matter=matter,
        kind=kind,
        basis=basis,
        wish=wish,
        channel=channel,
        recorded_by=None if isinstance(by, Pass) else by,
        **person,
    )
    record(AuditEvent.MEASURE_ASKED, actor=by, matter=matter, subject=measure, kind=str(kind))
    touch(matter)
    _tell(measure, Permission.DECIDE_MEASURES)
    return measure


def _check_kept(basis: Basis, *, destroys: bool) -> None:
    if destroys and basis in ONLY_WHERE_KEPT:
        words = _("This has to be kept for years, and this programme keeps nothing. It belongs in the other programme.")
        raise TransitionRefused(step="measure", words=words)


@transaction.atomic
def give_measure(
    *, measure_id: UUID, owner_role: OwnerRole, arrangement: str, reason: str, review_on: date, by: User
) -> Measure:
    """Decide that something is arranged, by whom, and when it is looked at. The case is screened again.

    Raises PermissionDenied, MatterGone or TransitionRefused.
    """
    measure = _lock_to_decide(measure_id, by)
    _check_review_day(review_on)
    measure.status, measure.owner_role, measure.review_on = MeasureStatus.DECIDED, owner_role, review_on
    measure.arrangement = arrangement
    _decided(measure, reason, by)
    _screen_again(measure, by)
    _tell_owners(measure)
    return measure


@transaction.atomic
def give_none(*, measure_id: UUID, reason: str, by: User) -> Measure:
    """Decide that nothing is arranged, and say why (R13). Raises PermissionDenied, MatterGone or TransitionRefused."""
    measure = _lock_to_decide(measure_id, by)
    if not reason.strip():
        raise TransitionRefused(step="decide", words=_("Say why nothing is arranged."))
    measure.status = MeasureStatus.NOT_GIVEN
    measure.keep_until = _kept_until(measure, timezone.localdate())
    _decided(measure, reason, by)
    return measure


def _lock_to_decide(measure_id: UUID, by: User) -> Measure:
    measure = lock_measure(measure_id)
    if not can_decide(by, measure):
        raise PermissionDenied
    if measure.status != MeasureStatus.REQUESTED:
        raise TransitionRefused(step="decide", words=_("This was decided already."))
    return measure


def _decided(measure: Measure, reason: str, by: User) -> None:
    measure.reason, measure.decided_by, measure.decided_at = reason, by, timezone.now()
    measure.save()
    facts = {"status": measure.status, "owner": measure.owner_role}
    record(AuditEvent.MEASURE_DECIDED, actor=by, matter=measure.matter, subject=measure, **facts)
    touch(measure.matter)
    _tell_person(measure)


def _screen_again(measure: Measure, by: User) -> None:
    """What is arranged between people changes what is safe between them."""
    if measure.matter.is_kept:
        return
    found = Case.objects.filter(matter=measure.matter).values_list("pk", flat=True).first()
    case = lock_case(found) if found else None
    if case is not None and case.is_open:
        mark_to_screen_again(case, Trigger.MEASURE, actor=by)


@transaction.atomic
def put_in_place(*, measure_id: UUID, on: date, by: User) -> Measure:
    """It is arranged now. Raises PermissionDenied, MatterGone or TransitionRefused."""
    measure = _lock_to_see_to(measure_id, by)
    if measure.status != MeasureStatus.DECIDED:
        raise TransitionRefused(step="place", words=str(measure.get_status_display()))
    _check_past(on)
    measure.status, measure.in_place_on = MeasureStatus.IN_PLACE, on
    measure.save()
    record(AuditEvent.MEASURE_IN_PLACE, actor=by, matter=measure.matter, subject=measure)
    touch(measure.matter)
    _tell_person(measure)
    return measure


@transaction.atomic
def review_measure(*, measure_id: UUID, held_on: date, words: str, review_on: date, by: User) -> MeasureReview:
    """Look whether it still fits, and say when next. Raises PermissionDenied, MatterGone or TransitionRefused."""
    measure = _lock_to_see_to(measure_id, by)
    _check_running(measure)
    _check_past(held_on)
    _check_review_day(review_on)
    review = MeasureReview.objects.create(
        vault_key=measure.vault_key, measure=measure, held_on=held_on, words=words, held_by=by
    )
    measure.status, measure.review_on, measure.reminded_on = MeasureStatus.REVIEWED, review_on, None
    measure.save()
    record(AuditEvent.MEASURE_REVIEWED, actor=by, matter=measure.matter, subject=measure, next=str(review_on))
    touch(measure.matter)
    return review


@transaction.atomic
def end_measure(*, measure_id: UUID, on: date, reason: str, by: User) -> Measure:
    """It is over; from that day the years count. Raises PermissionDenied, MatterGone or TransitionRefused."""
    measure = _lock_to_see_to(measure_id, by)
    _check_running(measure)
    _check_past(on)
    measure.status, measure.ended_on, measure.end_reason, measure.review_on = MeasureStatus.ENDED, on, reason, None
    measure.keep_until = _kept_until(measure, on)
    measure.save()
    record(AuditEvent.MEASURE_ENDED, actor=by, matter=measure.matter, subject=measure)
    touch(measure.matter)
    _tell_person(measure)
    return measure


def _kept_until(measure: Measure, day: date) -> date | None:
    """Nothing is kept where the programme keeps nothing: there it goes with the key."""
    if measure.matter.programme.destroys_at_close:
        return None
    # The 29th of February has no anniversary in most years.
    return date(day.year + YEARS_KEPT, day.month, min(day.day, 28) if day.month == 2 else day.day)


def _lock_to_see_to(measure_id: UUID, by: User) -> Measure:
    measure = lock_measure(measure_id)
    if not can_see_to(by, measure):
        raise PermissionDenied
    return measure


def lock_measure(measure_id: UUID) -> Measure:
    """The measure as it is now, its matter locked first. Raises MatterGone."""
    matter_id = Measure.objects.filter(pk=measure_id).values_list("matter_id", flat=True).first()
    if matter_id is None:
        raise MatterGone
    matter = lock_matter(matter_id, kept_too=True)
    measure = Measure.objects.select_related("participant__case", "request").get(pk=measure_id)
    measure.matter = matter
    return measure


def _check_running(measure: Measure) -> None:
    if measure.status not in RUNNING:
        raise TransitionRefused(step="measure", words=str(measure.get_status_display()))


def _check_past(day: date) -> None:
    if day > timezone.localdate():
        raise TransitionRefused(step="measure", words=_("That day has not come yet."))


def _check_review_day(day: date) -> None:
    today = timezone.localdate()
    if not today < day <= today + LONGEST:
        raise TransitionRefused(step="measure", words=_("Choose a day of review within the next half year."))


def _tell_person(measure: Measure) -> None:
    if (person := measure.participant or measure.request) is not None and not measure.matter.is_kept:
        news(person, key_id=measure.vault_key)


def remind_of_reviews() -> int:
    """For the timer: the day of review has come. Returns how many measures were brought to mind."""
    today = timezone.localdate()
    due = Measure.objects.open().filter(review_on__lte=today).exclude(reminded_on__gt=today - AGAIN_AFTER)
    return sum(_remind(pk) for pk in due.values_list("pk", flat=True))


@transaction.atomic
def _remind(measure_id: UUID) -> bool:
    try:
        measure = lock_measure(measure_id)
    except MatterGone:
        return False
    measure.reminded_on = timezone.localdate()
    measure.save(update_fields=["reminded_on"])
    _tell_owners(measure)
    return True


def _tell_owners(measure: Measure) -> None:
    _mail(measure, [measure.owner_role])


def _tell(measure: Measure, permission: Permission) -> None:
    _mail(measure, [code for code, role in ROLES.items() if permission in role.permissions])


def _mail(measure: Measure, roles: list[str]) -> None:
    """Something waits on the desk: the mail says no more."""
    grants = RoleGrant.objects.valid().filter(programme=measure.matter.programme_id, role__in=roles)
    tied = measure.matter.ties.filter(answer=TieAnswer.YES).values("person")
    for person in User.objects.active().filter(pk__in=grants.values("user")).exclude(pk__in=tied):
        enqueue(kind=MailKind.STAFF_NEWS, address=person.email, key_id=measure.vault_key)
