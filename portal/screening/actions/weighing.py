"""Answering the criteria for one allegation: each may fit another way (C11)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.cases.actions import TransitionRefused, lock_matter, touch
from portal.programmes.processes import PROCESSES

from ..models import Allegation, Weighing
from ..policies import may_screen
from ..queries import NoRubric, fit_of, rubric_in_use

if TYPE_CHECKING:
    from portal.accounts.models import User

Scores = Mapping[str, Mapping[str, int]]


@transaction.atomic
def weigh_allegation(*, allegation_id: UUID, scores: Scores, people: Sequence[Sequence[str]], by: User) -> Weighing:
    """Keep the scores of one allegation and what they advise for each process.

    Raises PermissionDenied, MatterGone, or TransitionRefused where criteria are not weighed or nothing was scored.
    """
    row = Allegation.objects.get(pk=allegation_id)
    matter = lock_matter(row.matter_id)
    if not may_screen(by, matter):
        raise PermissionDenied
    if row.barred_on is not None:
        raise TransitionRefused(step="weigh", words=_("This allegation was settled by a signed agreement."))
    try:
        rubric = rubric_in_use(matter.programme)
    except NoRubric as missing:
        raise TransitionRefused(step="weigh", words=_("No rubric is in use.")) from missing
    known = _known(scores, {one.code for one in rubric.criteria.all()} if matter.programme.weighted_criteria else set())
    if not known:
        raise TransitionRefused(step="weigh", words=_("Score at least one criterion."))
    weighing = Weighing.objects.create(
        vault_key=matter.pk,
        matter=matter,
        allegation=row,
        rubric=rubric,
        answers={"scores": known, "people": [list(one) for one in people]},
        bands={code: fit_of(rubric, code, scores=known, people=people).band for code in PROCESSES},
        weighed_by=by,
    )
    record(AuditEvent.ALLEGATION_WEIGHED, actor=by, matter=matter, subject=weighing, bands=weighing.bands)
    touch(matter)
    return weighing


def _known(scores: Scores, codes: set[str]) -> dict[str, dict[str, int]]:
    return {code: dict(given) for code, given in scores.items() if code in codes and given}
