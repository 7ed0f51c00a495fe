from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.cases.statuses import CaseStatus
from portal.forms import KindForm

ANY = [("", _("Any"))]


class CaseFilter(KindForm):
    """The filters above the case list; they live in the URL and nothing in them is an error."""

    q = forms.CharField(
        label=_("Search"), required=False, max_length=120, widget=forms.TextInput(attrs={"type": "search"})
    )
    status = forms.ChoiceField(label=_("Step"), required=False, choices=[*ANY, *CaseStatus.choices])
    whose = forms.ChoiceField(label=_("Whose"), required=False, choices=[("", _("Everybody's")), ("mine", _("Mine"))])


class NoteForm(KindForm):
    body = forms.CharField(
        label=_("Write a note"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Only staff read it. It is destroyed with the case."),
        error_messages={"required": _("Write something first.")},
    )
