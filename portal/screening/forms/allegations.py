"""One allegation as staff write it down, and where it goes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.forms import KindForm

from ..statuses import AllegationWay, Basis, Law, Position


def _line(label: Any, help_text: Any = "", most: int = 200) -> forms.CharField:
    return forms.CharField(label=label, help_text=help_text, max_length=most, required=False)


def _positions(label: Any) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label,
        help_text=_("Tick all that hold: a teaching assistant is a student and staff."),
        choices=Position.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


class AllegationForm(KindForm):
    """Who, what, when and where, as far as it is known: the written notice says it in these words."""

    what = forms.CharField(
        label=_("What is said to have happened?"),
        help_text=_("One thing only; write another one down by itself. The people it is about will read these words."),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Say in plain words what is said to have happened.")},
    )
    when = _line(_("When?"), _("A day, a time, or “since September”."))
    where = _line(_("Where?"))
    policy = _line(_("Which policy would it break?"), _("As the policy is called."))
    law = forms.ChoiceField(label=_("Which law does it fall under?"), choices=Law.choices, widget=forms.RadioSelect)
    basis = forms.ChoiceField(label=_("On what ground?"), choices=Basis.choices)
    harmed = _line(_("Who is said to have been harmed?"), _("A name, or a group of people."))
    harmed_is = _positions(_("What are they here?"))
    named = _line(_("Who is said to have done it?"), _("Leave it empty when nobody knows."))
    named_is = _positions(_("What is that person here?"))
    formal_complaint = _line(
        _("Reference of the formal complaint"), _("Under Title IX nothing is settled informally before there is one.")
    )

    def facts(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.fields}


# The questions of the form are fields of the row, by the same names.
FACTS_OF = tuple(AllegationForm.base_fields)


class WayForm(KindForm):
    way = forms.ChoiceField(label=_("Where does it go?"), choices=AllegationWay.choices, widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("Why?"),
        help_text=_("What speaks for this way, and what you weighed against it. Kept with the record."),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Say why it goes this way.")},
    )


class FormalForm(KindForm):
    """What the other office says about its own process."""

    since = forms.DateField(
        label=_("A formal process runs since"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=_("Leave both empty when there is none."),
    )
    paused_on = forms.DateField(
        label=_("It rests since"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=_("Empty this when it goes on again. While it runs, no step of an informal way is possible."),
    )


class SignWayForm(KindForm):
    words = forms.CharField(
        label=_("What should be thought about again?"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    agrees = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not given.get("agrees") and not given.get("words", "").strip():
            self.add_error("words", _("Say what should be thought about again."))
        return given
