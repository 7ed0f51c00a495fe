"""One person's place in line, as their own page tells it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import F
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from portal.passes.models import Pass
from training.links import evaluation_path
from training.models import CohortMessage, Enrolment, Learner
from training.statuses import EnrolmentStatus


@dataclass(frozen=True)
class PlaceView:
    """What somebody sees of one enrolment. `position` counts from 1 and is 0 when they are in no line."""

    enrolment: Enrolment
    position: int
    why: str
    can_answer: bool
    can_leave: bool
    letters: list[CohortMessage] = field(default_factory=list)
    evaluation_path: str = ""

    @property
    def tag(self) -> tuple[str, str]:
        """The word and the kind of its mark (see components/tag.html)."""
        status = EnrolmentStatus(self.enrolment.status)
        if status == EnrolmentStatus.OFFERED and not self.can_answer:
            status = EnrolmentStatus.LAPSED
        return str(status.label), _KINDS.get(status, "empty")


_KINDS = {
    EnrolmentStatus.CONFIRMED: "go",
    EnrolmentStatus.COMPLETED: "go",
    EnrolmentStatus.OFFERED: "now",
    EnrolmentStatus.WAITING: "wait",
    EnrolmentStatus.APPLIED: "wait",
    EnrolmentStatus.CANCELLED: "late",
}


def place_of(enrolment: Enrolment) -> PlaceView:
    """One place. Its offering is read now, so the position is the one of this moment."""
    return places_of([enrolment])[0]


def places_of(enrolments: Sequence[Enrolment]) -> list[PlaceView]:
    """Several of one learner, in one more query for all their lines."""
    now = timezone.now()
    lines = _lines({one.offering_id for one in enrolments if one.status == EnrolmentStatus.WAITING})
    letters = _letters(enrolments)
    views = []
    for one in enrolments:
        line = lines.get(one.offering_id, [])
        position = line.index(one.pk) + 1 if one.pk in line else 0
        live = one.is_live(now)
        why, path = _why(one, position, live), evaluation_path(one.pk) if one.can_evaluate(now) else ""
        views.append(PlaceView(one, position, why, one.offer_stands(now), live, letters.get(one.pk, []), path))
    return views


def home_of(entry: Pass) -> str | None:
    """The first page of a learner's pass; None for everybody else's."""
    return reverse("training:my_training") if Learner.objects.filter(entry=entry).exists() else None


def own_enrolments(learner: Learner) -> list[Enrolment]:
    """All of somebody's enrolments, newest first, ready to show."""
    rows = learner.enrolments.select_related("offering__course", "learner").prefetch_related("offering__meetings")
    return list(rows.order_by("-enrolled_at"))


def _lines(offering_ids: set[int]) -> dict[int, list[UUID]]:
    lines: dict[int, list[UUID]] = {}
    if offering_ids:
        rows = Enrolment.objects.waiting().filter(offering__in=offering_ids)
        for offering_id, pk in rows.values_list("offering", "pk"):
            lines.setdefault(offering_id, []).append(pk)
    return lines


def _letters(enrolments: Sequence[Enrolment]) -> dict[UUID, list[CohortMessage]]:
    """What the office wrote to everybody of a course, by enrolment, newest first."""
    ids = [one.pk for one in enrolments]
    found: dict[UUID, list[CohortMessage]] = {}
    rows = CohortMessage.objects.to_read().filter(readers__in=ids).annotate(reader=F("readers__pk"))
    for letter in rows:
        found.setdefault(letter.reader, []).append(letter)
    return found


def _why(enrolment: Enrolment, position: int, live: bool) -> str:
    """Where this stands, and why it is not further yet."""
    if enrolment.status == EnrolmentStatus.WAITING:
        return _why_waiting(position)
    if enrolment.status == EnrolmentStatus.OFFERED and live:
        until = date_format(timezone.localtime(enrolment.offer_expires_at), "l, j F, H:i")
        return gettext("A place is free for you until %(until)s. After that it goes to the next person.") % {
            "until": until
        }
    return str(_WHY.get(EnrolmentStatus(enrolment.status), _WHY[EnrolmentStatus.LAPSED]))


def _why_waiting(position: int) -> str:
    ahead = position - 1
    if ahead <= 0:
        return gettext("You are next: all places are taken, or on offer to somebody who may still say no.")
    words = ngettext(
        "All places are taken, and %(count)d person is ahead of you. You move up when somebody leaves.",
        "All places are taken, and %(count)d people are ahead of you. You move up when somebody leaves.",
        ahead,
    )
    return words % {"count": ahead}


_WHY = {
    EnrolmentStatus.APPLIED: _("Somebody at the office reads your application. You hear from us either way."),
    EnrolmentStatus.CONFIRMED: _(
        "You have a place. Cannot come after all? Please give it back, so that somebody else can come."
    ),
    EnrolmentStatus.COMPLETED: _("You have completed this course."),
    EnrolmentStatus.PARTLY: _("You were there for a part of it. Your hours count; the course itself does not yet."),
    EnrolmentStatus.NO_SHOW: _("We did not see you. Was there a reason? Call us, and we look for other dates."),
    EnrolmentStatus.NOT_ADMITTED: _("We could not give you a place this time."),
    EnrolmentStatus.DECLINED: _("You let this place go. Thank you for telling us: somebody else has it now."),
    EnrolmentStatus.LAPSED: _("The offer ran out, and the place went to the next person. You can join the list again."),
    EnrolmentStatus.WITHDRAWN: _("You left. If you change your mind while enrolment is open, enrol again."),
    EnrolmentStatus.TRANSFERRED: _("You moved to other dates."),
    EnrolmentStatus.CANCELLED: _("This course does not take place. Nothing is asked of you."),
}
