from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.forms import KindForm

from .statuses import Finding, Question


class ReviewForm(KindForm):
    """One answer a question about how it went, and words of one's own."""

    words = forms.CharField(
        label=_("What should be done differently, or kept?"),
        help_text=_("About the process. Do not write down what people told us."),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for question in Question:
            self.fields[question.value] = forms.ChoiceField(
                label=question.label, choices=Finding.choices, widget=forms.RadioSelect
            )
        self.order_fields([*Question.values, "words"])
        self.use_own_wordings()

    @property
    def findings(self) -> dict[str, str]:
        return {question: self.cleaned_data[question] for question in Question.values}
