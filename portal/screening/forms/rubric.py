"""One line of the rubric at a time, its bands, and putting a version into use."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.forms import KindForm
from portal.programmes.processes import PROCESSES

from ..models import RubricCriterion, RubricStop, RubricVersion
from ..models.rubric import HEAVIEST
from ..statuses import Effect, LiftedBy, LowMeans, Safeguard


class _LineForm(KindForm):
    words = forms.CharField(label=_("What is asked"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}))
    hint = forms.CharField(
        label=_("A hint for whoever screens"), max_length=400, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    is_retired = forms.BooleanField(
        label=_("Retired"),
        required=False,
        help_text=_("It is asked no more from this version on. Its code is never used for anything else."),
    )


class StopForm(_LineForm):
    """A stop, with what it does to each process. The fields follow from the processes there are."""

    def __init__(self, *args: Any, stop: RubricStop | None = None, **kwargs: Any) -> None:
        if stop is not None:
            kwargs.setdefault("initial", {name: getattr(stop, name) for name in ("words", "hint", "is_retired")})
        super().__init__(*args, **kwargs)
        for code in PROCESSES:
            cell = stop.effects.get(code, {}) if stop else {}
            self._add(f"effect_{code}", cell.get("effect", Effect.OK), _("What it does"), Effect.choices)
            self._add(f"lifted_{code}", cell.get("lifted_by", ""), _("Who may lift it"), LiftedBy.choices)
            self.fields[f"note_{code}"] = forms.CharField(
                label=_("Under which terms"), max_length=200, required=False, initial=cell.get("words", "")
            )
            self.fields[f"safeguards_{code}"] = forms.MultipleChoiceField(
                label=_("Safeguards that come with it"),
                choices=Safeguard.choices,
                widget=forms.CheckboxSelectMultiple,
                required=False,
                initial=list(cell.get("safeguards", ())),
            )
        self.use_own_wordings()

    def _add(self, name: str, value: str, label: Any, choices: Any) -> None:
        self.fields[name] = forms.ChoiceField(label=label, choices=choices, initial=value, required=False)

    @property
    def cells(self) -> list[dict[str, Any]]:
        """The fields of each process, for the page."""
        return [
            {
                "process": process.label,
                "fields": [self[f"{part}_{code}"] for part in ("effect", "lifted", "note")],
                "safeguards": self[f"safeguards_{code}"],
            }
            for code, process in PROCESSES.items()
        ]

    def facts(self) -> dict[str, Any]:
        given = self.cleaned_data
        effects = {}
        for code in PROCESSES:
            cell: dict[str, Any] = {"effect": given[f"effect_{code}"] or Effect.OK}
            for name, part in (("lifted_by", "lifted"), ("words", "note"), ("safeguards", "safeguards")):
                if given[f"{part}_{code}"]:
                    cell[name] = given[f"{part}_{code}"]
            effects[code] = cell
        return {**{name: given[name] for name in ("words", "hint", "is_retired")}, "effects": effects}


class CriterionForm(_LineForm):
    """A criterion, with its weight for each process."""

    per_person = forms.BooleanField(
        label=_("Scored for each person apart"), required=False, help_text=_("The lowest score then counts.")
    )
    low_means = forms.ChoiceField(label=_("What 0 or 1 means by itself"), choices=LowMeans.choices)
    safeguards = forms.MultipleChoiceField(
        label=_("Suggested when the score is 2 or less"),
        choices=Safeguard.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    _PLAIN = ("words", "hint", "is_retired", "per_person", "low_means", "safeguards")

    def __init__(self, *args: Any, criterion: RubricCriterion | None = None, **kwargs: Any) -> None:
        if criterion is not None:
            kwargs.setdefault("initial", {name: getattr(criterion, name) for name in self._PLAIN})
        super().__init__(*args, **kwargs)
        for code, process in PROCESSES.items():
            self.fields[f"weight_{code}"] = forms.IntegerField(
                label=process.label,
                min_value=0,
                max_value=HEAVIEST,
                initial=criterion.weight_for(code) if criterion else 0,
            )
        self.use_own_wordings()

    @property
    def weights(self) -> list[Any]:
        return [self[f"weight_{code}"] for code in PROCESSES]

    def facts(self) -> dict[str, Any]:
        given = self.cleaned_data
        weights = {code: given[f"weight_{code}"] for code in PROCESSES}
        return {**{name: given[name] for name in self._PLAIN}, "weights": weights}


class BandsForm(KindForm):
    suitable_from = forms.IntegerField(label=_("Suitable from, percent"), min_value=0, max_value=100)
    safeguards_from = forms.IntegerField(label=_("Suitable with safeguards from, percent"), min_value=0, max_value=100)
    answered_from = forms.IntegerField(label=_("Of the weight answered at least, percent"), min_value=0, max_value=100)

    def __init__(self, *args: Any, rubric: RubricVersion, **kwargs: Any) -> None:
        names = ("suitable_from", "safeguards_from", "answered_from")
        kwargs.setdefault("initial", {name: getattr(rubric, name) for name in names})
        super().__init__(*args, **kwargs)


class ApproveForm(KindForm):
    reason = forms.CharField(
        label=_("Why this version"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        help_text=_("Kept with the version. Name no case and no person."),
    )
    edition = forms.IntegerField(widget=forms.HiddenInput)
