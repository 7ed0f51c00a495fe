from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.forms import CheckboxesWithHints, DateField, KindForm

from ..models import RubricVersion
from ..points import POINTS
from ..statuses import Alternative, Decision, Safeguard
from .scores import Scored


def _ways() -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=_("What may help instead"),
        choices=Alternative.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("The requester reads these with a line about each."),
    )


def _reason() -> forms.CharField:
    return forms.CharField(
        label=_("Reason"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        help_text=_("For staff only. It is destroyed with the rest."),
    )


class RubricForm(Scored):
    """The stops and, where the programme weighs, the criteria: what every screening goes through."""

    rubric = forms.IntegerField(widget=forms.HiddenInput, required=False)
    stops = forms.MultipleChoiceField(
        label=_("What applies?"), required=False, help_text=_("Tick what applies, or may well apply.")
    )
    gone_through = forms.BooleanField(
        label=_("I have gone through all of them. What is not ticked does not apply."), required=False
    )
    safeguards = forms.MultipleChoiceField(
        label=_("Safeguards"),
        choices=Safeguard.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("What makes it safer for the people in it. The stops add their own."),
    )
    override = forms.CharField(
        label=_("If something stands in the way: why it can go on all the same"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        required=False,
        help_text=_("For staff only. Some stops ask for a second reader, and some let nobody go on."),
    )
    reason = _reason()

    def __init__(self, *args: Any, rubric: RubricVersion, people: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, rubric=rubric, people=people, **kwargs)
        asked = [stop for stop in rubric.stops.all() if not stop.is_retired]
        self.fields["rubric"].initial = rubric.pk
        self.fields["stops"].widget = CheckboxesWithHints(hints={stop.code: stop.hint for stop in asked})
        self.fields["stops"].choices = [(stop.code, f"{stop.code}: {stop.words}") for stop in asked]  # type: ignore[attr-defined]

    def found(self) -> dict[str, Any]:
        """What a finding takes from this form, by name."""
        given = self.cleaned_data
        return {
            "rubric_id": given["rubric"],
            "stops": given["stops"],
            "gone_through": given["gone_through"],
            "override": given["override"],
            "safeguards": given["safeguards"],
            "reason": given["reason"],
            "people": self.people,
            "scores": self.scores(),
        }


class DecisionForm(RubricForm):
    """The stops, a conversation and a person's decision."""

    asked = forms.MultipleChoiceField(
        label=_("What you talked about"),
        choices=[(point.code, point.words) for point in POINTS],
        widget=CheckboxesWithHints(hints={point.code: point.hint for point in POINTS}),
        required=False,
        help_text=_("A guide, not a test. Only the ticks are kept, and they are sealed."),
    )
    talked_on = DateField(label=_("The day of the conversation"), required=False)
    decision = forms.ChoiceField(label=_("Your decision"), choices=Decision.choices, widget=forms.RadioSelect)
    process = forms.ChoiceField(
        label=_("If suitable: for what"), widget=forms.RadioSelect, required=False, help_text=_("A case is opened.")
    )
    alternatives = _ways()
    refer_to = forms.CharField(label=_("If you refer: to whom"), max_length=200, required=False)
    own_words = forms.CharField(
        label=_("A few words of your own to the requester"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
        required=False,
        help_text=_("They stand after the first sentence of the message below."),
    )

    # As they stand on the page: the summary of what is missing is read from top to bottom.
    field_order = ["rubric", "stops", "gone_through", "decision", "process", "alternatives", "refer_to", "reason"]

    def __init__(self, *args: Any, rubric: RubricVersion, **kwargs: Any) -> None:
        super().__init__(*args, rubric=rubric, **kwargs)
        processes = rubric.programme.processes
        self.fields["process"].choices = [(one.code, one.label) for one in processes]  # type: ignore[attr-defined]
        if len(processes) == 1:
            # Nothing to choose: one click less.
            self.fields["process"].initial = processes[0].code

    def clean_talked_on(self) -> Any:
        day = self.cleaned_data["talked_on"]
        if day and day > timezone.localdate():
            raise forms.ValidationError(_("This day is still to come."))
        return day

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        decision = given.get("decision")
        if decision == Decision.SUITABLE and not given.get("gone_through"):
            self.add_error("gone_through", _("Go through the stops first, and say that you have."))
        if decision == Decision.SUITABLE and not given.get("process"):
            self.add_error("process", _("Say what it is suitable for."))
        if decision == Decision.ALTERNATIVES and not given.get("alternatives"):
            self.add_error("alternatives", _("Name at least one other way, or “Nothing for now”."))
        if decision == Decision.REFER and not given.get("refer_to"):
            self.add_error("refer_to", _("Say whom you refer to."))
        return given


class SetAsideForm(KindForm):
    """Not suitable after all."""

    alternatives = _ways()
    reason = _reason()

    def clean_alternatives(self) -> list[str]:
        ways = self.cleaned_data["alternatives"]
        if not ways:
            raise forms.ValidationError(_("Name at least one other way, or “Nothing for now”."))
        return ways


class SecondReadingForm(KindForm):
    """Agree or send back; what is sent back says why."""

    agrees = forms.ChoiceField(
        label=_("Having read all this"),
        choices=[("YES", _("I agree: it is carried out now")), ("NO", _("I send it back, to be decided anew"))],
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=_("To the person who decided"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        required=False,
        help_text=_("Needed if you send it back. For staff only."),
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("agrees") == "NO" and not given.get("words", "").strip():
            self.add_error("words", _("Say why, so that it can be decided better."))
        return given
