"""The fields in which the criteria are scored: made from the rubric, so that a new criterion needs no code."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.forms import KindForm

from ..models import RubricCriterion, RubricVersion
from ..scoring import EVERYBODY

SCORES = [
    ("", _("not known")),
    (4, _("4, strongly for it")),
    (3, _("3")),
    (2, _("2")),
    (1, _("1")),
    (0, _("0, strongly against it")),
]


@dataclass(frozen=True)
class Row:
    """One criterion and its fields: one, or one for each person."""

    criterion: RubricCriterion
    fields: list[Any]


class Scored(KindForm):
    """A form with a score for each criterion of a rubric, where the programme weighs."""

    def __init__(self, *args: Any, rubric: RubricVersion, people: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = people
        self.criteria = (
            [one for one in rubric.criteria.all() if not one.is_retired] if rubric.programme.weighted_criteria else []
        )
        earlier = self.initial.get("scores", {})
        for criterion in self.criteria:
            for key, name in self._asked(criterion):
                field = forms.TypedChoiceField(label=name, choices=SCORES, coerce=int, empty_value=None, required=False)
                field.initial = earlier.get(criterion.code, {}).get(key)
                self.fields[_name(criterion, key)] = field
        self.use_own_wordings()

    def _asked(self, criterion: RubricCriterion) -> list[tuple[str, Any]]:
        return list(self.people) if criterion.per_person else [(EVERYBODY, _("Score"))]

    @property
    def score_rows(self) -> list[Row]:
        return [Row(one, [self[_name(one, key)] for key, _label in self._asked(one)]) for one in self.criteria]

    def scores(self) -> dict[str, dict[str, int]]:
        """What was scored, by criterion and person; what is not known is left out."""
        given: dict[str, dict[str, int]] = {}
        for criterion in self.criteria:
            for key, _label in self._asked(criterion):
                score = self.cleaned_data.get(_name(criterion, key))
                if score is not None:
                    given.setdefault(criterion.code, {})[key] = score
        return given


def _name(criterion: RubricCriterion, key: str) -> str:
    return f"score_{criterion.code}_{key}"
