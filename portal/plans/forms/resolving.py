"""Forms about resolution agreements."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.agreements.forms import PaperForm, SignForm
from portal.forms import DateField, KindForm

from ..statuses import Capacity, LeavingEffect, LeavingKind, Wording
from .writing import SOMEBODY_ELSE, CommitmentForm, words

if TYPE_CHECKING:
    from portal.cases.models import Participant
    from portal.screening.models import Allegation

__all__ = ["CopyForm", "FactsForm", "LeavingForm", "OfficeSignForm", "PaperForm", "SignForm", "TermForm"]

LARGEST_COPY = 5_000_000


class FactsForm(KindForm):
    """Everything around the terms."""

    covers = words(_("What does it settle?"), help_text=_("Each allegation that goes to no formal process afterwards."))
    allegations = forms.TypedMultipleChoiceField(
        label=_("Which allegations are these?"),
        coerce=UUID,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("One of these goes another way. Choose among those that stand here.")},
    )
    wording = forms.ChoiceField(
        label=_("What is said about what happened?"), choices=Wording.choices, widget=forms.RadioSelect
    )
    acknowledgement = words(_("The acknowledgement, in the words they chose"))
    measures = words(_("Which interim measures go on, and which end?"))
    review_on = DateField(label=_("On which day do you look at it together?"), required=False)
    ends_on = DateField(
        label=_("When does it end?"),
        required=False,
        help_text=_("Empty: until something else is agreed."),
    )
    permitted = words(_("Who may know of it, and what may be told?"))
    breach_to = words(_("If something is not kept: who is told, and what may follow?"))

    def __init__(self, *args: Any, allegations: Iterable[Allegation], process: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field, rows = self.fields["allegations"], list(allegations)
        here = [one for one in rows if not one.goes_elsewhere(process)]
        field.choices = [  # type: ignore[attr-defined]
            (str(one.pk), f"{one.number}. {one.get_law_display()}: {one.what[:80]}") for one in here
        ]
        elsewhere = [
            _("Allegation %(number)d goes another way.") % {"number": one.number} for one in rows if one not in here
        ]
        field.help_text = " ".join(str(words) for words in elsewhere)
        if not rows:
            del self.fields["allegations"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        review, ends = cleaned.get("review_on"), cleaned.get("ends_on")
        if review and ends and review > ends:
            self.add_error("review_on", _("The review has to come before the end."))
        if cleaned.get("wording") == Wording.ACKNOWLEDGEMENT and not (cleaned.get("acknowledgement") or "").strip():
            self.add_error("acknowledgement", _("Write down the acknowledgement."))
        return cleaned


class TermForm(CommitmentForm):
    """One term: a party's promise, or an undertaking of the institution."""

    def __init__(self, *args: Any, people: list[Participant], **kwargs: Any) -> None:
        super().__init__(*args, people=people, **kwargs)
        named = [choice for choice in self.fields["owner"].choices if choice[0] != SOMEBODY_ELSE]  # type: ignore[attr-defined]
        self.fields["owner"].choices = [*named, (SOMEBODY_ELSE, _("The institution"))]  # type: ignore[attr-defined]
        self.fields["by_whom"].label = _("If the institution: which office?")
        self.fields["by_whom"].help_text = ""


class LeavingForm(KindForm):
    """Graduation or separation of one party."""

    kind = forms.ChoiceField(label=_("What would it be?"), choices=LeavingKind.choices, widget=forms.RadioSelect)
    leaves_on = DateField(
        label=_("On which day?"), required=False, help_text=_("Leave it empty if it is not in sight before the end.")
    )
    effect = forms.ChoiceField(
        label=_("What does it mean for the agreement?"),
        choices=LeavingEffect.choices,
        required=False,
        widget=forms.RadioSelect,
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("leaves_on") and not cleaned.get("effect"):
            self.add_error("effect", _("Say what leaving means for the agreement."))
        return cleaned


class OfficeSignForm(SignForm):
    """The coordinator's or the director's signature."""

    capacity = forms.ChoiceField(label=_("You sign"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, capacities: list[Capacity], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["capacity"].choices = [(code, code.label) for code in capacities]  # type: ignore[attr-defined]

    def clean_capacity(self) -> Capacity:
        return Capacity(self.cleaned_data["capacity"])


class CopyForm(KindForm):
    """A file to compare. It is read once in memory and kept nowhere."""

    file = forms.FileField(
        label=_("The copy, as a PDF file"),
        allow_empty_file=False,
        error_messages={"required": _("Choose the file."), "empty": _("This file is empty.")},
    )

    def clean_file(self) -> bytes:
        file = self.cleaned_data["file"]
        if file.size > LARGEST_COPY:
            raise forms.ValidationError(_("This file is too large to be one of our copies."))
        return bytes(file.read())
