from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.forms import CheckboxesWithHints, DateField, KindForm
from portal.programmes.models import Programme

from .points import POINTS
from .statuses import Alternative, Decision


def _ways() -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=_("What may help instead"),
        choices=Alternative.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("The requester reads these with a line about each."),
    )


class DecisionForm(KindForm):
    """A conversation and a person's decision. There are no points to add up."""

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
    reason = forms.CharField(
        label=_("Reason"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        help_text=_("For staff only. It is destroyed with the rest."),
    )
    own_words = forms.CharField(
        label=_("A few words of your own to the requester"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
        required=False,
        help_text=_("They stand after the first sentence of the message below."),
    )

    def __init__(self, *args: Any, programme: Programme, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["process"].choices = [(one.code, one.label) for one in programme.processes]  # type: ignore[attr-defined]

    def clean_talked_on(self) -> Any:
        day = self.cleaned_data["talked_on"]
        if day and day > timezone.localdate():
            raise forms.ValidationError(_("This day is still to come."))
        return day

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        decision = given.get("decision")
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
    reason = forms.CharField(
        label=_("Reason"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        help_text=_("For staff only. It is destroyed with the rest."),
    )

    def clean_alternatives(self) -> list[str]:
        ways = self.cleaned_data["alternatives"]
        if not ways:
            raise forms.ValidationError(_("Name at least one other way, or “Nothing for now”."))
        return ways
