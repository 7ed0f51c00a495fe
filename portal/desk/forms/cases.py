"""Filters of the desk's lists; each puts its answers in the address."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.cases.statuses import CaseStatus, NoteAudience
from portal.forms import KindForm
from portal.programmes.statuses import Process

from ..queries.lists import FACETS, MINE


class CaseFilter(KindForm):
    """The filters above the case list; they live in the URL, and one that is odd is left out without a word."""

    q = forms.CharField(
        label=_("Search"), required=False, max_length=120, widget=forms.TextInput(attrs={"type": "search"})
    )
    whose = forms.ChoiceField(label=_("Whose"), required=False, choices=[("", _("Everybody's")), (MINE, _("Mine"))])
    # Chosen by the links with the numbers; carried along by the form.
    status = forms.ChoiceField(required=False, choices=CaseStatus.choices, widget=forms.HiddenInput)
    process = forms.ChoiceField(required=False, choices=Process.choices, widget=forms.HiddenInput)
    programme = forms.RegexField(r"^[0-9]{1,9}$", required=False, widget=forms.HiddenInput)

    def chosen(self) -> dict[str, str]:
        """What is asked for; nothing that the form does not know."""
        self.full_clean()
        return {name: value for name, value in self.cleaned_data.items() if value}

    def coded(self) -> dict[str, str]:
        """The same without the words of the search, which are mostly a name."""
        return {name: value for name, value in self.chosen().items() if name in (*FACETS, "whose")}


class NoteForm(KindForm):
    """A note for one of those audiences that its writer may write for; with one there is nothing to choose."""

    audience = forms.ChoiceField(label=_("Who reads it?"), widget=forms.RadioSelect)
    body = forms.CharField(
        label=_("Write a note"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("No participant reads it. It goes with the case."),
        error_messages={"required": _("Write something first.")},
    )

    def __init__(self, *args: Any, audiences: Sequence[NoteAudience], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["audience"].choices = [(one, one.label) for one in audiences]  # type: ignore[attr-defined]
        self.fields["audience"].initial = audiences[0] if audiences else None
