from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, RegexValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.documents.statuses import VersionStatus
from portal.documents.versions import version_constraints
from portal.programmes.processes import PROCESSES

from ..querysets import ItemQuerySet, RubricQuerySet
from ..statuses import BLOCKING, Effect, LiftedBy, LowMeans, Safeguard

HEAVIEST = 20
BEST = 4


class RubricVersion(models.Model):
    """One version of a programme's rubric. In use it never changes; screenings stay pinned to theirs."""

    programme = models.ForeignKey("portal.Programme", on_delete=models.PROTECT, related_name="rubrics")
    version = models.PositiveSmallIntegerField(_("version"))
    status = models.CharField(max_length=20, choices=VersionStatus.choices, default=VersionStatus.DRAFT)
    reason = models.TextField(_("why this version"), max_length=2000, blank=True)
    # Whole percent: from where a band begins, and how much of the weight has to be answered.
    suitable_from = models.PositiveSmallIntegerField(default=70, validators=[MaxValueValidator(100)])
    safeguards_from = models.PositiveSmallIntegerField(default=50, validators=[MaxValueValidator(100)])
    answered_from = models.PositiveSmallIntegerField(default=80, validators=[MaxValueValidator(100)])
    # Rises with every change of the draft: what was read is what is approved.
    edition = models.PositiveIntegerField(default=0)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    written_at = models.DateTimeField(default=timezone.now)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    approved_at = models.DateTimeField(null=True, blank=True)

    objects = RubricQuerySet.as_manager()

    class Meta:
        ordering = ["programme", "-version"]
        constraints = [
            *version_constraints("rubric", ("programme",)),
            models.CheckConstraint(
                name="rubric_bands_stand_in_order",
                condition=models.Q(safeguards_from__lte=models.F("suitable_from")),
            ),
            models.CheckConstraint(
                name="rubric_says_why_exactly_when_approved",
                condition=models.Q(status=VersionStatus.DRAFT) | ~models.Q(reason=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.programme}, {self.version}"

    @property
    def is_draft(self) -> bool:
        return self.status == VersionStatus.DRAFT


@dataclass(frozen=True)
class Cell:
    """What one stop does to one process."""

    effect: str = Effect.OK
    lifted_by: str = LiftedBy.NONE
    words: str = ""
    safeguards: tuple[str, ...] = ()

    @property
    def needs_lifting(self) -> bool:
        return self.effect in BLOCKING or self.lifted_by != LiftedBy.NONE

    @property
    def effect_label(self) -> str:
        return str(Effect(self.effect).label)

    @property
    def lifted_by_label(self) -> str:
        return str(LiftedBy(self.lifted_by).label)


class RubricItem(models.Model):
    """A line of the rubric: its code stays the same from version to version."""

    code = models.CharField(
        max_length=6, validators=[RegexValidator(r"^[SW]\d{1,3}$", _("A letter and a number, such as W19."))]
    )
    position = models.PositiveSmallIntegerField()
    words = models.CharField(max_length=300)
    hint = models.CharField(max_length=400, blank=True)
    is_retired = models.BooleanField(default=False)

    objects = ItemQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["position"]

    def __str__(self) -> str:
        return f"{self.code} {self.words}"


class RubricStop(RubricItem):
    """A question that comes first: if it applies, it rules a process out, holds it up or limits its forms."""

    rubric = models.ForeignKey(RubricVersion, on_delete=models.CASCADE, related_name="stops")
    # {"MEDIATION": {"effect", "lifted_by", "words", "safeguards"}}: a process without an entry is not touched.
    effects = models.JSONField(default=dict, blank=True)

    class Meta(RubricItem.Meta):
        constraints = [
            models.UniqueConstraint(fields=["rubric", "code"], name="a_stop_stands_once_in_a_rubric"),
        ]

    def clean(self) -> None:
        for process, cell in self.effects.items():
            _known(process, PROCESSES)
            _known(cell.get("effect"), Effect.values)
            _known(cell.get("lifted_by", ""), LiftedBy.values)
            _safeguards(cell.get("safeguards", ()))
            if cell["effect"] in BLOCKING and not cell.get("lifted_by"):
                raise ValidationError(_("%(code)s: say who may lift it.") % {"code": self.code})

    def cell(self, process: str) -> Cell:
        given: dict[str, Any] = self.effects.get(process, {})
        return Cell(**{**given, "safeguards": tuple(given.get("safeguards", ()))})


class RubricCriterion(RubricItem):
    """Something that is scored from 0 to 4, where 4 speaks strongly for the process, and weighed."""

    rubric = models.ForeignKey(RubricVersion, on_delete=models.CASCADE, related_name="criteria")
    # {"MEDIATION": 10}: the weight for each process; one without an entry does not count it.
    weights = models.JSONField(default=dict, blank=True)
    # Scored for each person apart: the lowest counts.
    per_person = models.BooleanField(default=False)
    low_means = models.CharField(max_length=20, choices=LowMeans.choices, default=LowMeans.NOTHING)
    # Codes of what is suggested when the score is 2 or less.
    safeguards = models.JSONField(default=list, blank=True)

    class Meta(RubricItem.Meta):
        constraints = [
            models.UniqueConstraint(fields=["rubric", "code"], name="a_criterion_stands_once_in_a_rubric"),
        ]

    def clean(self) -> None:
        _safeguards(self.safeguards)
        for process, weight in self.weights.items():
            _known(process, PROCESSES)
            if not isinstance(weight, int) or not 0 <= weight <= HEAVIEST:
                words = _("%(code)s: a weight is a whole number from 0 to %(most)d.")
                raise ValidationError(words % {"code": self.code, "most": HEAVIEST})

    def weight_for(self, process: str) -> int:
        return self.weights.get(process, 0)


def _known(code: Any, codes: Any) -> None:
    if code not in codes:
        raise ValidationError(_("Unknown code: %(code)s.") % {"code": code})


def _safeguards(codes: Any) -> None:
    for code in codes:
        _known(code, Safeguard.values)
