"""What people thought of a course: counted at once, and kept of nobody."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record
from training.models import EvaluationTally
from training.statuses import Question

from .enrolling import locked
from .places import Refused


@transaction.atomic
def evaluate_course(*, enrolment_id: UUID, scores: Mapping[str, int]) -> None:
    """Count somebody's four answers, once. Of them themselves only that they answered is kept. Raises Refused."""
    enrolment = locked(enrolment_id)
    if enrolment.has_evaluated:
        return
    if not enrolment.can_evaluate(timezone.now()):
        raise Refused(_("This form is open for two weeks after a course, to those who were there."))
    if set(scores) != set(Question.values) or any(score not in range(1, 6) for score in scores.values()):
        raise Refused(_("Please answer each question."))
    for question, score in scores.items():
        row, _is_new = EvaluationTally.objects.get_or_create(
            offering=enrolment.offering, question=question, score=score
        )
        EvaluationTally.objects.filter(pk=row.pk).update(answers=F("answers") + 1)
    enrolment.has_evaluated = True
    enrolment.save(update_fields=["has_evaluated"])
    # Neither who, nor what: the time of the event would join the two.
    record(AuditEvent.COURSE_EVALUATED, actor=None, subject=enrolment.offering)
