"""A file to teach with."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from portal.documents import uploads
from portal.forms import KindForm
from training.models import Course


class MaterialForm(KindForm):
    course = forms.ModelChoiceField(
        queryset=Course.objects.none(), label=gettext_lazy("Course"), empty_label=gettext_lazy("Choose one")
    )
    title = forms.CharField(
        max_length=120,
        label=gettext_lazy("Title"),
        help_text=gettext_lazy("As people read it in the list. Name nobody, and nothing from a case."),
    )
    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy("At most 20 MB: %(kinds)s."),
        widget=forms.ClearableFileInput(attrs={"accept": ",".join(f".{one}" for one in sorted(uploads.DOCUMENTS))}),
        error_messages={
            "missing": gettext_lazy("No file came with it. Please choose it again."),
            "empty": gettext_lazy("This file is empty."),
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["course"].queryset = Course.objects.all()
        file = self.fields["file"]
        file.help_text = str(file.help_text) % {"kinds": ", ".join(sorted(uploads.DOCUMENTS))}
