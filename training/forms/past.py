from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy

from portal.forms import KindForm


class PastForm(KindForm):
    file = forms.FileField(
        label=gettext_lazy("The sheet"),
        help_text=gettext_lazy("A .csv or .xlsx of at most 10 MB and 20,000 rows."),
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.xlsx"}),
        error_messages={"empty": gettext_lazy("This file is empty.")},
    )
