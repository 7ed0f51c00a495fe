"""Writing procedures: their lines must be steps or words, never something in between."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.documents.forms import TextForm
from portal.programmes.statuses import Process

from .statuses import Phase
from .steps import check_steps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from portal.programmes.models import Programme

HOW_STEPS_LOOK = _(
    "“- [2] Phone them” is a step that is due within two days, “- [] Ask them” one without a day. Everything else is "
    "read beside the checklist: an empty line parts paragraphs, “## ” starts a heading."
)


class ProcedureForm(TextForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].help_text = HOW_STEPS_LOOK

    def clean_body(self) -> str:
        body = self.cleaned_data["body"]
        try:
            check_steps(body)
        except forms.ValidationError as problem:
            raise forms.ValidationError(problem.message_dict["body"]) from problem
        return body


class NewProcedureForm(ProcedureForm):
    """A phase that has no procedure yet, or a process that needs one of its own."""

    programme = forms.ChoiceField(label=_("Programme"))
    phase = forms.ChoiceField(label=_("Phase"), choices=[("", _("Choose")), *Phase.choices])
    process = forms.ChoiceField(
        label=_("Process"), required=False, choices=[("", _("Every process without its own")), *Process.choices]
    )

    def __init__(self, *args: Any, programmes: Sequence[Programme], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.programmes = {str(one.pk): one for one in programmes}
        self.fields["programme"].choices = [(pk, one.name) for pk, one in self.programmes.items()]
        self.order_fields(["programme", "phase", "process", "title", "body"])

    def clean_programme(self) -> Programme:
        return self.programmes[self.cleaned_data["programme"]]
