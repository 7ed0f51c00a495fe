from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.cases.forms import ChannelForm
from portal.forms import DateField, KindForm

from .statuses import Basis, MeasureKind, OwnerRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from portal.cases.models import Participant
    from portal.intake.models import Request


def _words(label: Any, *, rows: int = 3, **facts: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=2000, widget=forms.Textarea(attrs={"rows": rows}), **facts)


class OwnMeasureForm(KindForm):
    kind = forms.ChoiceField(label=_("What would help?"), choices=MeasureKind.choices, widget=forms.RadioSelect)
    wish = _words(_("What do you need?"), help_text=_("You need not say why. Only what, where and from when."))


class MeasureForm(OwnMeasureForm, ChannelForm):
    """Staff write down what somebody needs."""

    whose = forms.ChoiceField(label=_("For whom?"), widget=forms.RadioSelect)
    basis = forms.ChoiceField(label=_("By which rule?"), choices=Basis.choices, widget=forms.RadioSelect)

    def __init__(self, *args: Any, people: Sequence[Participant | Request], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(number): one for number, one in enumerate(people, start=1)}
        self.fields["whose"].choices = [
            (number, getattr(one, "display_name", "") or one.name or _("The person who wrote to us"))
            for number, one in self.people.items()
        ]
        self.fields["wish"].label = _("What is needed?")
        self.fields["wish"].help_text = _("What, where and from when: no word of why, for others read it too.")
        self.order_fields(["whose", "kind", "wish", "basis", "channel"])

    def clean_whose(self) -> Participant | Request:
        return self.people[self.cleaned_data["whose"]]


class DecideForm(KindForm):
    given = forms.ChoiceField(
        label=_("Is something arranged?"),
        choices=[("YES", _("Yes")), ("NO", _("No"))],
        widget=forms.RadioSelect,
    )
    owner_role = forms.ChoiceField(
        label=_("Who sees to it?"), choices=OwnerRole.choices, widget=forms.RadioSelect, required=False
    )
    arrangement = _words(
        _("What is arranged?"), required=False, help_text=_("The person reads this, and who sees to it.")
    )
    review_on = DateField(label=_("When is it looked at?"), required=False)
    reason = _words(_("Why?"), required=False, help_text=_("Needed when nothing is arranged."))

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        needed = ("owner_role", "arrangement", "review_on") if given.get("given") == "YES" else ("reason",)
        for name in needed if given.get("given") else ():
            if not given.get(name) and name not in self.errors:
                self.add_error(name, _("Please answer this question."))
        return given


class DayForm(KindForm):
    on = DateField(label=_("Since which day?"))


class ReviewForm(KindForm):
    held_on = DateField(label=_("Which day was it?"))
    words = _words(_("Does it still fit?"), help_text=_("What was found, and what changes. No word of the talk."))
    review_on = DateField(label=_("When is it looked at next?"))


class EndForm(KindForm):
    on = DateField(label=_("Its last day"))
    reason = _words(_("Why does it end?"))
